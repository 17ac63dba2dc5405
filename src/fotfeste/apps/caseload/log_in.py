"""The jobseeker's own log-in, as the specialist gives it: is there one, make it, send a new link."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.caseload.person import Header, Look, header_of
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import OSLO, Found, opened
from fotfeste.apps.people.models import Account, NewAddress
from fotfeste.apps.people.new_addresses import Asked, ask_for, end, waiting, was_used_since
from fotfeste.apps.people.own_log_in import (
    Wanted,
    has_to_wait,
    is_hidden,
    log_in_of,
    make_log_in,
    readdress,
    send_link,
)
from fotfeste.apps.people.records import contact_of
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.domain.log_in import AddressOutcome, KnownBy
from fotfeste.domain.permissions import Permission
from fotfeste.parameters import LOG_IN_LIMITS


@dataclass(frozen=True, slots=True)
class LogInPage:
    """Whether there is a log-in, and what one would be made from. `is_hidden`: no e-mail may stand in it."""

    header: Header
    contact: SealedContact
    is_hidden: bool
    user_name: str
    email: str
    last_used: datetime | None
    new_address_from: date | None

    @property
    def is_there(self) -> bool:
        """Whether the jobseeker has one."""
        return bool(self.user_name)


@dataclass(frozen=True, slots=True)
class Waits:
    """Another address waits until this day. `is_told`: there was an old one to send word to."""

    until: date
    is_told: bool


def access_log_in(look: Look) -> LogInPage:
    """What the page shows."""
    with _opened(look, Action.PERSON_SEEN) as found:
        account = log_in_of(found.person)
        return LogInPage(
            header=header_of(found, on=look.on),
            contact=SealedContact(found.person, found.key),
            is_hidden=is_hidden(found.person),
            user_name=account.username if account else "",
            email=account.email if account else "",
            last_used=account.last_login if account else None,
            new_address_from=counts_from(row) if (row := waiting(found.person, account)) else None,
        )


def act_give_log_in(look: Look, wanted: Wanted, known_by: KnownBy) -> Account | None:
    """Give the jobseeker a log-in. Answers the account whose link has to be shown; None when it is mailed."""
    with _opened(look, Action.ACCOUNT_CREATED) as found:
        account = make_log_in(found.person, contact_of(found.person, found.key), wanted)
        mailed = send_link(account, at=look.at)
        _deed(found, look).done("log-in.given", known_by=known_by)
        return None if mailed else account


def act_new_link(look: Look, email: str) -> Account | Waits | None:
    """A new link to make a password with, to this address. Answers as above, or that it waits."""
    with _opened(look, Action.ACCOUNT_CHANGED) as found:
        account = log_in_of(found.person)
        if account is None:
            raise LookupError("There is no log-in to make a link for.")
        if has_to_wait(account, email):
            return _wait(account, email, found, look)
        return None if _link_to(account, email, found, look) else account


def _wait(account: Account, email: str, found: Found, look: Look) -> Waits:
    asked = Asked(email, by=_who(look), at=look.at)
    waits = Waits(
        counts_from(ask_for(account, found.key, asked, LOG_IN_LIMITS.on(look.on))), bool(account.email)
    )
    kind = "log-in.address-asked" if waits.is_told else "log-in.address-asked-untold"
    _deed(found, look).done(kind, from_on=waits.until.isoformat())
    return waits


def act_end_of_wait(look: Look, row_id: UUID) -> None:
    """The new address counts from now, and gets its link; not when the owner has logged in meanwhile."""
    with _opened(look, Action.ACCOUNT_CHANGED) as found:
        account = log_in_of(found.person)
        row = NewAddress.objects.get(person=found.person, public_id=row_id)
        if account is None or row.ended_at is not None:
            return
        email = row.opened("sealed_email", found.key)
        if was_used_since(account, row) or is_hidden(found.person):
            end(row, AddressOutcome.STOPPED, at=look.at)
            _deed(found, look).done("log-in.address-stopped")
            return
        end(row, AddressOutcome.TAKEN, at=look.at)
        _link_to(account, email, found, look)


def _link_to(account: Account, email: str, found: Found, look: Look) -> bool:
    """Send the link, where there is an address. Answers whether there was."""
    readdress(account, email)
    mailed = send_link(account, at=look.at)
    _deed(found, look).done("log-in.link-made", sent_by="mail" if mailed else "shown")
    return mailed


def counts_from(row: NewAddress) -> date:
    """The day another address begins to count."""
    return row.takes_effect_at.astimezone(OSLO).date()


def _who(look: Look) -> int:
    if look.acting.account_id is None:
        raise LookupError("Nobody asks.")
    return look.acting.account_id


def _opened(look: Look, action: Action) -> AbstractContextManager[Found]:
    return opened(
        look.acting,
        look.public_id,
        Permission.LOG_IN_GIVE,
        at=look.at,
        action=action,
        purpose=look.purpose,
        area="log_in",
    )


def _deed(found: Found, look: Look) -> Deed:
    return Deed(found, by=look.acting, at=look.at, on=look.on)
