"""Letting in somebody at the employer, and the employer's signature (A-01, A-02).

The code of an invitation stands in the first answer alone: what is kept of an answer does not hold it. A
program that lost that answer revokes the invitation and makes another, as one does on the page.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.act_forms import faults_of
from fotfeste.api.calls import calling
from fotfeste.api.fields import Flag, Text
from fotfeste.api.once import Done
from fotfeste.api.operations.agreement_employer import EMPLOYER, OF_PERSON, ONE
from fotfeste.api.policy import RECORD, api_policy
from fotfeste.api.schemas import Sent, Shown
from fotfeste.api.trouble import Trouble
from fotfeste.apps.agreements.employer_members import number_of
from fotfeste.apps.agreements.employer_side import changed_by_colleague, changed_by_nav
from fotfeste.apps.agreements.employer_signing import act_sign_as_employer, act_take_back_as_employer
from fotfeste.apps.agreements.invitations import InvitationSaid, Invited, invite
from fotfeste.domain.agreements.identified import SignedBy
from fotfeste.web.agreement_employer_forms import InviteForm

router = Router(tags=["Employer's agreements"])


class ColleagueInvited(Sent):
    """Whom to let in. The mail tells neither what it is about nor whom."""

    name: Text = Field(max_length=120)
    email: Text = Field(max_length=254)
    may_sign: Flag = False


class EmployerPersonInvited(ColleagueInvited):
    """The same, with the number of the business: it must be the one that is a party."""

    organisation_number: Text = Field(max_length=40)


class InvitationMade(Shown):
    """An invitation. The link goes by mail; the code you tell another way."""

    id: UUID
    expires_at: datetime
    code: str | None = Field(default=None, description="In the first answer alone: null when sent again.")


class EmployerSigned(Sent):
    """What is signed: the version with this digest, all of which has been read."""

    digest: Text = Field(max_length=64)
    has_read: Literal[True]


class EmployerSignature(Shown):
    """It is done."""

    agreement: UUID


@router.post(OF_PERSON + "/invitations", response=InvitationMade, summary="Invite somebody at the employer")
@api_policy(RECORD)
def invite_employer_person(request: HttpRequest, person_id: UUID, said: EmployerPersonInvited) -> Done:
    """For NAV: one named person at the business that is a party."""
    call, number = calling(request), said.organisation_number
    typed = _typed(InviteForm({**said.model_dump(), "number": number}))
    with changed_by_nav(call.acting, person_id, at=call.at, on=call.on) as (deed, row):
        return _made(invite(deed, row, _said(typed, typed["number"])))


@router.post(ONE + "/colleagues/invitations", response=InvitationMade, summary="Invite a colleague")
@api_policy(EMPLOYER)
def invite_employer_colleague(
    request: HttpRequest, employer_agreement_id: UUID, said: ColleagueInvited
) -> Done:
    """Only for somebody who may sign for the business."""
    call = calling(request)
    typed = _typed(InviteForm(said.model_dump(), is_colleague=True))
    with changed_by_colleague(call.acting, employer_agreement_id, at=call.at, on=call.on) as (deed, row):
        return _made(invite(deed, row, _said(typed, number_of(row))))


@router.post(ONE + "/signature", response=EmployerSignature, summary="Sign for the employer")
@api_policy(EMPLOYER)
def sign_as_employer(request: HttpRequest, employer_agreement_id: UUID, said: EmployerSigned) -> Done:
    """What is laid out, exactly as you have read it. Only for somebody who may sign for the business."""
    call = calling(request)
    act_sign_as_employer(
        call.acting,
        employer_agreement_id,
        shown=said.digest,
        signed_by=SignedBy.OWN_LOG_IN,
        at=call.at,
        on=call.on,
    )
    return Done(EmployerSignature(agreement=employer_agreement_id))


@router.post(ONE + "/signature/withdrawal", response=EmployerSignature, summary="Take the signature back")
@api_policy(EMPLOYER)
def take_back_as_employer(request: HttpRequest, employer_agreement_id: UUID) -> Done:
    """As long as not all have signed."""
    call = calling(request)
    act_take_back_as_employer(call.acting, employer_agreement_id, at=call.at, on=call.on)
    return Done(EmployerSignature(agreement=employer_agreement_id))


def _typed(form: InviteForm) -> Mapping[str, Any]:
    if faults := faults_of(form):
        raise Trouble(422, "api.not-understood", reasons=faults)
    return form.cleaned_data


def _said(typed: Mapping[str, Any], number: str) -> InvitationSaid:
    return InvitationSaid(typed["name"], typed["email"], number, may_sign=typed["may_sign"])


def _made(made: Invited) -> Done:
    row = made.row
    return Done(InvitationMade(id=row.public_id, expires_at=row.expires_at), told_once={"code": made.code})
