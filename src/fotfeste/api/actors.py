"""Who calls: a program with a token, or somebody who is logged in with a browser.

A machine account acts for somebody: it may what they may, and the log names both.
Every kind of wrong token gets the same answer, and none of them says which kind it was.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NoReturn
from uuid import UUID

from django.http import HttpRequest
from ninja.utils import check_csrf

from fotfeste.api.trouble import Trouble
from fotfeste.apps.audit.actions import Channel
from fotfeste.apps.people.acting import Acting, acting
from fotfeste.apps.people.models import Account, ApiToken
from fotfeste.apps.people.tokens_services import fingerprint
from fotfeste.web.client_address import client_address
from fotfeste.web.limits import FOR_WRONG_KEYS, count
from fotfeste.web.second_factor import is_missing

ROLE_HEADER = "Fotfeste-Acting-As"
"""Which of one's roles one acts in: the id of a membership, as `GET /me` lists them."""

_BEARER = re.compile(r"[Bb]earer ([!-~]{1,200})")
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls, whether they may change anything, and what their calls are counted under."""

    acting: Acting
    may_write: bool
    counted_as: str


def who_calls(request: HttpRequest, *, at: datetime, on: date) -> Caller:
    """Find out who calls. Raises Trouble when that cannot be told, or not believed."""
    header = request.headers.get("Authorization")
    if header is None:
        return _by_session(request, on=on, at=at)
    return _by_token(request, header, at=at, on=on)


def is_reading(request: HttpRequest) -> bool:
    """Whether the method of the call changes nothing."""
    return request.method in _READING


def _by_token(request: HttpRequest, header: str, *, at: datetime, on: date) -> Caller:
    written = _BEARER.fullmatch(header)
    sought = fingerprint(written.group(1) if written else "")
    token = ApiToken.objects.select_related("account__acts_for").filter(fingerprint=sought).first()
    if token is None or not _holds(token, sought, at=at):
        _refuse(request, at=at)
    machine = token.account
    account = machine.acts_for or machine
    found = _in_role(request, account, on=on)
    if found is None:
        _refuse(request, at=at)
    through = found.through(
        Channel.API, _request_id(request), machine.public_id if machine.acts_for else None
    )
    return Caller(through, token.may_write, f"token-{token.pk}")


def _holds(token: ApiToken, sought: bytes, *, at: datetime) -> bool:
    machine, account = token.account, token.account.acts_for
    holds = (
        secrets.compare_digest(bytes(token.fingerprint), sought),
        token.issued_at <= at < token.expires_at,
        token.revoked_at is None,
        machine.is_active,
        token.accepted_at is not None,
        account is None or account.is_active,
    )
    return all(holds)


def _by_session(request: HttpRequest, *, on: date, at: datetime) -> Caller:
    found: Acting | None = getattr(request, "acting", None)
    account = request.user
    if found is None or not isinstance(account, Account):
        _refuse(request, at=at)
    if is_missing(request, account):
        raise Trouble(403, "api.second-step-first")
    if not is_reading(request) and check_csrf(request) is not None:
        raise Trouble(403, "api.foreign-form")
    if ROLE_HEADER in request.headers:
        found = _in_role(request, account, on=on) or found
    return Caller(found.through(Channel.API, _request_id(request)), True, f"account-{found.account_id}")


def _in_role(request: HttpRequest, account: Account, *, on: date) -> Acting | None:
    named = _named_role(request)
    found = acting(account, on=on, membership=named)
    if found is not None and named is not None and found.membership != named:
        raise _no_such_role()
    return found


def _named_role(request: HttpRequest) -> UUID | None:
    header = request.headers.get(ROLE_HEADER)
    if header is None:
        return None
    if not re.fullmatch(r"[0-9a-fA-F-]{32,36}", header):
        raise _no_such_role()
    try:
        return UUID(header)
    except ValueError:
        raise _no_such_role() from None


def _refuse(request: HttpRequest, *, at: datetime) -> NoReturn:
    count(f"wrong-{client_address(request)}", FOR_WRONG_KEYS, at=at)
    raise Trouble(401, "api.not-logged-in", headers={"WWW-Authenticate": 'Bearer realm="fotfeste"'})


def _no_such_role() -> Trouble:
    return Trouble(400, "api.no-such-role")


def _request_id(request: Any) -> UUID:
    found: UUID = request.request_id
    return found
