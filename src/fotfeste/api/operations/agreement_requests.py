"""Requests for an agreement and interest: one's own, the inbox, the answers. The open forms are pages."""

from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.act_forms import faults_of
from fotfeste.api.calls import calling
from fotfeste.api.fields import Day, Id, Text
from fotfeste.api.once import Done
from fotfeste.api.policy import api_policy, needs
from fotfeste.api.schemas import Sent, Shown
from fotfeste.api.trouble import Trouble
from fotfeste.apps.agreements.asked import (
    AskedOne,
    access_all_asked,
    access_asked,
    act_answer,
)
from fotfeste.apps.agreements.asking import act_ask_for_oneself, act_take_down, act_withdraw
from fotfeste.apps.agreements.employers_interest import access_own_interest, act_show_interest
from fotfeste.apps.agreements.seen import access_agreement
from fotfeste.apps.agreements.using import access_agreements
from fotfeste.apps.around.own import own_public_id
from fotfeste.apps.people.offices import nav_offices
from fotfeste.clock import OSLO
from fotfeste.domain.agreements.answering import AskedStatus, is_late
from fotfeste.domain.agreements.requests import AskedAnswer, AskedBy, AskedFor, AskedThrough, TargetGroup
from fotfeste.domain.agreements.target_group import EmployerPart
from fotfeste.domain.permissions import Ability, Protection
from fotfeste.web.agreement_reply_form import ReplyForm
from fotfeste.web.agreement_request_forms import AT_THE_OFFICE, AskForm, InterestForm, OwnAskForm
from fotfeste.web.employer_interest import OwnInterestForm

router = Router(tags=["Requests for an agreement"])

ONE = "/agreement-requests/{uuid:agreement_request_id}"
MINE = "/me/agreement-requests/{uuid:agreement_request_id}"
LONGEST = 4_000
OFFICE = needs(Ability.AGREEMENT_REQUEST_ANSWER)
OWN = needs(Ability.RECORD_OWN)
EMPLOYER = needs(Ability.AGREEMENTS_OWN)


class OwnAgreementAsked(Sent):
    """What one asks for on one's own behalf. The employer is left out where there is none yet."""

    office: Id
    wish: Text = Field(min_length=1, max_length=LONGEST)
    employer: Text = Field("", max_length=200)
    organisation_number: Text = Field("", max_length=20)


class InterestShownSent(Sent):
    """What the business considers, and whom to answer. Its name and number follow from who calls."""

    office: Id
    wish: Text = Field(min_length=1, max_length=LONGEST)
    contact: Text = Field(min_length=1, max_length=200)
    phone: Text = Field("", max_length=40)
    email: Text = Field("", max_length=254)


class AgreementAskedTaken(Sent):
    """What somebody asks for who came or called; to the caller's own office. Interest names no jobseeker."""

    asked_for: AskedFor
    asked_by: AskedBy = AskedBy.PERSON
    through: AskedThrough = AskedThrough.OFFICE
    passed_on_by: Text = Field("", max_length=200)
    name: Text = Field("", max_length=200)
    phone: Text = Field("", max_length=40)
    email: Text = Field("", max_length=254)
    employer: Text = Field("", max_length=200)
    organisation_number: Text = Field("", max_length=20)
    employer_contact: Text = Field("", max_length=200)
    employer_phone: Text = Field("", max_length=40)
    employer_email: Text = Field("", max_length=254)
    wish: Text = Field(min_length=1, max_length=LONGEST)


class AgreementAskedListed(Shown):
    """A request for an agreement, or an employer's interest."""

    id: UUID
    receipt: str
    office: str
    asked_for: AskedFor
    asked_by: AskedBy
    through: AskedThrough
    status: AskedStatus
    asked_on: date
    answer_by: date = Field(description="The last day to answer.")
    is_late: bool
    employer: str
    wish: str
    answer: str


class AgreementsAskedShown(Shown):
    """Requests."""

    requests: list[AgreementAskedListed]


class OfficeAgreementAskedShown(AgreementAskedListed):
    """A request as the office has it."""

    name: str
    phone: str
    email: str
    organisation_number: str
    employer_contact: str
    employer_phone: str
    employer_email: str
    passed_on_by: str


class OfficeAgreementsAskedShown(Shown):
    """The office's inbox."""

    requests: list[OfficeAgreementAskedShown]


class AgreementReplySent(Sent):
    """The office's answer.

    Number and protection are for taking up a request from nobody known. `told_on` is for what an employer was
    told. The rest is NAV's decision to use the agreement.
    """

    answer: AskedAnswer
    words: Text = Field("", max_length=LONGEST)
    told_on: Day | None = None
    identity_number: Text = Field("", max_length=40)
    protection: Protection | None = None
    born_on: Day | None = None
    reduced_capacity: bool | None = None
    employer_part: EmployerPart = EmployerPart.NONE_YET
    why: Text = Field("", max_length=LONGEST)


class AgreementAskedDone(Shown):
    """It is done."""

    request: UUID


class OpenAgreementListed(Shown):
    """An open agreement of the office."""

    person: UUID
    name: str
    used_on: date
    target_group: TargetGroup


class OpenAgreementsShown(Shown):
    """The office's open agreements."""

    agreements: list[OpenAgreementListed]


@router.get("/me/agreement-requests", response=AgreementsAskedShown, summary="What I have asked for")
@api_policy(OWN)
def list_my_agreement_requests(request: HttpRequest) -> dict[str, Any]:
    """One's own requests for an agreement, and where they stand."""
    call = calling(request)
    found = access_agreement(call.acting, own_public_id(call.acting), at=call.at)
    return {"requests": [_facts(each, call.on) for each in found.requests]}


@router.post("/me/agreement-requests", response=AgreementAskedDone, summary="Ask for an agreement")
@api_policy(OWN)
def ask_for_agreement(request: HttpRequest, sent: OwnAgreementAsked) -> Done:
    """Ask a NAV office for an agreement on one's own behalf."""
    call = calling(request)
    form = OwnAskForm(sent.model_dump(mode="json"), offices=nav_offices(), on=call.on)
    _no_faults(form)
    row = act_ask_for_oneself(
        call.acting, sent.office, form.employer_asked(), sent.wish, at=call.at, on=call.on
    )
    return Done(AgreementAskedDone(request=row.public_id))


@router.post(MINE + "/withdrawal", response=AgreementAskedDone, summary="Take back a request")
@api_policy(OWN)
def withdraw_agreement_request(request: HttpRequest, agreement_request_id: UUID) -> Done:
    """Take back what one has asked for, as long as nobody has answered."""
    call = calling(request)
    act_withdraw(call.acting, agreement_request_id, at=call.at, on=call.on)
    return Done(AgreementAskedDone(request=agreement_request_id))


@router.get("/employer/interest", response=AgreementsAskedShown, summary="Interest I have shown")
@api_policy(EMPLOYER)
def list_own_interest(request: HttpRequest) -> dict[str, Any]:
    """What you have sent for the business you act for, and the answers."""
    call = calling(request)
    return {"requests": [_facts(each, call.on) for each in access_own_interest(call.acting, at=call.at)]}


@router.post("/employer/interest", response=AgreementAskedDone, summary="Show interest")
@api_policy(EMPLOYER)
def show_interest(request: HttpRequest, sent: InterestShownSent) -> Done:
    """Tell a NAV office that the business considers taking somebody in. Name no jobseeker."""
    call = calling(request)
    form = OwnInterestForm(sent.model_dump(mode="json"), offices=nav_offices(), on=call.on)
    _no_faults(form)
    row = act_show_interest(call.acting, sent.office, form.reached(), sent.wish, at=call.at)
    return Done(AgreementAskedDone(request=row.public_id))


@router.get("/agreement-requests", response=OfficeAgreementsAskedShown, summary="The office's inbox")
@api_policy(OFFICE)
def list_agreement_requests(request: HttpRequest) -> dict[str, Any]:
    """What waits for an answer from your office; what must be answered first stands first."""
    call = calling(request)
    return {"requests": [_office(each, call.on) for each in access_all_asked(call.acting, at=call.at)]}


@router.post("/agreement-requests", response=AgreementAskedDone, summary="Take down a request")
@api_policy(OFFICE)
def take_down_agreement_request(request: HttpRequest, sent: AgreementAskedTaken) -> Done:
    """Put down what somebody asks for who came or called. It waits in the inbox."""
    call = calling(request)
    mine = [each for each in nav_offices() if each.public_id == call.acting.unit]
    made = InterestForm if sent.asked_for is AskedFor.INTEREST else AskForm
    typed = {**sent.model_dump(mode="json"), "office": str(call.acting.unit)}
    form = made(typed, offices=mine, on=call.on, ways=AT_THE_OFFICE)
    _no_faults(form)
    row = act_take_down(call.acting, form.asked(), at=call.at)
    return Done(AgreementAskedDone(request=row.public_id))


@router.get(ONE, response=OfficeAgreementAskedShown, summary="One request for an agreement")
@api_policy(OFFICE)
def get_agreement_request(request: HttpRequest, agreement_request_id: UUID) -> dict[str, Any]:
    """One request to your office. That it has been read is put down."""
    call = calling(request)
    return _office(access_asked(call.acting, agreement_request_id, at=call.at, on=call.on), call.on)


@router.post(ONE + "/answer", response=AgreementAskedDone, summary="Answer a request for an agreement")
@api_policy(OFFICE)
def answer_agreement_request(
    request: HttpRequest, agreement_request_id: UUID, said: AgreementReplySent
) -> Done:
    """Take it up (`taken_up`), tell an employer (`informed`), or say why not. The first of two stands."""
    call = calling(request)
    found = access_asked(call.acting, agreement_request_id, at=call.at, on=call.on)
    typed = {name: value for name, value in said.model_dump(mode="json").items() if value is not None}
    typed["reduced_capacity"] = {True: "yes", False: "no", None: "unknown"}[said.reduced_capacity]
    form = ReplyForm(
        typed,
        asked_for=AskedFor(found.row.asked_for),
        is_known=found.row.person_id is not None,
        on=call.on,
        synthetic_only=settings.MODE != "production",
    )
    _no_faults(form)
    act_answer(call.acting, agreement_request_id, form.said(), at=call.at, on=call.on)
    return Done(AgreementAskedDone(request=agreement_request_id))


@router.get("/open-agreements", response=OpenAgreementsShown, summary="The office's open agreements")
@api_policy(OFFICE)
def list_open_agreements(request: HttpRequest) -> dict[str, Any]:
    """Open facilitation and follow-up agreements at your office."""
    call = calling(request)
    found = access_agreements(call.acting, at=call.at)
    names = ("person", "used_on", "target_group")
    return {
        "agreements": [
            {"name": str(each.name), **{name: getattr(each, name) for name in names}} for each in found
        ]
    }


def _no_faults(form: Any) -> None:
    if wrong := faults_of(form):
        raise Trouble(422, "api.not-understood", reasons=wrong)


def _office(found: AskedOne, on: date) -> dict[str, Any]:
    names = ("name", "phone", "email", "employer_contact", "employer_phone", "employer_email", "passed_on_by")
    return {
        **_facts(found, on),
        "organisation_number": found.row.organisation_number,
        **{name: found.text(name) for name in names},
    }


def _facts(found: AskedOne, on: date) -> dict[str, Any]:
    row = found.row
    return {
        "id": row.public_id,
        "receipt": row.receipt,
        "office": row.office.name,
        "asked_for": row.asked_for,
        "asked_by": row.asked_by_whom,
        "through": row.through,
        "status": row.status,
        "asked_on": row.asked_at.astimezone(OSLO).date(),
        "answer_by": row.answer_by,
        "is_late": is_late(row.answer, row.answer_by, on=on),
        "employer": found.text("employer"),
        "wish": found.text("wish"),
        "answer": found.text("answer"),
    }
