"""Who at the employer is let in, for the parties to see; and letting in and out, by NAV or a colleague."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.agreements.employer_deed import entered_by_employer
from fotfeste.apps.agreements.employer_members import NOT_HERE, is_at_work, members_of, number_of
from fotfeste.apps.agreements.employer_view import agreement_entered, person_of
from fotfeste.apps.agreements.invitations import open_invitations
from fotfeste.apps.agreements.models import Agreement, EmployerInvitation, EmployerMember
from fotfeste.apps.agreements.newest import agreement_of
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.door import Found, opened
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.sealed import Sealed, SealedContact
from fotfeste.domain.agreements.inviting import may_let_in_colleague
from fotfeste.domain.permissions import Permission
from fotfeste.domain.verdict import Refused

AREA = "employer_people"


@dataclass(frozen=True, slots=True)
class MemberSeen:
    """Somebody who is let in, and whether they still stand for the business."""

    row: EmployerMember
    is_at_work: bool


@dataclass(frozen=True, slots=True)
class EmployerSide:
    """Who can see the agreement at the employer, and who is invited. `row` is None where there is none."""

    row: Agreement | None
    employer: str
    number: str
    members: Sequence[MemberSeen]
    invitations: Sequence[tuple[EmployerInvitation, Sealed]]
    may_change: bool
    contact: SealedContact | None = None


def access_employer_side(acting: Acting, public_id: UUID, *, at: datetime, on: date) -> EmployerSide:
    """For the person and for NAV. Raises Denied."""
    with opened(
        acting, public_id, Permission.AGREEMENT_READ, at=at, action=Action.AGREEMENT_SEEN, area=AREA
    ) as found:
        agreement = agreement_of(found.person)
        contact = SealedContact(found.person, found.key)
        may_change = found.decision.may(Permission.AGREEMENT_CHANGE)
        if agreement is None:
            return EmployerSide(None, "", "", (), (), may_change=False, contact=contact)
        return _side(agreement, found, contact, may_change=may_change, at=at, on=on)


def access_colleagues(acting: Acting, agreement: UUID, *, at: datetime, on: date) -> EmployerSide:
    """For somebody at the employer who is let in. Raises Denied."""
    person = person_of(acting, agreement, at=at)
    with opened(
        acting, person, Permission.EMPLOYER_AGREEMENT_READ, at=at, action=Action.AGREEMENT_SEEN, area=AREA
    ) as found:
        member = agreement_entered(found, acting, agreement, at=at, on=on)
        return _side(member.agreement, found, None, may_change=member.may_sign, at=at, on=on)


@contextmanager
def changed_by_nav(
    acting: Acting, public_id: UUID, *, at: datetime, on: date
) -> Iterator[tuple[Deed, Agreement]]:
    """NAV lets in or out: the newest agreement of the person. Raises Denied and Refused."""
    with opened(
        acting, public_id, Permission.AGREEMENT_CHANGE, at=at, action=Action.AGREEMENT_CHANGED, area=AREA
    ) as found:
        agreement = agreement_of(found.person)
        if agreement is None:
            raise Refused((NOT_HERE,))
        yield Deed(found, by=acting, at=at, on=on), agreement


@contextmanager
def changed_by_colleague(
    acting: Acting, agreement: UUID, *, at: datetime, on: date
) -> Iterator[tuple[Deed, Agreement]]:
    """Somebody who may sign for the business lets in or out. Raises Denied and Refused."""
    action = Action.AGREEMENT_CHANGED
    with entered_by_employer(acting, agreement, at=at, on=on, action=action, area=AREA) as deed:
        refuse(may_let_in_colleague(may_sign=deed.member.may_sign))
        yield deed, deed.agreement


def _side(
    agreement: Agreement,
    found: Found,
    contact: SealedContact | None,
    *,
    may_change: bool,
    at: datetime,
    on: date,
) -> EmployerSide:
    invited = open_invitations(agreement, at=at)
    return EmployerSide(
        row=agreement,
        employer=agreement.employer.name if agreement.employer else "",
        number=number_of(agreement),
        members=[MemberSeen(each, is_at_work(each, on=on)) for each in members_of(agreement)],
        invitations=[(each, Sealed(each, "sealed_name", found.key)) for each in invited],
        may_change=may_change,
        contact=contact,
    )
