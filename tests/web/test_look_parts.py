"""Parts of pages say what they are told, escape it, and use the reader's language."""

from datetime import UTC, date, datetime
from html.parser import HTMLParser
from typing import Any

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils.translation import override

from fotfeste.web import icons
from fotfeste.web.words.dates import NBSP

TODAY = date(2026, 11, 22)
HOSTILE = "<script>alert('x')</script>"


class Reader(HTMLParser):
    """Collects tags with attributes, and the text between them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


def text_of(html: str) -> str:
    return " ".join("".join(read(html).words).split())


def part(name: str, **context: Any) -> str:
    return render_to_string(f"parts/{name}.html", {"today": TODAY, **context})


def write(template: str, **context: Any) -> str:
    return Template("{% load fotfeste %}" + template).render(Context({"today": TODAY, **context}))


@pytest.mark.parametrize(
    ("language", "words"), [("nb", "3 dager over"), ("nn", "3 dagar over"), ("en", "3 days late")]
)
def test_a_due_date_is_short_to_the_eye_and_exact_to_the_ear(language: str, words: str) -> None:
    with override(language):
        html = write("{% when day today %}", day=date(2026, 11, 19))
    (tag, attributes), (_, hidden) = read(html).tags
    assert (tag, attributes["datetime"]) == ("time", "2026-11-19")
    assert hidden["class"] == "aksel-sr-only"
    assert text_of(html).startswith(f"{words}, ")
    assert text_of(html).endswith(str(attributes["title"]).replace(NBSP, " "))


def test_the_hour_is_norwegian_time() -> None:
    html = write("{% happened at today %}", at=datetime(2026, 11, 22, 7, 12, tzinfo=UTC))
    assert text_of(html).startswith("i dag 08.12")
    assert write("{{ at|clock }}", at=datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == "00.30"


def test_nothing_is_said_of_no_date_and_no_number() -> None:
    assert (
        write("{% when d today %}{% happened d today %}{{ d|long_day }}{{ d|kroner }}{{ d|clock }}", d=None)
        == ""
    )


def test_numbers_follow_the_language() -> None:
    template = "{{ n|number }} {{ n|kroner }} {{ o|kroner_from_ore }} {{ p|percent }}"
    with override("nn"):
        assert write(template, n=12345, o=12345, p=50).replace(NBSP, "_") == "12_345 12_345_kr 123,45_kr 50_%"
    with override("en"):
        assert (
            write(template, n=12345, o=12345, p=50).replace(NBSP, "_") == "12,345 NOK_12,345 NOK_123.45 50%"
        )


def test_an_icon_is_silent_and_one_we_do_not_have_is_an_error() -> None:
    assert dict(read(write('{% icon "Calendar" %}')).tags[0][1])["aria-hidden"] == "true"
    for name in ("NoSuchIcon", "../fotfeste", "Calendar/../Bell"):
        with pytest.raises(LookupError):
            icons.icon(name)


def line(**more: Any) -> dict[str, Any]:
    return {
        "due": date(2026, 11, 19),
        "what": "Hold oppstartsmøte med",
        "person": "Ánde Hansen",
        "person_url": "/p/1",
        "why": "Henvist 12. november.",
        "source": {"label": "IPS-retningslinjen 4.1", "url": "/s/1"},
        "action": {"label": "Finn tid", "url": "/do"},
    } | more


def test_a_line_says_when_what_for_whom_why_and_what_to_do() -> None:
    html = part("line", line=line())
    for words in (
        "3 dager over",
        "Hold oppstartsmøte med Ánde Hansen",
        "Henvist 12. november.",
        "IPS-retningslinjen 4.1",
    ):
        assert words in text_of(html)
    assert "Finn tid: Hold oppstartsmøte med Ánde Hansen" in text_of(html)
    assert [a["href"] for tag, a in read(html).tags if tag == "a"] == ["/p/1", "/s/1", "/do"]
    assert "line--overdue" in html


def test_a_line_without_a_date_is_unclear_and_one_that_acts_is_a_form() -> None:
    html = part(
        "line", line=line(due=None, action={"label": "Gjør", "url": "/do", "is_post": True, "key": "abc"})
    )
    assert "Uavklart" in text_of(html)
    assert "line--unclear" in html
    fields = {a.get("name"): a.get("value") for tag, a in read(html).tags if tag == "input"}
    assert fields["form_key"] == "abc"


def test_a_line_without_a_person_or_a_source_has_no_empty_links() -> None:
    html = part("line", line=line(person="", source=None, action=None))
    assert not [tag for tag, _ in read(html).tags if tag in {"a", "form"}]


@pytest.mark.parametrize(
    ("name", "context"),
    [
        ("line", {"line": line(what=HOSTILE, person=HOSTILE, why=HOSTILE, source={"label": HOSTILE})}),
        (
            "facts",
            {"facts": [{"label": HOSTILE, "value": HOSTILE, "mark": "brought-in", "mark_text": HOSTILE}]},
        ),
        ("tag", {"text": HOSTILE}),
        ("tabs", {"tabs": [{"label": HOSTILE, "url": HOSTILE}], "label": HOSTILE}),
        ("notice", {"title": HOSTILE, "text": HOSTILE}),
        ("empty", {"title": HOSTILE, "text": HOSTILE}),
        (
            "conflict",
            {
                "conflict": {
                    "fields": [{"label": HOSTILE, "own": HOSTILE, "saved": HOSTILE}],
                    "saved_by": HOSTILE,
                }
            },
        ),
        ("kept_text", {"kept": [{"name": HOSTILE, "value": HOSTILE, "is_long": True}]}),
        ("progress", {"progress": {"done": 1, "total": 2, "text": HOSTILE, "url": HOSTILE}}),
        (
            "confirm",
            {"confirm": {"question": HOSTILE, "consequence": HOSTILE, "label": HOSTILE, "hidden": []}},
        ),
    ],
)
def test_what_people_type_is_never_markup(name: str, context: dict[str, Any]) -> None:
    html = part(name, **context)
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_a_fact_shows_where_it_came_from_and_whether_it_is_confirmed() -> None:
    facts = [
        {"label": "Tid", "value": "50 %", "mark": "brought-in"},
        {"label": "NAV", "value": "Ja", "mark": "provisional", "mark_text": "Fra lista 3. november"},
        {"label": "Sted", "value": ""},
    ]
    words = text_of(part("facts", facts=facts))
    assert "50 % Hentet fra en liste" in words
    assert "Ja Fra lista 3. november" in words
    assert words.endswith("Sted Ikke avklart")


def test_both_texts_are_shown_when_two_have_edited() -> None:
    conflict = {
        "saved_by": "Jonas",
        "saved_at": datetime(2026, 11, 22, 7, 12, tzinfo=UTC),
        "fields": [{"label": "Ønske", "own": "Mitt", "saved": "Hans"}],
    }
    words = text_of(part("conflict", conflict=conflict, keep_url="/keep", saved_url="/saved"))
    assert "Jonas lagret før deg, i dag 08.12" in words
    places = [words.index(said) for said in ("Din tekst", "Mitt", "Lagret i mellomtiden", "Hans")]
    assert places == sorted(places)


def test_progress_asks_for_itself_until_it_is_finished() -> None:
    going = {"done": 3, "total": 9, "text": "3 av 9", "url": "/progress"}
    assert 'hx-get="/progress"' in part("progress", progress=going)
    assert "hx-get" not in part("progress", progress={**going, "is_finished": True})
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in part("refresh")


def test_the_pager_has_only_the_ways_there_are() -> None:
    assert part("pager").strip() == ""
    assert text_of(part("pager", older_url="/o")) == "Neste"
    assert text_of(part("pager", newer_url="/n")) == "Forrige"
