"""A refusal shown where it can be put right: each reason in the reader's words, at the field it is about."""

from collections.abc import Callable, Mapping
from datetime import date

from django import forms

from fotfeste.domain.verdict import Reason, Refused, Verdict
from fotfeste.web.lines import words_of

Said = Callable[[Reason], str]


def tell(
    form: forms.Form, refused: Refused, fields: Mapping[str, str], *, on: date, said: Said | None = None
) -> None:
    """Put every reason on the form: at the field that `fields` gives for the beginning of its code."""
    form.is_valid()
    for reason in refused.verdict:
        blamed = next((name for code, name in fields.items() if reason.code.startswith(code)), None)
        words = said(reason) if said else words_of(reason, on=on)
        form.add_error(blamed if blamed in form.fields else None, words)


def in_words(verdict: Verdict, *, on: date) -> list[str]:
    """Every reason in the reader's words."""
    return [words_of(reason, on=on) for reason in verdict]
