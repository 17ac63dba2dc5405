"""What the administrator's pages have in common: the row of tabs, a form on a page, a refusal in words."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from fotfeste.domain.verdict import Refused
from fotfeste.parameters.texts import reason_text
from fotfeste.web.once import new_form_key
from fotfeste.web.refusals import refusal as with_source

_FIELD_OF = {
    "administration.role-not-in-such-a-unit": "unit",
    "administration.ends-before-start": "until_day",
    "administration.say-why": "why",
    "administration.token-lasts-too-long": "expires_on",
    "administration.token-ends-in-the-past": "expires_on",
}


def tabs(current: str) -> list[dict[str, object]]:
    """The administrator's four pages."""
    pages = {
        "administration": _("Oversikt"),
        "users": _("Brukere"),
        "units": _("Enheter"),
        "programs": _("Programmer"),
    }
    return [
        {"label": label, "url": reverse(name), "is_current": name == current} for name, label in pages.items()
    ]


def form_page(
    request: HttpRequest, form: forms.Form, title: str, *, tab: str, back: str, **more: Any
) -> HttpResponse:
    """One form on a page of its own."""
    shown = {
        "form": form,
        "title": title,
        "tabs": tabs(tab),
        "back": back,
        "form_key": new_form_key(),
        **more,
    }
    return render(request, "administration/form.html", shown, status=422 if form.errors else 200)


def tell(form: forms.Form, refused: Refused) -> None:
    """Put each reason at the field it is about."""
    for reason in refused.verdict:
        field = _FIELD_OF.get(reason.code)
        words = reason_text(reason, get_language() or "nb")
        form.add_error(field if field in form.fields else None, with_source(reason, words))


def refusal(refused: Refused) -> str:
    """The reasons as running text, for an act that had nothing to fill in."""
    return " ".join(reason_text(reason, get_language() or "nb") for reason in refused.verdict)


def version_of(request: HttpRequest) -> int:
    """The version the form was made from."""
    typed = request.POST.get("version", "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 9 else 0
