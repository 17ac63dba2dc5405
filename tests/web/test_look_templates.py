"""Templates hold no style, no script, and no words that cannot be translated."""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).resolve().parents[2] / "src" / "fotfeste" / "web" / "templates"
ALL = sorted(TEMPLATES.rglob("*.html"))
# The look book shows invented examples; the page for our own faults says everything three times itself.
SAYS_IT_ALL_ITSELF = {"lookbook.html", "errors/500.html"}
OUR_NAME = "Fotfeste"

FORBIDDEN = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "an event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "an inline script": re.compile(r"<script\b(?![^>]*\ssrc=)", re.IGNORECASE),
    "a script address": re.compile(r"javascript:", re.IGNORECASE),
    "another host": re.compile(r"(?:src|href|action)\s*=\s*[\"'](?:https?:)?//", re.IGNORECASE),
    "an htmx script": re.compile(r"\shx-on|\shx-vals\s*=\s*[\"']js:", re.IGNORECASE),
}
SPOKEN = re.compile(r"\s(?:aria-label|title|alt|placeholder)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def name(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


def without_template_code(text: str) -> str:
    text = re.sub(r"{%\s*block \w+_class\s*%}.*?{%\s*endblock\s*%}", "", text, flags=re.DOTALL)
    text = re.sub(r"{%\s*comment.*?endcomment\s*%}|{#.*?#}", "", text, flags=re.DOTALL)
    text = re.sub(r"{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}", "", text, flags=re.DOTALL)
    return re.sub(r"{%.*?%}|{{.*?}}", "", text, flags=re.DOTALL)


def bare_words(text: str) -> list[str]:
    plain = without_template_code(text)
    spoken = [first or second for first, second in SPOKEN.findall(plain)]
    seen = re.sub(r"<!doctype[^>]*>|<[^>]*>|&\w+;", " ", plain, flags=re.IGNORECASE)
    return [word for word in re.findall(r"[^\W\d_]{2,}", " ".join([seen, *spoken])) if word != OUR_NAME]


@pytest.mark.parametrize("path", ALL, ids=name)
@pytest.mark.parametrize("what", FORBIDDEN)
def test_a_template_holds_nothing_that_the_policy_forbids(path: Path, what: str) -> None:
    assert not FORBIDDEN[what].search(without_template_code(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", [p for p in ALL if name(p) not in SAYS_IT_ALL_ITSELF], ids=name)
def test_every_word_on_screen_can_be_translated(path: Path) -> None:
    assert bare_words(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("template", "what"),
    [
        ('<p style="color:red">', "a style attribute"),
        ("<style>p{}</style>", "a style element"),
        ('<a onclick="x()">', "an event attribute"),
        ("<script>x()</script>", "an inline script"),
        ('<a href="javascript:x()">', "a script address"),
        ('<img src="//cdn.example/x.png">', "another host"),
        ('<a hx-on:click="x()">', "an htmx script"),
    ],
)
def test_the_search_itself_finds(template: str, what: str) -> None:
    assert FORBIDDEN[what].search(template)


def test_the_search_itself_finds_words() -> None:
    assert bare_words('<p title="Hei">{% trans "Ja" %} på {{ x }} Fotfeste</p>') == ["på", "Hei"]
