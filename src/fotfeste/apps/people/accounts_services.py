"""Acts on accounts: made, changed, closed, opened again, given a new password. Each runs inside an act."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, Who, act, record
from fotfeste.apps.outbox.services import send_errand
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Account
from fotfeste.domain.administration import may_close
from fotfeste.domain.verdict import Refused


class NameTaken(Exception):  # says what is wrong
    """Another account has this user name."""


class StaleAccount(Exception):  # says what is wrong
    """Somebody saved the account since it was shown. Carries what is saved now."""

    def __init__(self, saved: Account) -> None:
        super().__init__(saved.public_id)
        self.saved = saved


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """How somebody who works here is called and reached."""

    name: str
    username: str
    email: str = ""
    phone: str = ""


def staff_accounts() -> QuerySet[Account]:
    """Accounts an administrator may know of. A jobseeker's would tell that the person is here."""
    return Account.objects.filter(person=None)


def create_account(
    facts: AccountFacts, *, by: Acting, at: datetime, acts_for: Account | None = None
) -> Account:
    """A new account. It cannot be logged in to before its owner has made a password. Raises NameTaken."""
    account = Account(password=make_password(None), acts_for=acts_for, **_columns(facts))
    save_with_own_name(account)
    _log(Action.ACCOUNT_CREATED, account, by=by.who, at=at)
    return account


def change_account(account: Account, facts: AccountFacts, *, version: int, by: Acting, at: datetime) -> None:
    """Other facts. Raises StaleAccount when somebody saved since `version`, and NameTaken.

    A new e-mail is where the next link for a password goes; all sessions end, so that the owner will notice.
    """
    if account.version != version:
        raise StaleAccount(account)
    if facts.email.strip().casefold() != account.email.casefold():
        account.session_epoch += 1
    for column, value in _columns(facts).items():
        setattr(account, column, value)
    account.version = version + 1
    save_with_own_name(account)
    _log(Action.ACCOUNT_CHANGED, account, by=by.who, at=at, area="facts")


def close_account(account: Account, *, by: Acting, at: datetime) -> None:
    """Close the account: every session and every key of it ends with this act."""
    if verdict := may_close(is_oneself=account.pk == by.account_id):
        raise Refused(verdict)
    _set(account, is_active=False)
    _log(Action.ACCOUNT_DISABLED, account, by=by.who, at=at)


def open_account(account: Account, *, by: Acting, at: datetime) -> None:
    """Open a closed account. Sessions from before it was closed stay dead."""
    _set(account, is_active=True)
    _log(Action.ACCOUNT_CHANGED, account, by=by.who, at=at, area="opened")


def change_password(account: Account, hashed: str, *, who: Who, at: datetime) -> None:
    """A new password, already hashed: hashing is slow and has no place under the write lock."""
    with act():
        _set(account, password=hashed)
        _log(Action.ACCOUNT_CHANGED, account, by=who, at=at, area="password")
        tell_of_change(account, at=at)


def end_other_sessions(account: Account, *, who: Who, at: datetime) -> None:
    """Log the account out everywhere. The caller lets the present session live on if it should."""
    _set(account)
    _log(Action.ACCOUNT_CHANGED, account, by=who, at=at, area="sessions")


def second_factor_changed(account: Account, *, who: Who, at: datetime) -> None:
    """A passkey, an authenticator app or the recovery codes were added, replaced or taken away."""
    _set(account)
    _log(Action.ACCOUNT_CHANGED, account, by=who, at=at, area="second_factor")
    tell_of_change(account, at=at)


def send_password_link(account: Account, *, by: Acting, at: datetime) -> None:
    """Send the owner a link to make a password with. It is made when the mail is, and nobody else sees it."""
    send_errand("mail.account", at=at, what="password_link", account=str(account.public_id))
    _log(Action.ACCOUNT_CHANGED, account, by=by.who, at=at, area="password_link")


def tell_of_change(account: Account, *, at: datetime) -> None:
    """Tell the owner that something about how they log in has changed. The mail says no more than that."""
    send_errand("mail.account", at=at, what="changed", account=str(account.public_id))


def account_to_change(public_id: UUID) -> Account | None:
    """The account, held still until the act is over; None for a jobseeker's and for one that is not there."""
    return staff_accounts().select_for_update().filter(public_id=public_id).first()


def save_with_own_name(account: Account) -> None:
    """Save it under a name nobody else has, whatever its case. Raises NameTaken."""
    others = Account.objects.filter(username__iexact=account.username).exclude(pk=account.pk)
    if others.exists():
        raise NameTaken
    try:
        with transaction.atomic():
            account.save()
    except IntegrityError:
        raise NameTaken from None


def _set(account: Account, **columns: str | bool) -> None:
    for column, value in columns.items():
        setattr(account, column, value)
    Account.objects.filter(pk=account.pk).update(**columns, session_epoch=F("session_epoch") + 1)
    account.refresh_from_db(fields=["session_epoch"])


def _columns(facts: AccountFacts) -> dict[str, str]:
    return {
        "name": facts.name.strip(),
        "username": facts.username.strip(),
        "email": facts.email.strip(),
        "phone": facts.phone.strip(),
    }


def _log(action: Action, account: Account, *, by: Who, at: datetime, area: str = "") -> None:
    record(Entry(action, by, at, object_type="account", object_id=account.public_id, area=area))
