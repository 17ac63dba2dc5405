"""Pages for when something goes wrong: plain words, what to do now, three languages, no dead end."""

from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from tests.web.test_look_parts import read, text_of

FOLDER = Path(__file__).resolve().parents[2] / "src" / "fotfeste" / "web" / "templates" / "errors"
PAGES = sorted(path.stem for path in FOLDER.glob("*.html") if path.stem not in {"base_error", "500"})
KEPT = [
    {"name": "note", "value": "Snakket med Nora.", "is_long": True},
    {"name": "day", "value": "22.11.2026"},
]


def page(name: str, language: str, **context: Any) -> str:
    with override(language):
        return render_to_string(f"errors/{name}.html", context)


def heading(html: str) -> str:
    return html.partition("<h1>")[2].partition("</h1>")[0]


@pytest.mark.parametrize("name", PAGES)
def test_each_says_it_in_three_languages_and_leads_on(name: str) -> None:
    pages = {language: page(name, language, log_in="/login") for language in ("nb", "nn", "en")}
    for language, html in pages.items():
        assert f'<html lang="{language}">' in html
        assert heading(html) in html.split("<title>")[1].split("</title>")[0]
        assert [a for tag, a in read(html).tags if tag == "a" and "aksel-button" in (a.get("class") or "")]
    assert len({text_of(html) for html in pages.values()}) == 3


@pytest.mark.parametrize("name", PAGES)
def test_what_was_typed_is_kept_on_each_of_them(name: str) -> None:
    html = page(name, "nb", kept=KEPT)
    assert "Snakket med Nora." in text_of(html)
    fields = {a.get("name") for tag, a in read(html).tags if tag in {"input", "textarea"}}
    assert {"note", "day"} <= fields


def test_none_of_them_asks_the_database() -> None:
    # No database mark on this test: a query would fail it.
    for name in PAGES:
        assert "Fotfeste" in page(name, "nb")


def test_the_page_for_our_own_faults_needs_nothing_at_all() -> None:
    html = (FOLDER / "500.html").read_text(encoding="utf-8")
    assert "{%" not in html
    assert "{{" not in html
    for words in ("Noe gikk galt hos oss", "Noko gjekk gale hos oss", "Something went wrong on our side"):
        assert words in html


def test_a_refusal_gives_its_reason_and_what_would_change_it() -> None:
    html = page("403", "nb", reason="Nora har ikke samtykket.", what_changes_it="Spør Nora.")
    assert "Nora har ikke samtykket. Spør Nora." in text_of(html)
