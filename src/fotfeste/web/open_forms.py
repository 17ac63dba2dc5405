"""A form that takes no log-in, and its receipt: floods are stopped, and what was typed is never lost."""

from collections.abc import Callable, Mapping

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fotfeste import clock
from fotfeste.domain.verdict import Refused
from fotfeste.web.client_address import client_address
from fotfeste.web.limits import FOR_ASKING, FOR_LOOKING_UP, TooOften, count
from fotfeste.web.once import OtherContent, once
from fotfeste.web.refusals import tell

TOO_OFTEN = 429
LONGEST_TYPED = 24


class LeftEmpty:
    """For a form with `website`: for programs that fill in everything. People leave it."""

    cleaned_data: dict[str, object]

    def clean_website(self) -> str:
        """Nothing. Whoever fills it in is told so, in case it was somebody after all."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError(gettext_lazy("La dette feltet stå tomt, og send en gang til."))
        return ""


def sent_openly(
    request: HttpRequest, form: forms.Form, do: Callable[[], str], *, blames: Mapping[str, str]
) -> HttpResponse | int:
    """Carry out what a valid form asks for: the answer, or the status to show the form with again."""
    try:
        count(f"asking {client_address(request)}", FOR_ASKING, at=clock.now())
        return once(request, do, at=clock.now())
    except TooOften:
        form.add_error(
            None, _("Det kommer mange søknader fra samme nett nå. Vent en time, eller ring kontoret.")
        )
        return TOO_OFTEN
    except OtherContent:
        form.add_error(None, _("Skjemaet er sendt en gang før. Trykk en gang til for å sende det nye."))
        return 409
    except Refused as refused:
        tell(form, refused, blames, on=clock.today())
        return 422


def receipt_page(
    request: HttpRequest, code: str, template: str, found: Callable[[str], Mapping[str, object] | None]
) -> HttpResponse:
    """Where a request stands, by its receipt. So many looks a minute, and nobody guesses one."""
    try:
        count(f"receipt {client_address(request)}", FOR_LOOKING_UP, at=clock.now())
    except TooOften:
        return render(request, template, {"is_too_often": True}, status=TOO_OFTEN)
    page = found(code)
    if page is None:
        return render(request, template, {"code": code}, status=404)
    return render(request, template, dict(page))


def to_receipt(request: HttpRequest, *, receipt: str, form: str) -> HttpResponse:
    """To the page of a receipt that was typed; to the form when it is none."""
    typed = "".join(request.GET.get("kvittering", "").upper().split())[:LONGEST_TYPED]
    is_code = typed and all(letter.isalnum() or letter == "-" for letter in typed) and typed.isascii()
    return redirect(receipt, code=typed) if is_code else redirect(form)
