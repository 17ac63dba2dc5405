"""My own page about measures: ask for one, see where it stands, answer a proposal from NAV (F-01)."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fotfeste import clock
from fotfeste.apps.measures.asking import act_ask_for_oneself, act_withdraw
from fotfeste.apps.measures.mine import MyRequest, access_my_requests
from fotfeste.apps.measures.proposing import act_answer_proposal
from fotfeste.apps.people.offices import nav_offices
from fotfeste.clock import OSLO
from fotfeste.domain.measures.requests import RequestAnswer
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.web.measure_request_forms import OwnRequestForm, ProposalAnswerForm
from fotfeste.web.measure_words import COLORS, KINDS, STATUSES, WHAT_NOW
from fotfeste.web.measures_running_out import running_out
from fotfeste.web.once import OtherContent, new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.refusals import in_words, tell
from fotfeste.web.requests import actor, read_uuid


@needs(Ability.RECORD_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def my_measures(request: HttpRequest) -> HttpResponse:
    """Ask, and see what was asked and proposed before."""
    is_sent = request.method == "POST"
    form = OwnRequestForm(request.POST if is_sent else None, offices=nav_offices())
    if is_sent and form.is_valid():
        try:
            answer = once(request, lambda: _ask(request, form), at=clock.now())
        except OtherContent:
            form.add_error(None, _("Skjemaet er sendt en gang før. Trykk en gang til for å sende det nye."))
            return _page(request, form, status=409)
        except Refused as refused:
            tell(form, refused, {"measure-request.": "office"}, on=clock.today())
        else:
            messages.success(request, _("Søknaden er sendt til kontoret."))
            return answer
    return _page(request, form, status=422 if form.errors else 200)


@needs(Ability.RECORD_OWN)
@require_POST
def my_proposal(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Say yes or no to a proposal."""
    form = ProposalAnswerForm(request.POST)
    if form.is_valid():
        try:
            answer = once(request, lambda: _answer(request, public_id, form), at=clock.now())
        except (Refused, OtherContent) as wrong:
            said = in_words(wrong.verdict, on=clock.today()) if isinstance(wrong, Refused) else []
            form.add_error(None, said or _("Skjemaet er sendt en gang før. Se svaret under."))
            return _page(request, OwnRequestForm(None, offices=nav_offices()), status=409, answering=form)
        messages.success(request, _("Svaret ditt er lagret."))
        return answer
    return _page(request, OwnRequestForm(None, offices=nav_offices()), status=422, answering=form)


@needs(Ability.RECORD_OWN)
@require_POST
def my_withdrawal(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Take back a request."""
    try:
        answer = once(request, lambda: _withdraw(request, public_id), at=clock.now())
    except Refused as refused:
        for words in in_words(refused.verdict, on=clock.today()):
            messages.error(request, words)
        return _page(request, OwnRequestForm(None, offices=nav_offices()), status=409)
    messages.success(request, _("Søknaden er trukket."))
    return answer


def _ask(request: HttpRequest, form: OwnRequestForm) -> str:
    typed = form.cleaned_data
    act_ask_for_oneself(
        actor(request), read_uuid(typed["office"]), typed["wish"], at=clock.now(), on=clock.today()
    )
    return reverse("my_measures")


def _answer(request: HttpRequest, public_id: UUID, form: ProposalAnswerForm) -> str:
    answer, words = RequestAnswer(form.cleaned_data["answer"]), form.cleaned_data["words"]
    act_answer_proposal(actor(request), public_id, answer, words, at=clock.now(), on=clock.today())
    return reverse("my_measures")


def _withdraw(request: HttpRequest, public_id: UUID) -> str:
    act_withdraw(actor(request), public_id, at=clock.now(), on=clock.today())
    return reverse("my_measures")


def _page(
    request: HttpRequest, form: OwnRequestForm, *, status: int, answering: forms.Form | None = None
) -> HttpResponse:
    on = clock.today()
    found = access_my_requests(actor(request), at=clock.now(), on=on)
    page = {
        "form": form,
        "answering": answering or ProposalAnswerForm(),
        "form_key": new_form_key(),
        "proposals": [_listed(each) for each in found.requests if each.row.status == "waits_for_person"],
        "requests": [_listed(each) for each in found.requests if each.row.status != "waits_for_person"],
        "running_out": running_out(found.expiring, on=on),
    }
    return render(request, "measures/mine.html", page, status=status)


def _listed(found: MyRequest) -> dict[str, object]:
    row = found.row
    return {
        "public_id": row.public_id,
        "office": row.office.name,
        "measure": KINDS[row.measure],
        "asked_on": row.asked_at.astimezone(OSLO).date(),
        "by": row.asked_by.name if row.asked_by else "",
        "wish": str(found.wish),
        "reason": str(found.reason),
        "receipt": row.receipt,
        "status": STATUSES[row.status],
        "what_now": WHAT_NOW[row.status],
        "color": COLORS.get(row.status, "neutral"),
        "may_withdraw": row.channel == "own_log_in" and not row.answer,
    }


urlpatterns = [
    path("min-side/tiltak", my_measures, name="my_measures"),
    path("min-side/tiltak/<uuid:public_id>/svar", my_proposal, name="my_proposal"),
    path("min-side/tiltak/<uuid:public_id>/trekk", my_withdrawal, name="my_withdrawal"),
]
