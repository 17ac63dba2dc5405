"""Coming in by an invitation: number and code first, then a log-in of one's own or one that is made.

Nobody stands in a relation before: the door of the record is not opened. What is asked is the link, the
number and the code, and each time whether the jobseeker still lets this business know the name. Whatever is
wrong, the answer is the same, so that nobody can find out what there is.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.auth.hashers import make_password

from fotfeste.apps.agreements.employer_members import Entering, let_in, number_of, workplace
from fotfeste.apps.agreements.invitations import (
    against_letting_in,
    by_link,
    is_code_of,
    still_open,
)
from fotfeste.apps.agreements.models import EmployerInvitation, EmployerMember
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, Who, act, record, refused
from fotfeste.apps.consents.many import hold_still
from fotfeste.apps.people.accounts_services import save_with_own_name
from fotfeste.apps.people.acting import acting, memberships_of
from fotfeste.apps.people.models import Account
from fotfeste.apps.people.services import touch
from fotfeste.apps.people.timeline import happened
from fotfeste.apps.vault.keys import keys_of
from fotfeste.domain.log_in import LogInAsked, may_be_given
from fotfeste.domain.verdict import Refused, because

NO = because("agreement-employer.link-or-code", "house §agreements")


@dataclass(frozen=True, slots=True)
class At:
    """The moment, its legal day, and how the log names whoever asks without a log-in."""

    at: datetime
    on: date
    who: Who


def act_show_code(token: str, number: str, code: str, *, now: At) -> EmployerInvitation | None:
    """The invitation, when link, number and code belong together. A wrong try is counted."""
    with act():
        row = by_link(token)
        if row is None:
            record(refused(_entry(now, None), NO.code))
            return None
        hold_still([row.person_id])
        row.refresh_from_db(fields=["wrong_codes", "used_at", "revoked_at"])
        is_right = number == row.organisation_number and is_code_of(row, code)
        if not still_open(row, at=now.at) or not is_right or _is_closed(row, now):
            if not is_right:
                EmployerInvitation.objects.filter(pk=row.pk).update(wrong_codes=row.wrong_codes + 1)
            record(refused(_entry(now, row), NO.code))
            return None
        record(_entry(now, row))
        return row


def act_come_in(invitation: UUID, account: Account, *, now: At) -> EmployerMember:
    """Use the invitation with a log-in one has. Raises Refused."""
    with act():
        return _come_in(_held(invitation, now), account, now)


def act_come_in_anew(invitation: UUID, name: str, user_name: str, *, now: At) -> Account:
    """Use it with a new log-in, which opens nothing before its owner has made a password.

    Raises Refused and NameTaken.
    """
    with act():
        row = _held(invitation, now)
        if against := may_be_given(LogInAsked(user_name.strip(), has_one=False)):
            raise Refused(against)
        key = keys_of([(row.person_id, row.person.public_id)])[row.person_id]
        account = Account(
            username=user_name.strip(),
            name=name.strip()[:120],
            email=row.opened("sealed_email", key),
            password=make_password(None),
        )
        save_with_own_name(account)
        _come_in(row, account, now)
        return account


def _held(invitation: UUID, now: At) -> EmployerInvitation:
    """The invitation once nobody else can use it. Raises Refused."""
    rows = EmployerInvitation.objects.select_related("person", "agreement__employer")
    row = rows.filter(public_id=invitation).first()
    if row is None:
        raise Refused((NO,))
    hold_still([row.person_id])
    row.refresh_from_db(fields=["wrong_codes", "used_at", "revoked_at"])
    if not still_open(row, at=now.at) or _is_closed(row, now):
        raise Refused((NO,))
    return row


def _is_closed(row: EmployerInvitation, now: At) -> bool:
    return bool(against_letting_in(row.agreement, row.person, row.organisation_number, on=now.on))


def _come_in(row: EmployerInvitation, account: Account, now: At) -> EmployerMember:
    if account.person_id is not None or account.acts_for_id is not None or not account.is_active:
        raise Refused((NO,))
    employer = row.agreement.employer
    unit = workplace(number_of(row.agreement), employer.name if employer else "")
    member = let_in(row, row.agreement, Entering(account, unit, now.at, now.on))
    row.used_at, row.used_by = now.at, account
    row.save()
    roles = memberships_of(account, on=now.on).filter(unit=unit)
    by = acting(account, on=now.on, membership=roles.values_list("public_id", flat=True).last())
    assert by is not None  # noqa: S101  # a role there was made just now
    who = by.through(now.who.channel, now.who.request_id)
    record(Entry(Action.AGREEMENT_CHANGED, who.who, now.at, subject=row.person.log_id, area="employer_came"))
    happened(row.person, "agreement.employer-came", on=now.on, by=who, at=now.at)
    touch(row.person, on=now.on)
    return member


def _entry(now: At, row: EmployerInvitation | None) -> Entry:
    subject = row.person.log_id if row else None
    return Entry(Action.AGREEMENT_CHANGED, now.who, now.at, subject=subject, area="invitation")
