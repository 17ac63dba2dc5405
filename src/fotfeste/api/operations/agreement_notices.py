"""What one is told about agreements, and the letters that an office sends on paper."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.fields import Id
from fotfeste.api.once import Done
from fotfeste.api.policy import RECORD, api_policy, needs
from fotfeste.api.schemas import Sent, Shown
from fotfeste.api.trouble import not_found
from fotfeste.apps.agreements.inbox import access_notices, act_mark_read
from fotfeste.apps.agreements.letters import access_letter, access_letters
from fotfeste.domain.agreements.notices import NoticeCode
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.permissions import Ability, Role

router = Router(tags=["Agreement notices"])

OWN = needs(Ability.NOTICES_OWN)
OFFICE = needs(Ability.AGREEMENT_REQUEST_ANSWER)


class AgreementNoticeShown(Shown):
    """One notice. It says what happened; what was agreed is read in the agreement."""

    id: UUID
    code: NoticeCode
    on: date
    is_new: bool
    agreement: UUID
    person: UUID | None = Field(description="Null for others than NAV.")
    name: str | None = Field(description="Null where you may not know it, or it is you.")


class AgreementNoticesShown(Shown):
    """Your notices, those not read first."""

    notices: list[AgreementNoticeShown]


class NoticesRead(Sent):
    """The newest notice that was shown: it and all before it are read."""

    newest: Id


class NoticesReadDone(Shown):
    """How many were marked."""

    read: int


class AgreementLetterListed(Shown):
    """A letter that is not sent."""

    id: UUID
    person: UUID
    name: str
    party: Party
    code: NoticeCode
    on: date


class AgreementLettersShown(Shown):
    """The letters that wait at your office, the oldest first."""

    letters: list[AgreementLetterListed]


class AgreementLetterShown(Shown):
    """One letter: to whom, what it tells, whom they can turn to."""

    id: UUID
    to: str
    business: str
    party: Party
    code: NoticeCode
    on: date
    office: str
    contact: str | None
    sent_on: date | None


@router.get("/agreement-notices", response=AgreementNoticesShown, summary="My notices about agreements")
@api_policy(OWN)
def list_agreement_notices(request: HttpRequest) -> dict[str, Any]:
    """For a jobseeker, a NAV adviser and an employer's contact, each their own."""
    call = calling(request)
    found = access_notices(call.acting, at=call.at, on=call.on)
    is_nav = call.acting.role is Role.NAV_ADVISER
    return {
        "notices": [
            {
                "id": each.row.public_id,
                "code": each.code,
                "on": each.row.on,
                "is_new": each.row.seen_at is None,
                "agreement": each.row.agreement.public_id,
                "person": each.row.person.public_id if is_nav else None,
                "name": str(each.name) if each.name else None,
            }
            for each in found
        ]
    }


@router.post("/agreement-notices/read", response=NoticesReadDone, summary="Mark notices as read")
@api_policy(OWN)
def read_agreement_notices(request: HttpRequest, sent: NoticesRead) -> Done:
    """What came after the newest that was shown stays new."""
    call = calling(request)
    return Done(NoticesReadDone(read=act_mark_read(call.acting, sent.newest, at=call.at)))


@router.get("/agreement-letters", response=AgreementLettersShown, summary="Letters to send on paper")
@api_policy(OFFICE)
def list_agreement_letters(request: HttpRequest) -> dict[str, Any]:
    """To parties who are not digital, from your office."""
    call = calling(request)
    return {
        "letters": [
            {
                "id": each.row.public_id,
                "person": each.row.person.public_id,
                "name": str(each.name),
                "party": each.row.party,
                "code": each.row.code,
                "on": each.row.on,
            }
            for each in access_letters(call.acting, at=call.at)
        ]
    }


@router.get(
    "/people/{uuid:person_id}/agreement/letters/{uuid:letter_id}",
    response=AgreementLetterShown,
    summary="One letter",
)
@api_policy(RECORD)
def get_agreement_letter(request: HttpRequest, person_id: UUID, letter_id: UUID) -> dict[str, Any]:
    """What is printed. That it is sent is an act of its own."""
    call = calling(request)
    found = access_letter(call.acting, person_id, letter_id, at=call.at)
    if found is None:
        raise not_found()
    name, business = found.to
    return {
        "id": found.row.public_id,
        "to": name,
        "business": business,
        "party": found.row.party,
        "code": found.row.code,
        "on": found.row.on,
        "office": found.agreement.office.name,
        "contact": found.contact.name if found.contact else None,
        "sent_on": found.row.printed_on,
    }
