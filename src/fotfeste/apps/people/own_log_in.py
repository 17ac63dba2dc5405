"""The jobseeker's own log-in: made, and sent a new link. The door through which each comes has logged it.

Nobody but its owner ever knows the password. What stands in clear in an account is never more than what
stands in clear of the person: for one with a protected address neither name nor e-mail.
"""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db.models import F

from fotfeste.apps.outbox.services import send_errand
from fotfeste.apps.people.accounts_services import save_with_own_name
from fotfeste.apps.people.models import Account, Person
from fotfeste.apps.people.records import NOT_IN_CLEAR, Contact
from fotfeste.domain.log_in import LinkAsked, LogInAsked, may_be_given, may_have_link, must_wait
from fotfeste.domain.verdict import Refused


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the log-in shall be called, and where its link goes; without an address it is shown."""

    user_name: str
    email: str = ""


def log_in_of(person: Person) -> Account | None:
    """The person's own account."""
    return Account.objects.filter(person=person).first()


def is_hidden(person: Person) -> bool:
    """Whether neither name nor e-mail may stand in clear in an account."""
    return person.protection in NOT_IN_CLEAR


def make_log_in(person: Person, contact: Contact, wanted: Wanted) -> Account:
    """A log-in that cannot be used before its owner has made a password. Raises Refused and NameTaken."""
    user_name = wanted.user_name.strip()
    if against := may_be_given(LogInAsked(user_name, has_one=log_in_of(person) is not None)):
        raise Refused(against)
    hidden = is_hidden(person)
    account = Account(
        person=person,
        username=user_name,
        name="" if hidden else contact.name[:120],
        email="" if hidden else wanted.email.strip(),
        password=make_password(None),
    )
    save_with_own_name(account)
    return account


def has_to_wait(account: Account, email: str) -> bool:
    """Whether a link to this address waits first. Raises Refused where no link may go."""
    new = _may_stand(account, email)
    asked = LinkAsked(
        bool(new),
        has_been_used=account.last_login is not None,
        is_known=new.casefold() == account.email.casefold(),
    )
    if against := may_have_link(asked):
        raise Refused(against)
    return must_wait(asked)


def readdress(account: Account, email: str) -> None:
    """Another address ends every session, so that the owner notices."""
    new = _may_stand(account, email)
    if new.casefold() == account.email.casefold():
        return
    columns = {"email": new, "session_epoch": F("session_epoch") + 1, "version": F("version") + 1}
    Account.objects.filter(pk=account.pk).update(**columns)
    account.refresh_from_db()


def _may_stand(account: Account, email: str) -> str:
    return "" if account.person is None or is_hidden(account.person) else email.strip()


def send_link(account: Account, *, at: datetime) -> bool:
    """Send the owner a link by mail. False where there is no address: then it has to be shown, once."""
    if not account.email:
        return False
    send_errand("mail.account", at=at, what="password_link", account=str(account.public_id))
    return True
