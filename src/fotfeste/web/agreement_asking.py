"""Asking for an agreement, or showing interest, without a log-in: the forms, the receipt (A-11, A-12)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste import clock
from fotfeste.apps.agreements.asking import act_ask_openly, by_receipt
from fotfeste.apps.audit.ledger import Who
from fotfeste.apps.people.offices import nav_offices
from fotfeste.clock import OSLO
from fotfeste.web.agreement_request_forms import AskForm, InterestForm
from fotfeste.web.agreement_request_words import COLORS, STATUSES, WHAT_NOW
from fotfeste.web.once import new_form_key
from fotfeste.web.open_forms import receipt_page, sent_openly, to_receipt
from fotfeste.web.policy import public

PAGE = ["GET", "HEAD", "POST"]
OpenForm = AskForm | InterestForm


@public
@require_http_methods(PAGE)
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for an agreement. Whoever sends it gets a receipt, and learns nothing of who is known here."""
    form = AskForm(_sent(request), offices=nav_offices(), on=clock.today())
    return _answer(request, form, "agreements/ask.html")


@public
@require_http_methods(PAGE)
def interest(request: HttpRequest) -> HttpResponse:
    """An employer considers taking somebody in, and wants to know more."""
    form = InterestForm(_sent(request), offices=nav_offices(), on=clock.today())
    return _answer(request, form, "agreements/interest.html")


@public
@require_safe
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """Where a request stands: office, days and status, and nothing of who asked."""
    return receipt_page(request, code, "agreements/receipt.html", _standing)


@public
@require_safe
def look_up(request: HttpRequest) -> HttpResponse:
    """To the page of a receipt that was typed."""
    return to_receipt(request, receipt="agreement_receipt", form="agreement_ask")


def _sent(request: HttpRequest) -> object:
    return request.POST if request.method == "POST" else None


def _answer(request: HttpRequest, form: OpenForm, template: str) -> HttpResponse:
    status = 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        blames = {"agreement-request.": "office"}
        sent = sent_openly(request, form, lambda: _ask(request, form), blames=blames)
        if not isinstance(sent, int):
            return sent
        status = sent
    return render(request, template, {"form": form, "form_key": new_form_key()}, status=status)


def _ask(request: HttpRequest, form: OpenForm) -> str:
    who = Who(account=None, request_id=request.request_id)  # type: ignore[attr-defined]  # put there by the house
    row = act_ask_openly(form.asked(), who=who, at=clock.now())
    return reverse("agreement_receipt", args=[row.receipt])


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


urlpatterns = [
    path("avtale/be-om", ask, name="agreement_ask"),
    path("avtale/interesse", interest, name="agreement_interest"),
    path("avtale/kvittering", look_up, name="agreement_look_up"),
    path("avtale/kvittering/<slug:code>", receipt, name="agreement_receipt"),
]
