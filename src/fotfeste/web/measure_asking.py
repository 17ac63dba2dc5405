"""Asking for a measure without a log-in: the form, the receipt, where it stands. Floods are stopped."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste import clock
from fotfeste.apps.audit.ledger import Who
from fotfeste.apps.measures.asking import act_ask_openly, by_receipt
from fotfeste.apps.people.offices import nav_offices
from fotfeste.clock import OSLO
from fotfeste.domain.verdict import Refused
from fotfeste.web.client_address import client_address
from fotfeste.web.limits import FOR_ASKING, FOR_LOOKING_UP, TooOften, count
from fotfeste.web.measure_request_forms import OpenRequestForm
from fotfeste.web.measure_words import COLORS, STATUSES, WHAT_NOW
from fotfeste.web.once import OtherContent, new_form_key, once
from fotfeste.web.policy import public
from fotfeste.web.refusals import tell

PAGE = ["GET", "HEAD", "POST"]
TOO_OFTEN = 429


@public
@require_http_methods(PAGE)
def ask(request: HttpRequest) -> HttpResponse:
    """The form. Whoever sends it gets a receipt, and learns nothing of who is known here."""
    is_sent = request.method == "POST"
    form = OpenRequestForm(request.POST if is_sent else None, offices=nav_offices(), on=clock.today())
    if is_sent and form.is_valid():
        try:
            count(f"asking {client_address(request)}", FOR_ASKING, at=clock.now())
            return once(request, lambda: _ask(request, form), at=clock.now())
        except TooOften:
            form.add_error(
                None, _("Det kommer mange søknader fra samme nett nå. Vent en time, eller ring kontoret.")
            )
            return _form(request, form, status=TOO_OFTEN)
        except OtherContent:
            form.add_error(None, _("Skjemaet er sendt en gang før. Trykk en gang til for å sende det nye."))
            return _form(request, form, status=409)
        except Refused as refused:
            tell(form, refused, {"measure-request.": "office"}, on=clock.today())
    return _form(request, form, status=422 if form.is_bound else 200)


@public
@require_safe
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """Where a request stands: office, day and status, and nothing of who asked."""
    try:
        count(f"receipt {client_address(request)}", FOR_LOOKING_UP, at=clock.now())
    except TooOften:
        return render(request, "measures/receipt.html", {"is_too_often": True}, status=TOO_OFTEN)
    row = by_receipt(code)
    if row is None:
        return render(request, "measures/receipt.html", {"code": code}, status=404)
    page = {
        "row": row,
        "code": row.receipt,
        "asked_on": row.asked_at.astimezone(OSLO).date(),
        "status": STATUSES[row.status],
        "color": COLORS.get(row.status, "neutral"),
        "what_now": WHAT_NOW[row.status],
    }
    return render(request, "measures/receipt.html", page)


@public
@require_safe
def look_up(request: HttpRequest) -> HttpResponse:
    """To the page of a receipt that was typed."""
    typed = "".join(request.GET.get("kvittering", "").upper().split())[:24]
    is_code = typed and all(letter.isalnum() or letter == "-" for letter in typed) and typed.isascii()
    return redirect("measure_receipt", code=typed) if is_code else redirect("measure_ask")


def _ask(request: HttpRequest, form: OpenRequestForm) -> str:
    who = Who(account=None, request_id=request.request_id)  # type: ignore[attr-defined]  # put there by the house
    row = act_ask_openly(form.written(), who=who, at=clock.now())
    return reverse("measure_receipt", args=[row.receipt])


def _form(request: HttpRequest, form: OpenRequestForm, *, status: int) -> HttpResponse:
    page = {"form": form, "form_key": new_form_key()}
    return render(request, "measures/ask.html", page, status=status)


urlpatterns = [
    path("sok-om-tiltak", ask, name="measure_ask"),
    path("sok-om-tiltak/kvittering", look_up, name="measure_look_up"),
    path("sok-om-tiltak/kvittering/<slug:code>", receipt, name="measure_receipt"),
]
