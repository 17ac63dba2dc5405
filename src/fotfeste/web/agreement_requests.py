"""The NAV office's inbox of requests and interest, one of them, and one taken by the office (A-11, A-12)."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste import clock
from fotfeste.apps.agreements.asked import AskedOne, access_all_asked, access_asked, act_answer
from fotfeste.apps.agreements.asking import act_take_down
from fotfeste.apps.agreements.inbox import unread
from fotfeste.apps.agreements.letters import letters_waiting
from fotfeste.apps.agreements.using import access_agreements
from fotfeste.apps.people.offices import nav_offices
from fotfeste.domain.agreements.requests import AskedFor
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.web.agreement_reply_form import ReplyForm
from fotfeste.web.agreement_request_forms import AT_THE_OFFICE, AskForm, InterestForm
from fotfeste.web.agreement_request_words import TARGET_GROUPS
from fotfeste.web.agreement_requests_shown import listed, told
from fotfeste.web.agreement_use_fields import USE_BLAMES
from fotfeste.web.once import JustSaved, OtherContent, new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.refusals import tell
from fotfeste.web.requests import actor

PAGE = ["GET", "HEAD", "POST"]
BLAMED = {
    **USE_BLAMES,
    "agreement-request.say-": "words",
    "agreement-request.told-": "told_on",
    "agreement-request.not-yours": "identity_number",
    "agreement-request.other-office": "identity_number",
    "measure-request.other-office": "identity_number",
}
FORMS = {"avtale": AskForm, "interesse": InterestForm}


@needs(Ability.AGREEMENT_REQUEST_ANSWER)
@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """What waits for the office. What must be answered first stands on top."""
    acting, on = actor(request), clock.today()
    page = {
        "requests": [listed(each, on=on) for each in access_all_asked(acting, at=clock.now())],
        "unread_notices": unread(acting),
        "letters": letters_waiting(acting),
    }
    return render(request, "agreements/requests.html", page)


@needs(Ability.AGREEMENT_REQUEST_ANSWER)
@require_safe
def agreements(request: HttpRequest) -> HttpResponse:
    """The office's open agreements."""
    found = access_agreements(actor(request), at=clock.now())
    rows = [(each.person, str(each.name), each.used_on, TARGET_GROUPS[each.target_group]) for each in found]
    return render(request, "agreements/agreements.html", {"agreements": rows})


@needs(Ability.AGREEMENT_REQUEST_ANSWER)
@require_http_methods(PAGE)
def take_down(request: HttpRequest, what: str) -> HttpResponse:
    """Put down what somebody asks for who came or called."""
    acting, is_sent = actor(request), request.method == "POST"
    mine = [each for each in nav_offices() if each.public_id == acting.unit]
    form = FORMS[what](request.POST if is_sent else None, offices=mine, on=clock.today(), ways=AT_THE_OFFICE)
    del form.fields["website"]
    status = 422 if is_sent else 200
    if is_sent and form.is_valid():
        try:
            answer = once(request, lambda: _take_down(request, form), at=clock.now(), adds=True)
        except Refused as refused:
            tell(form, refused, {"agreement-request.": "office"}, on=clock.today())
        except (OtherContent, JustSaved):
            form.add_error(None, _("Dette er sendt en gang før. Se i innboksen før du sender en gang til."))
            status = 409
        else:
            messages.success(request, _("Spørsmålet ligger i innboksen."))
            return answer
    page = {"form": form, "form_key": new_form_key(), "is_interest": what == "interesse"}
    return render(request, "agreements/take_down.html", page, status=status)


@needs(Ability.AGREEMENT_REQUEST_ANSWER)
@require_http_methods(PAGE)
def one(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One request, and the answer to it."""
    acting, on = actor(request), clock.today()
    found = access_asked(acting, public_id, at=clock.now(), on=on)
    form, status = reply_form(found, request.POST if request.method == "POST" else None), 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            try:
                answer = once(request, lambda: _answer(request, public_id, form), at=clock.now())
            except Refused as refused:
                found = access_asked(acting, public_id, at=clock.now(), on=on)
                status = 409 if found.row.answer else 422
                tell(form, refused, BLAMED, on=on)
            except OtherContent:
                form.add_error(None, _("Skjemaet er sendt en gang før. Last siden på nytt og se svaret."))
                status = 409
            else:
                messages.success(request, _("Svaret er lagret."))
                return answer
    page = {
        **listed(found, on=on),
        "row": found.row,
        "told": told(found),
        "form": form,
        "form_key": new_form_key(),
        "may_answer": not found.row.answer,
    }
    return render(request, "agreements/request.html", page, status=status)


def reply_form(found: AskedOne, sent: object) -> ReplyForm:
    """The form that answers this request."""
    return ReplyForm(
        sent,
        asked_for=AskedFor(found.row.asked_for),
        is_known=found.row.person_id is not None,
        on=clock.today(),
        synthetic_only=settings.MODE != "production",
    )


def _take_down(request: HttpRequest, form: AskForm | InterestForm) -> str:
    row = act_take_down(actor(request), form.asked(), at=clock.now())
    return reverse("agreement_request", args=[row.public_id])


def _answer(request: HttpRequest, public_id: UUID, form: ReplyForm) -> str:
    person = act_answer(actor(request), public_id, form.said(), at=clock.now(), on=clock.today())
    return reverse("agreement_page", args=[person]) if person else reverse("agreement_requests")


urlpatterns = [
    path("avtale/alle", agreements, name="agreement_all"),
    path("avtale/soknader", requests, name="agreement_requests"),
    path("avtale/soknader/ny", take_down, {"what": "avtale"}, name="agreement_take_down"),
    path("avtale/interesse/ny", take_down, {"what": "interesse"}, name="agreement_interest_take_down"),
    path("avtale/soknader/<uuid:public_id>", one, name="agreement_request"),
]
