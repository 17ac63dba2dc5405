"""A refusal shown where it can be put right: each reason in words, with its source, at its field."""

from collections.abc import Callable, Mapping
from datetime import date

from django import forms
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from fotfeste.domain.verdict import Reason, Refused, Verdict
from fotfeste.web.lines import source_link, words_of

Said = Callable[[Reason], str]


class Refusal(SafeString):
    """A reason as markup: its words and a link to where it is written. `words` alone go inside a link."""

    words: str


def refusal(reason: Reason, words: str) -> Refusal:
    """The reason in these words, with its source behind them: reached by keyboard like any link."""
    source = source_link(reason.source)
    shown = render_to_string("parts/source.html", {"source": source}).strip() if source else ""
    found = Refusal(format_html("{} {}", words, SafeString(shown)).strip())
    found.words = words
    return found


def tell(
    form: forms.Form, refused: Refused, fields: Mapping[str, str], *, on: date, said: Said | None = None
) -> None:
    """Put every reason on the form: at the field that `fields` gives for the beginning of its code."""
    form.is_valid()
    for reason in refused.verdict:
        blamed = next((name for code, name in fields.items() if reason.code.startswith(code)), None)
        words = said(reason) if said else words_of(reason, on=on)
        form.add_error(blamed if blamed in form.fields else None, refusal(reason, words))


def in_words(verdict: Verdict, *, on: date) -> list[str]:
    """Every reason in the reader's words."""
    return [words_of(reason, on=on) for reason in verdict]
