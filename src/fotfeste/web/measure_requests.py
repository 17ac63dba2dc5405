"""The NAV office's inbox of requests for a measure, one of them, and one taken by the office."""

from datetime import date
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste import clock
from fotfeste.apps.agreements.asked import waiting as waiting_agreements
from fotfeste.apps.agreements.coordinated import waiting_for
from fotfeste.apps.measures.asking import act_take_down
from fotfeste.apps.measures.cases import CaseListed, access_cases
from fotfeste.apps.measures.inbox import (
    OneRequest,
    access_request,
    access_requests,
    act_answer,
    waiting_requests,
)
from fotfeste.apps.people.offices import nav_offices
from fotfeste.clock import OSLO
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.web.measure_around import steps_shown
from fotfeste.web.measure_request_forms import AnswerRequestForm, OpenRequestForm
from fotfeste.web.measure_words import CHANNELS, COLORS, KINDS, STATUSES
from fotfeste.web.once import JustSaved, OtherContent, new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.refusals import tell
from fotfeste.web.requests import actor
from fotfeste.web.words.phones import spaced

PAGE = ["GET", "HEAD", "POST"]
BLAMED = {
    "measure-request.say-why": "reason",
    "measure-request.not-yours": "identity_number",
    "measure-request.other-office": "identity_number",
}


@needs(Ability.MEASURE_REQUEST_ANSWER)
@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """What waits for the office."""
    found = access_requests(actor(request), at=clock.now())
    return render(request, "measures/requests.html", {"requests": [_listed(each) for each in found]})


@needs(Ability.MEASURE_REQUEST_ANSWER)
@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """The office's open cases."""
    found = access_cases(actor(request), at=clock.now())
    listed = [(each.person, str(each.name), KINDS[each.measure], each.opened_on) for each in found]
    return render(
        request,
        "measures/cases.html",
        {
            "cases": listed,
            "steps": _steps(found),
            "waiting": waiting_requests(actor(request)),
            "waiting_agreements": waiting_agreements(actor(request)),
            "agreements_waiting": waiting_for(actor(request), on=clock.today()),
        },
    )


@needs(Ability.MEASURE_REQUEST_ANSWER)
@require_http_methods(PAGE)
def take_down(request: HttpRequest) -> HttpResponse:
    """Put down what somebody asks for who came or called."""
    acting, is_sent = actor(request), request.method == "POST"
    mine = [each for each in nav_offices() if each.public_id == acting.unit]
    form = OpenRequestForm(request.POST if is_sent else None, offices=mine, on=clock.today())
    del form.fields["website"]
    status = 422 if is_sent else 200
    if is_sent and form.is_valid():
        try:
            answer = once(request, lambda: _take_down(request, form), at=clock.now(), adds=True)
        except Refused as refused:
            tell(form, refused, {"measure-request.": "office"}, on=clock.today())
        except (OtherContent, JustSaved):
            form.add_error(None, _("Dette er sendt en gang før. Se i innboksen før du sender en gang til."))
            status = 409
        else:
            messages.success(request, _("Søknaden ligger i innboksen."))
            return answer
    page = {"form": form, "form_key": new_form_key()}
    return render(request, "measures/take_down.html", page, status=status)


@needs(Ability.MEASURE_REQUEST_ANSWER)
@require_http_methods(PAGE)
def one(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One request, and the answer to it."""
    acting, on = actor(request), clock.today()
    found = access_request(acting, public_id, at=clock.now(), on=on)
    posted, status = request.POST if request.method == "POST" else None, 200
    form = AnswerRequestForm(
        posted,
        is_known=found.row.person_id is not None,
        on=on,
        synthetic_only=settings.MODE != "production",
    )
    if posted is not None:
        status = 422
        if form.is_valid():
            try:
                answer = once(request, lambda: _answer(request, public_id, form), at=clock.now())
            except Refused as refused:
                found = access_request(acting, public_id, at=clock.now(), on=on)
                status = 409 if found.row.answer else 422
                tell(form, refused, BLAMED, on=on)
            except OtherContent:
                form.add_error(None, _("Skjemaet er sendt en gang før. Last siden på nytt og se svaret."))
                status = 409
            else:
                messages.success(request, _("Svaret er lagret."))
                return answer
    return render(request, "measures/request.html", _shown(found, form), status=status)


def _steps(found: list[CaseListed]) -> list[dict[str, object]]:
    """What is next in all of them, what is due first on top."""
    on = clock.today()
    steps = [
        {"name": str(each.name), **step}
        for each in found
        for step in steps_shown(each.steps, each.person, on=on)
    ]
    return sorted(steps, key=lambda step: step["due"] or date.max)  # type: ignore[arg-type, return-value]  # a day or nothing


def _take_down(request: HttpRequest, form: OpenRequestForm) -> str:
    form.cleaned_data["website"] = ""
    row = act_take_down(actor(request), form.written(), at=clock.now())
    return reverse("measure_request", args=[row.public_id])


def _answer(request: HttpRequest, public_id: UUID, form: AnswerRequestForm) -> str:
    person = act_answer(actor(request), public_id, form.said(), at=clock.now(), on=clock.today())
    return reverse("measure_case", args=[person]) if person else reverse("measure_requests")


def _listed(found: OneRequest) -> dict[str, object]:
    row = found.row
    return {
        "public_id": row.public_id,
        "name": found.text("name"),
        "asked_on": row.asked_at.astimezone(OSLO).date(),
        "channel": CHANNELS[row.channel],
        "status": STATUSES[row.status],
        "color": COLORS.get(row.status, "neutral"),
    }


def _shown(found: OneRequest, form: AnswerRequestForm) -> dict[str, object]:
    row = found.row
    told = [
        (_("Tiltak"), KINDS[row.measure]),
        (_("Telefon"), spaced(found.text("phone"))),
        (_("E-post"), found.text("email")),
        (_("Trenger hjelp til"), found.text("wish")),
        (_("Hjalp til med å søke"), found.text("helper")),
        (_("Kom slik"), CHANNELS[row.channel]),
        (_("Kvittering"), row.receipt),
        (_("Hvorfor"), found.text("reason")),
    ]
    return {
        **_listed(found),
        "row": row,
        "told": [each for each in told if each[1]],
        "form": form,
        "form_key": new_form_key(),
        "may_answer": not row.answer and row.status != "waits_for_person",
    }


urlpatterns = [
    path("tiltak/saker", cases, name="measure_cases"),
    path("tiltak/soknader", requests, name="measure_requests"),
    path("tiltak/soknader/ny", take_down, name="measure_take_down"),
    path("tiltak/soknader/<uuid:public_id>", one, name="measure_request"),
]
