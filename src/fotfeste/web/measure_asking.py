"""Asking for a measure without a log-in: the form, the receipt, where it stands. Floods are stopped."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste import clock
from fotfeste.apps.audit.ledger import Who
from fotfeste.apps.measures.asking import act_ask_openly, by_receipt
from fotfeste.apps.people.offices import nav_offices
from fotfeste.clock import OSLO
from fotfeste.web.measure_request_forms import OpenRequestForm
from fotfeste.web.measure_words import COLORS, STATUSES, WHAT_NOW
from fotfeste.web.once import new_form_key
from fotfeste.web.open_forms import receipt_page, sent_openly, to_receipt
from fotfeste.web.policy import public

PAGE = ["GET", "HEAD", "POST"]


@public
@require_http_methods(PAGE)
def ask(request: HttpRequest) -> HttpResponse:
    """The form. Whoever sends it gets a receipt, and learns nothing of who is known here."""
    is_sent = request.method == "POST"
    form = OpenRequestForm(request.POST if is_sent else None, offices=nav_offices(), on=clock.today())
    if is_sent and form.is_valid():
        sent = sent_openly(request, form, lambda: _ask(request, form), blames={"measure-request.": "office"})
        return _form(request, form, status=sent) if isinstance(sent, int) else sent
    return _form(request, form, status=422 if form.is_bound else 200)


@public
@require_safe
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """Where a request stands: office, day and status, and nothing of who asked."""
    return receipt_page(request, code, "measures/receipt.html", _standing)


@public
@require_safe
def look_up(request: HttpRequest) -> HttpResponse:
    """To the page of a receipt that was typed."""
    return to_receipt(request, receipt="measure_receipt", form="measure_ask")


def _standing(code: str) -> dict[str, object] | None:
    row = by_receipt(code)
    if row is None:
        return None
    return {
        "row": row,
        "code": row.receipt,
        "asked_on": row.asked_at.astimezone(OSLO).date(),
        "status": STATUSES[row.status],
        "color": COLORS.get(row.status, "neutral"),
        "what_now": WHAT_NOW[row.status],
    }


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
