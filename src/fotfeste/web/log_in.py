"""In and out: a new session id each time, and a line in the log for each log-in, failure and log-out."""

from datetime import datetime
from uuid import UUID

from django.contrib.auth import login, logout
from django.http import HttpRequest

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, Who, act, record, refused
from fotfeste.apps.people.acting import Acting, acting
from fotfeste.apps.people.models import Account
from fotfeste.clock import OSLO
from fotfeste.web import session_times

BACKEND = "fotfeste.web.log_in_backend.ByNameOrEmail"


def log_in(request: HttpRequest, account: Account, *, at: datetime, how: str) -> None:
    """Log the account in. `how` is "password", "passkey" or "demo". Whatever the session held is gone."""
    now_acting = acting(account, on=at.astimezone(OSLO).date())
    with act():
        if request.user.is_authenticated:
            request.session.flush()
        login(request, account, backend=BACKEND)
        session_times.begin(request, now_acting.role if now_acting else None, at=at)
        record(_entry(Action.LOGIN_SUCCEEDED, request, account, now_acting, at=at, area=how))


def log_out(request: HttpRequest, *, at: datetime, why: str = "") -> None:
    """Log out; the session is gone from the server. `why` is empty when the person asked for it."""
    account = request.user
    if not isinstance(account, Account):
        return
    now_acting: Acting | None = getattr(request, "acting", None)
    with act():
        logout(request)
        record(_entry(Action.LOGOUT, request, account, now_acting, at=at, area=why))


def log_in_failed(
    request: HttpRequest, account: Account | None, *, at: datetime, why: str = "login.wrong"
) -> None:
    """Keep that somebody tried. The same work whether the account is there or not."""
    who = Who(account=None, request_id=_request_id(request))
    tried = account.public_id if account else None
    entry = Entry(Action.LOGIN_FAILED, who, at, object_type="account", object_id=tried)
    with act():
        record(refused(entry, why))


def who_of(request: HttpRequest, account: Account) -> Who:
    """How the log names somebody who is about to be, or has just been, logged in."""
    return Who(account=account.public_id, request_id=_request_id(request))


def _entry(
    action: Action, request: HttpRequest, account: Account, who: Acting | None, *, at: datetime, area: str
) -> Entry:
    named = Who(
        account=account.public_id,
        role=who.role if who else "",
        unit=who.unit if who else None,
        request_id=_request_id(request),
    )
    return Entry(action, named, at, object_type="account", object_id=account.public_id, area=area)


def _request_id(request: HttpRequest) -> UUID:
    found: UUID = getattr(request, "request_id", UUID(int=0))
    return found
