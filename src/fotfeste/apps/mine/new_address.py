"""Another address that somebody has asked for to one's own log-in, and saying no to it."""

from dataclasses import dataclass
from datetime import date, datetime

from fotfeste.apps.around.own import own_record
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.caseload.log_in import counts_from
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.apps.people.new_addresses import end, not_ended, was_used_since
from fotfeste.apps.people.own_log_in import log_in_of
from fotfeste.domain.log_in import AddressOutcome
from fotfeste.domain.permissions import Permission


@dataclass(frozen=True, slots=True)
class NewAddressAsked:
    """When it was asked for, and when it counts. `is_stopped`: one has logged in since, so it never will."""

    asked_at: datetime
    from_day: date
    is_stopped: bool


def new_address_asked(person: Person) -> NewAddressAsked | None:
    """What the owner is told of it; None when nobody has asked."""
    row, account = not_ended(person), log_in_of(person)
    if row is None or account is None:
        return None
    return NewAddressAsked(row.asked_at, counts_from(row), was_used_since(account, row))


def act_refuse_new_address(acting: Acting, *, at: datetime, on: date) -> bool:
    """Say no: the log-in stays as it is. False when nothing waits any more."""
    with own_record(acting, Permission.CONSENT_SIGN, at=at, action=Action.ACCOUNT_CHANGED) as found:
        row = not_ended(found.person)
        if row is None:
            return False
        end(row, AddressOutcome.STOPPED, at=at)
        Deed(found, by=acting, at=at, on=on).done("log-in.address-refused")
        return True
