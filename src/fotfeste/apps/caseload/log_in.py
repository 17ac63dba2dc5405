"""The jobseeker's own log-in, as the specialist gives it: is there one, make it, send a new link."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.caseload.person import Header, Look, header_of
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found, opened
from fotfeste.apps.people.models import Account
from fotfeste.apps.people.own_log_in import Wanted, is_hidden, log_in_of, make_log_in, readdress, send_link
from fotfeste.apps.people.records import contact_of
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.domain.log_in import KnownBy
from fotfeste.domain.permissions import Permission


@dataclass(frozen=True, slots=True)
class LogInPage:
    """Whether there is a log-in, and what one would be made from. `is_hidden`: no e-mail may stand in it."""

    header: Header
    contact: SealedContact
    is_hidden: bool
    user_name: str
    email: str
    last_used: datetime | None

    @property
    def is_there(self) -> bool:
        """Whether the jobseeker has one."""
        return bool(self.user_name)


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
        )


def act_give_log_in(look: Look, wanted: Wanted, known_by: KnownBy) -> Account | None:
    """Give the jobseeker a log-in. Answers the account whose link has to be shown; None when it is mailed."""
    with _opened(look, Action.ACCOUNT_CREATED) as found:
        account = make_log_in(found.person, contact_of(found.person, found.key), wanted)
        mailed = send_link(account, at=look.at)
        _deed(found, look).done("log-in.given", known_by=known_by)
        return None if mailed else account


def act_new_link(look: Look, email: str) -> Account | None:
    """A new link to make a password with, to this address. Answers as above."""
    with _opened(look, Action.ACCOUNT_CHANGED) as found:
        account = log_in_of(found.person)
        if account is None:
            raise LookupError("There is no log-in to make a link for.")
        readdress(account, email)
        mailed = send_link(account, at=look.at)
        _deed(found, look).done("log-in.link-made", sent_by="mail" if mailed else "shown")
        return None if mailed else account


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
