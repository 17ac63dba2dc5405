"""Somebody saved while one was writing: both texts side by side, and the reader decides."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from fotfeste.apps.people.models import Event
from fotfeste.web.acts_page import ActForm, Start
from fotfeste.web.lines import language
from fotfeste.web.once import FIELD, new_form_key
from fotfeste.web.words.dates import long_day

NOT_SENT_AGAIN = frozenset({FIELD, "version", "csrfmiddlewaretoken"})


def conflict_page(
    form: ActForm, start: Start, sent: Mapping[str, Any], last: Event | None, *, version: str = ""
) -> dict[str, object]:
    """What parts/conflict.html reads: each field that differs, and what to send the own text again."""
    compared = [name for name in form.fields if name in start.initial]
    fields = [
        {"label": form.fields[name].label, "own": own, "saved": saved}
        for name in compared
        if (own := _said(form, name, form.cleaned_data.get(name)))
        != (saved := _said(form, name, start.initial[name]))
    ]
    return {
        "conflict": {
            "fields": fields,
            "saved_by": last.by.name if last and last.by else "",
            "saved_at": last.at if last else None,
        },
        "keep_form": _hidden(sent, version or start.version),
    }


def _hidden(sent: Mapping[str, Any], version: str) -> SafeString:
    """Everything that was typed, on top of what is saved now, with a new key of its own."""
    again = [
        (name, each)
        for name, value in sent.items()
        if name not in NOT_SENT_AGAIN
        for each in (value if isinstance(value, list) else [value])
    ]
    fields = [*again, (FIELD, new_form_key()), ("version", version)]
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', fields)


def _said(form: ActForm, name: str, value: Any) -> str:
    """A value as one reads it: a choice by its words, a day as a day."""
    field = form.fields[name]
    if isinstance(field, forms.MultipleChoiceField):
        return ", ".join(str(words) for key, words in field.widget.choices if key in (value or ()))
    if isinstance(field, forms.ChoiceField):
        return str(next((words for key, words in field.widget.choices if key == value), ""))
    if isinstance(value, date):
        return long_day(value, language())
    if isinstance(value, bool):
        return "✓" if value else ""
    return "" if value is None else str(value)
