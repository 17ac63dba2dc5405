"""The employer's side of agreements: the common text, who is let in, and taking access back.

Letting in and signing stand in agreement_employer_acts.py.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.fields import Id
from fotfeste.api.once import Done
from fotfeste.api.operations.workbook import DocumentShown, document_shown
from fotfeste.api.policy import RECORD, api_policy, needs
from fotfeste.api.problems import ReasonShown, shown
from fotfeste.api.schemas import Sent, Shown
from fotfeste.apps.agreements.employer_documents import access_document_as_employer
from fotfeste.apps.agreements.employer_members import end_member
from fotfeste.apps.agreements.employer_side import (
    EmployerSide,
    access_colleagues,
    access_employer_side,
    changed_by_colleague,
    changed_by_nav,
)
from fotfeste.apps.agreements.employer_view import (
    AgreementListed,
    CommonText,
    access_agreement_as_employer,
    access_agreements_as_employer,
)
from fotfeste.apps.agreements.invitations import revoke
from fotfeste.apps.agreements.models import Agreement, EmployerSentPlan
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.agreements.content import GoalKind, Instrument, Line, LineKind
from fotfeste.domain.agreements.parties import NavUnit, Party, Towards
from fotfeste.domain.job_support import SupportFrequency
from fotfeste.domain.permissions import Ability

router = Router(tags=["Employer's agreements"])

EMPLOYER = needs(Ability.AGREEMENTS_OWN)
ONE = "/employer/agreements/{uuid:employer_agreement_id}"
OF_PERSON = "/people/{uuid:person_id}/agreement/employer-people"


class EmployerAgreementListed(Shown):
    """One of your agreements. The name is empty where the jobseeker does not let you know it."""

    id: UUID
    name: str
    office: str
    may_sign: bool
    is_to_sign: bool
    seen_until: date | None


class EmployerAgreementsShown(Shown):
    """The agreements you were let in to."""

    agreements: list[EmployerAgreementListed]


class CommonLineShown(Shown):
    """A line of the text that all sign."""

    key: str
    kind: LineKind
    text: str
    owner: Party
    towards: Towards
    instrument: Instrument | None
    goal: GoalKind | None
    responsible: str
    nav_unit: NavUnit | None
    every: SupportFrequency | None
    from_day: date | None
    until: date | None
    deadline: date | None


class CommonTextShown(Shown):
    """A version, as you may read it today."""

    number: int
    digest: str | None = Field(description="To sign it by. Null where not all of it is shown to you.")
    lines: list[CommonLineShown]
    contact: str | None
    review_on: date | None
    is_withheld: bool = Field(description="Something in the text is no longer shown to you.")
    has_signed: bool
    waits_for_you: bool


class SentPlanShown(Shown):
    """A follow-up plan that the employer has sent to NAV."""

    id: UUID
    sent_at: datetime
    sent_by: str
    words: str
    taken_over_on: date | None


class EmployerAgreementShown(Shown):
    """One agreement. `draft` only while no text is laid out, as far as you may know of it."""

    id: UUID
    name: str
    employer: str
    office: str
    may_sign: bool
    seen_until: date | None
    in_force: CommonTextShown | None
    laid_out: CommonTextShown | None
    earlier: list[int] = Field(description="The numbers of versions that held before.")
    draft: list[CommonLineShown]
    own_lines: list[str] = Field(description="The keys of the draft's lines that you wrote and may change.")
    lacks: list[ReasonShown] = Field(description="What keeps the draft from being signed.")
    plans: list[SentPlanShown] = Field(description="The follow-up plans you have sent.")


class EmployerMemberShown(Shown):
    """Somebody at the employer who can see the agreement."""

    id: UUID
    name: str
    may_sign: bool
    from_day: date
    is_at_work: bool


class EmployerInvitationShown(Shown):
    """An invitation that can still be used."""

    id: UUID
    name: str
    may_sign: bool
    expires_at: datetime


class EmployerPeopleShown(Shown):
    """Who at the employer can see the agreement, and who is invited."""

    employer: str
    organisation_number: str
    may_change: bool
    members: list[EmployerMemberShown]
    invitations: list[EmployerInvitationShown]


class AccessEndedSent(Sent):
    """Whose access ends: a member, or an invitation."""

    id: Id
    is_invitation: bool = False


class AccessEnded(Shown):
    """It is done."""

    id: UUID


@router.get("/employer/agreements", response=EmployerAgreementsShown, summary="An employer's agreements")
@api_policy(EMPLOYER)
def list_employer_agreements(request: HttpRequest) -> dict[str, Any]:
    """Those you were let in to, for the business you act for."""
    call = calling(request)
    found = access_agreements_as_employer(call.acting, at=call.at, on=call.on)
    return {"agreements": [_listed(each) for each in found]}


@router.get(ONE, response=EmployerAgreementShown, summary="One agreement, as the employer reads it")
@api_policy(EMPLOYER)
def get_employer_agreement(request: HttpRequest, employer_agreement_id: UUID) -> dict[str, Any]:
    """The text that all sign, and of it what the jobseeker lets you know today."""
    call = calling(request)
    found = access_agreement_as_employer(call.acting, employer_agreement_id, at=call.at, on=call.on)
    return {
        "id": found.row.public_id,
        "name": found.name,
        "employer": found.employer,
        "office": found.office,
        "may_sign": found.member.may_sign,
        "seen_until": found.until,
        "in_force": _text(found.in_force),
        "laid_out": _text(found.laid_out),
        "earlier": [row.number for row in found.earlier],
        "draft": lines_sent(found.draft),
        "own_lines": [line.key for line in found.draft if line.key in found.own],
        "lacks": [shown(reason) for reason in found.lacks],
        "plans": [sent_plan(each, found.key) for each in found.plans],
    }


@router.get(
    ONE + "/versions/{int:number}/document", response=DocumentShown, summary="A sealed agreement, for you"
)
@api_policy(EMPLOYER)
def get_employer_agreement_document(
    request: HttpRequest, employer_agreement_id: UUID, number: int
) -> dict[str, str]:
    """The PDF of a version that holds or held, whole; refused while something in it is not shown to you."""
    call = calling(request)
    found = access_document_as_employer(call.acting, employer_agreement_id, number, at=call.at, on=call.on)
    return document_shown(found)


@router.get(ONE + "/colleagues", response=EmployerPeopleShown, summary="Who of you can see an agreement")
@api_policy(EMPLOYER)
def list_employer_colleagues(request: HttpRequest, employer_agreement_id: UUID) -> dict[str, Any]:
    """Your colleagues who are let in, and those who are invited."""
    call = calling(request)
    return _side(access_colleagues(call.acting, employer_agreement_id, at=call.at, on=call.on))


@router.post(ONE + "/colleagues/end", response=AccessEnded, summary="Take back a colleague's access")
@api_policy(EMPLOYER)
def end_employer_colleague(request: HttpRequest, employer_agreement_id: UUID, said: AccessEndedSent) -> Done:
    """Only for somebody who may sign for the business."""
    call = calling(request)
    with changed_by_colleague(call.acting, employer_agreement_id, at=call.at, on=call.on) as (deed, row):
        return _end(deed, row, said)


@router.get(OF_PERSON, response=EmployerPeopleShown, summary="Who at the employer can see the agreement")
@api_policy(RECORD)
def list_employer_people(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """For the person and for NAV."""
    call = calling(request)
    return _side(access_employer_side(call.acting, person_id, at=call.at, on=call.on))


@router.post(OF_PERSON + "/end", response=AccessEnded, summary="Take back somebody's access at the employer")
@api_policy(RECORD)
def end_employer_access(request: HttpRequest, person_id: UUID, said: AccessEndedSent) -> Done:
    """For NAV. They see nothing from this moment; what they signed stays signed."""
    call = calling(request)
    with changed_by_nav(call.acting, person_id, at=call.at, on=call.on) as (deed, row):
        return _end(deed, row, said)


def _end(deed: Deed, agreement: Agreement, said: AccessEndedSent) -> Done:
    about = said.id.hex
    if said.is_invitation:
        revoke(deed, agreement, about)
    else:
        end_member(deed, agreement, about)
    return Done(AccessEnded(id=said.id))


def _listed(each: AgreementListed) -> dict[str, Any]:
    return {
        "id": each.row.public_id,
        "name": each.name,
        "office": each.row.office.name,
        "may_sign": each.may_sign,
        "is_to_sign": each.is_to_sign,
        "seen_until": each.until,
    }


def sent_plan(row: EmployerSentPlan, key: SealingKey) -> dict[str, Any]:
    """A plan, opened."""
    return {
        "id": row.public_id,
        "sent_at": row.sent_at,
        "sent_by": row.sent_by.name,
        "words": row.opened("sealed_words", key),
        "taken_over_on": row.taken_over_on,
    }


def _text(text: CommonText | None) -> dict[str, Any] | None:
    if text is None:
        return None
    content = text.content
    return {
        "number": text.row.number,
        "digest": None if text.is_withheld else text.row.digest,
        "lines": lines_sent(content.lines),
        "contact": content.contact.name if content.contact else None,
        "review_on": content.review_on,
        "is_withheld": text.is_withheld,
        "has_signed": text.has_signed,
        "waits_for_you": text.waits_for_employer,
    }


def lines_sent(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """Lines as they are sent."""
    return [{name: getattr(line, name) for name in CommonLineShown.model_fields} for line in lines]


def _side(found: EmployerSide) -> dict[str, Any]:
    return {
        "employer": found.employer,
        "organisation_number": found.number,
        "may_change": found.may_change,
        "members": [
            {
                "id": each.row.public_id,
                "name": each.row.account.name,
                "may_sign": each.row.may_sign,
                "from_day": each.row.from_day,
                "is_at_work": each.is_at_work,
            }
            for each in found.members
        ],
        "invitations": [
            {"id": row.public_id, "name": str(name), "may_sign": row.may_sign, "expires_at": row.expires_at}
            for row, name in found.invitations
        ],
    }
