"""Inviting somebody at the employer: a link by neutral mail, and a code that is told another way.

The link is made when the mail is and kept nowhere; of link and code only fingerprints are kept.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.db.models import QuerySet
from django.utils.crypto import constant_time_compare, salted_hmac

from fotfeste.apps.agreements.employer_members import NOT_HERE, number_of, over_on
from fotfeste.apps.agreements.models import Agreement, EmployerInvitation
from fotfeste.apps.agreements.tellable import tellable_to
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.outbox.services import send_errand
from fotfeste.apps.people.models import Person
from fotfeste.apps.people.receipts import as_receipt, new_receipt
from fotfeste.domain.agreements.inviting import EmployerAsked, InvitationState, is_open, may_invite
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.permissions import Protection
from fotfeste.domain.verdict import Refused, Verdict
from fotfeste.parameters import AGREEMENT_LIMITS

MAIL = "mail.invitation"


@dataclass(frozen=True, slots=True)
class InvitationSaid:
    """Whom to invite. `number` as it was typed, digits only."""

    name: str
    email: str
    number: str
    may_sign: bool = True


@dataclass(frozen=True, slots=True)
class Invited:
    """A new invitation. The code is here and nowhere else; printing this does not show it."""

    row: EmployerInvitation
    code: str = field(repr=False)


def link_token(row: EmployerInvitation) -> str:
    """What stands in the link."""
    return salted_hmac("fotfeste.invitation.link", row.public_id.hex, algorithm="sha256").hexdigest()


def invite(deed: Deed, agreement: Agreement, said: InvitationSaid) -> Invited:
    """Invite one person at the agreement's employer. Raises Refused with every reason."""
    refuse(against_letting_in(agreement, deed.person, said.number, on=deed.on))
    code = new_receipt()
    limits = AGREEMENT_LIMITS.on(deed.on)
    row = EmployerInvitation(
        person=deed.person,
        agreement=agreement,
        organisation_number=said.number,
        may_sign=said.may_sign,
        invited_by_id=deed.by.account_id,
        invited_at=deed.at,
        expires_at=deed.at + timedelta(days=limits.invitation_days),
    )
    row.fingerprint = _of_link(link_token(row))
    row.code_fingerprint = _of_code(row, code)
    row.seal("sealed_name", said.name.strip(), deed.key)
    row.seal("sealed_email", said.email.strip(), deed.key)
    row.save()
    send_errand(MAIL, at=deed.at, invitation=str(row.public_id))
    deed.done("agreement.employer-invited")
    return Invited(row, code)


def revoke(deed: Deed, agreement: Agreement, about: str) -> None:
    """The link opens nothing from this moment."""
    row = next(
        (each for each in open_invitations(agreement, at=deed.at) if each.public_id.hex == about), None
    )
    if row is None:
        raise Refused((NOT_HERE,))
    row.revoked_at = deed.at
    row.save()
    deed.done("agreement.invitation-revoked")


def open_invitations(agreement: Agreement, *, at: datetime) -> list[EmployerInvitation]:
    """Those that can still be used, the newest first."""
    rows = _invitations().filter(agreement=agreement).order_by("-pk")
    return [row for row in rows if still_open(row, at=at)]


def still_open(row: EmployerInvitation, *, at: datetime) -> bool:
    """Whether the link can be used at that moment."""
    state = InvitationState(
        row.expires_at, row.wrong_codes, row.used_at is not None, row.revoked_at is not None
    )
    return is_open(state, AGREEMENT_LIMITS.on(row.invited_at.date()), at=at)


def by_link(token: str) -> EmployerInvitation | None:
    """The invitation a link belongs to, whatever has become of it."""
    return _invitations().filter(fingerprint=_of_link(token)).first()


def is_code_of(row: EmployerInvitation, typed: str) -> bool:
    """Whether this is the code. Small letters, blanks and missing hyphens do not matter."""
    return constant_time_compare(bytes(row.code_fingerprint), _of_code(row, typed))


def against_letting_in(agreement: Agreement, person: Person, number: str, *, on: date) -> Verdict:
    """Why nobody at this business may be let in that day."""
    own = number_of(agreement)
    return may_invite(
        EmployerAsked(
            has_employer=agreement.employer is not None,
            number=own,
            typed=number,
            may_be_named=Topic.NAME in tellable_to(person.pk, own, on=on),
            is_protected=person.protection != Protection.NONE,
            is_over=over_on(agreement) is not None,
        )
    )


def _invitations() -> QuerySet[EmployerInvitation]:
    return EmployerInvitation.objects.select_related(
        "person", "agreement__employer", "agreement__person", "invited_by"
    )


def _of_link(token: str) -> bytes:
    return sha256(token.encode()).digest()


def _of_code(row: EmployerInvitation, code: str) -> bytes:
    told = f"{row.public_id.hex}:{as_receipt(code).replace('-', '')}"
    return salted_hmac("fotfeste.invitation.code", told, algorithm="sha256").digest()
