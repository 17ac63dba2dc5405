"""Requests for a measure: one's own, the office's inbox, and the answers. The open form is a page alone."""

from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.act_forms import faults_of
from fotfeste.api.calls import calling
from fotfeste.api.fields import Id, Text
from fotfeste.api.once import Done
from fotfeste.api.policy import api_policy, needs
from fotfeste.api.problems import ReasonShown, shown
from fotfeste.api.schemas import Sent, Shown
from fotfeste.api.trouble import Trouble
from fotfeste.apps.measures.asking import act_ask_for_oneself, act_take_down, act_withdraw
from fotfeste.apps.measures.cases import access_cases
from fotfeste.apps.measures.inbox import OneRequest, access_request, access_requests, act_answer
from fotfeste.apps.measures.mine import access_my_requests
from fotfeste.apps.measures.models import MeasureRequest
from fotfeste.apps.measures.proposing import act_answer_proposal
from fotfeste.apps.people.offices import nav_offices
from fotfeste.clock import OSLO
from fotfeste.domain.measures.kinds import MeasureKind
from fotfeste.domain.measures.requests import RequestAnswer, RequestChannel, RequestStatus
from fotfeste.domain.permissions import Ability, Protection
from fotfeste.web.measure_request_forms import AnswerRequestForm, OpenRequestForm

router = Router(tags=["Requests for a measure"])

ONE = "/measure-requests/{uuid:measure_request_id}"
MINE = "/me/measure-requests/{uuid:measure_request_id}"
LONGEST = 4_000
OFFICE = needs(Ability.MEASURE_REQUEST_ANSWER)
OWN = needs(Ability.RECORD_OWN)


class OfficeNamed(Shown):
    """A NAV office by id and name."""

    id: UUID
    name: str


class OfficesShown(Shown):
    """The NAV offices that can be asked."""

    offices: list[OfficeNamed]


class OwnRequestSent(Sent):
    """What one asks for on one's own behalf."""

    office: Id
    wish: Text = Field(min_length=1, max_length=LONGEST)


class RequestTakenSent(Sent):
    """What somebody asks for who came or called; to the caller's own office."""

    name: Text = Field(max_length=200)
    phone: Text = Field("", max_length=40)
    email: Text = Field("", max_length=254)
    wish: Text = Field(min_length=1, max_length=LONGEST)
    helper: Text = Field("", max_length=200)


class RequestListed(Shown):
    """A request for a measure, or NAV's proposal of one."""

    id: UUID
    receipt: str
    office: str
    measure: MeasureKind
    channel: RequestChannel
    status: RequestStatus
    asked_on: date
    wish: str
    reason: str


class RunningOutShown(Shown):
    """A measure that runs out: until when, and what can still be granted."""

    measure: MeasureKind
    last_day: date
    reasons: list[ReasonShown]


class RequestsShown(Shown):
    """Requests."""

    requests: list[RequestListed]
    running_out: list[RunningOutShown]


class OfficeRequestShown(RequestListed):
    """A request as the office has it."""

    name: str
    phone: str
    email: str
    helper: str


class OfficeRequestsShown(Shown):
    """The office's inbox."""

    requests: list[OfficeRequestShown]


class RequestAnswerSent(Sent):
    """The office's answer. Number and protection are for taking up a request from nobody known."""

    answer: RequestAnswer
    reason: Text = Field("", max_length=LONGEST)
    identity_number: Text = Field("", max_length=40)
    protection: Protection | None = None


class ProposalAnswerSent(Sent):
    """The person's answer to a proposal."""

    answer: RequestAnswer
    words: Text = Field("", max_length=LONGEST)


class RequestDone(Shown):
    """It is done. The receipt is with the request; whom a case is about is among the office's cases."""

    request: UUID


class MeasureCaseListed(Shown):
    """An open case of the office."""

    person: UUID
    name: str
    measure: MeasureKind
    opened_on: date


class MeasureCasesShown(Shown):
    """The office's open cases."""

    cases: list[MeasureCaseListed]


@router.get("/measure-requests/offices", response=OfficesShown, summary="NAV offices to ask")
@api_policy(needs(Ability.RECORD_OWN, Ability.MEASURE_REQUEST_ANSWER))
def list_measure_offices(request: HttpRequest) -> dict[str, Any]:
    """The NAV offices that can be asked for a measure."""
    return {"offices": [{"id": each.public_id, "name": each.name} for each in nav_offices()]}


@router.get("/me/measure-requests", response=RequestsShown, summary="What I have asked for")
@api_policy(OWN)
def list_my_measure_requests(request: HttpRequest) -> dict[str, Any]:
    """One's own requests, NAV's proposals to oneself, and which measures run out."""
    call = calling(request)
    found = access_my_requests(call.acting, at=call.at, on=call.on)
    return {
        "requests": [_facts(each.row, str(each.wish), str(each.reason)) for each in found.requests],
        "running_out": [
            {
                "measure": each.row.measure,
                "last_day": each.row.last_day,
                "reasons": [shown(reason) for reason in each.said],
            }
            for each in found.expiring
        ],
    }


@router.post("/me/measure-requests", response=RequestDone, summary="Ask for a measure")
@api_policy(OWN)
def ask_for_measure(request: HttpRequest, sent: OwnRequestSent) -> Done:
    """Ask a NAV office for Follow-up on one's own behalf."""
    call = calling(request)
    row = act_ask_for_oneself(call.acting, sent.office, sent.wish, at=call.at, on=call.on)
    return Done(RequestDone(request=row.public_id))


@router.post(MINE + "/withdrawal", response=RequestDone, summary="Take back a request")
@api_policy(OWN)
def withdraw_measure_request(request: HttpRequest, measure_request_id: UUID) -> Done:
    """Take back what one has asked for, as long as nobody has answered."""
    call = calling(request)
    act_withdraw(call.acting, measure_request_id, at=call.at, on=call.on)
    return Done(RequestDone(request=measure_request_id))


@router.post(MINE + "/answer", response=RequestDone, summary="Answer a proposal from NAV")
@api_policy(OWN)
def answer_measure_proposal(request: HttpRequest, measure_request_id: UUID, said: ProposalAnswerSent) -> Done:
    """Say yes (`accepted`) or no (`declined`) to what NAV proposes to oneself."""
    call = calling(request)
    act_answer_proposal(call.acting, measure_request_id, said.answer, said.words, at=call.at, on=call.on)
    return Done(RequestDone(request=measure_request_id))


@router.get("/measure-requests", response=OfficeRequestsShown, summary="The office's inbox")
@api_policy(OFFICE)
def list_measure_requests(request: HttpRequest) -> dict[str, Any]:
    """What waits for an answer from your office."""
    call = calling(request)
    return {"requests": [_office(each) for each in access_requests(call.acting, at=call.at)]}


@router.post("/measure-requests", response=RequestDone, summary="Take down a request")
@api_policy(OFFICE)
def take_down_measure_request(request: HttpRequest, sent: RequestTakenSent) -> Done:
    """Put down what somebody asks for who came or called. It waits in the inbox."""
    call = calling(request)
    mine = [each for each in nav_offices() if each.public_id == call.acting.unit]
    form = OpenRequestForm({**sent.model_dump(), "office": str(call.acting.unit)}, offices=mine, on=call.on)
    if wrong := faults_of(form):
        raise Trouble(422, "api.not-understood", reasons=wrong)
    row = act_take_down(call.acting, form.written(), at=call.at)
    return Done(RequestDone(request=row.public_id))


@router.get(ONE, response=OfficeRequestShown, summary="One request for a measure")
@api_policy(OFFICE)
def get_measure_request(request: HttpRequest, measure_request_id: UUID) -> dict[str, Any]:
    """One request to your office. That it has been read is put down."""
    call = calling(request)
    return _office(access_request(call.acting, measure_request_id, at=call.at, on=call.on))


@router.post(ONE + "/answer", response=RequestDone, summary="Answer a request for a measure")
@api_policy(OFFICE)
def answer_measure_request(request: HttpRequest, measure_request_id: UUID, said: RequestAnswerSent) -> Done:
    """Take it up (`taken_up`) or not (`not_taken_up`, with why). Of two answers at once the first stands."""
    call = calling(request)
    found = access_request(call.acting, measure_request_id, at=call.at, on=call.on)
    typed = {name: value for name, value in said.model_dump(mode="json").items() if value}
    is_known, synthetic_only = found.row.person_id is not None, settings.MODE != "production"
    form = AnswerRequestForm(typed, is_known=is_known, on=call.on, synthetic_only=synthetic_only)
    if wrong := faults_of(form):
        raise Trouble(422, "api.not-understood", reasons=wrong)
    act_answer(call.acting, measure_request_id, form.said(), at=call.at, on=call.on)
    return Done(RequestDone(request=measure_request_id))


@router.get("/measure-cases", response=MeasureCasesShown, summary="The office's open cases")
@api_policy(OFFICE)
def list_measure_cases(request: HttpRequest) -> dict[str, Any]:
    """Open cases about a measure at your office."""
    call = calling(request)
    found = access_cases(call.acting, at=call.at)
    names = ("person", "measure", "opened_on")
    return {
        "cases": [{"name": str(each.name), **{name: getattr(each, name) for name in names}} for each in found]
    }


def _office(found: OneRequest) -> dict[str, Any]:
    return {
        **_facts(found.row, found.text("wish"), found.text("reason")),
        **{name: found.text(name) for name in ("name", "phone", "email", "helper")},
    }


def _facts(row: MeasureRequest, wish: str, reason: str) -> dict[str, Any]:
    return {
        "id": row.public_id,
        "receipt": row.receipt,
        "office": row.office.name,
        "measure": row.measure,
        "channel": row.channel,
        "status": row.status,
        "asked_on": row.asked_at.astimezone(OSLO).date(),
        "wish": wish,
        "reason": reason,
    }
