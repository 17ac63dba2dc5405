"""Keys for programs: made by an administrator, shown once, accepted by the one the program acts for.

Each runs inside an act.
"""

import secrets
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256

from django.db.models import QuerySet

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, record
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Account, ApiToken
from fotfeste.domain.administration import may_issue_token
from fotfeste.domain.verdict import Refused

PREFIX = "ff_"
"""So that a key that ends up where it should not be can be recognised by those who look for such."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A new key. The secret is here and nowhere else; printing this does not show it."""

    token: ApiToken
    secret: str = field(repr=False)


def fingerprint(secret: str) -> bytes:
    """What is kept of a key."""
    return sha256(secret.encode()).digest()


def issue_token(
    machine: Account, label: str, *, may_write: bool, expires_at: datetime, on: date, by: Acting, at: datetime
) -> Issued:
    """A new key for a program. It opens nothing before it is accepted. Raises Refused."""
    verdict = may_issue_token(issued_on=on, expires_on=expires_at.date())
    if verdict:
        raise Refused(verdict)
    secret = PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        account=machine,
        label=label.strip(),
        fingerprint=fingerprint(secret),
        may_write=may_write,
        issued_at=at,
        expires_at=expires_at,
    )
    _log(Action.TOKEN_ISSUED, token, by=by, at=at, area="issued")
    return Issued(token, secret)


def accept_token(token: ApiToken, *, by: Acting, at: datetime) -> None:
    """The one it acts for says yes. Only they can."""
    if token.account.acts_for_id != by.account_id:
        raise PermissionError("Only the one a program acts for can accept its key.")
    ApiToken.objects.filter(pk=token.pk, accepted_at=None, revoked_at=None).update(accepted_at=at)
    _log(Action.TOKEN_ISSUED, token, by=by, at=at, area="accepted")


def revoke_token(token: ApiToken, *, by: Acting, at: datetime) -> None:
    """It opens nothing from this moment. By an administrator, or by the one it acts for."""
    ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=at)
    _log(Action.TOKEN_REVOKED, token, by=by, at=at)


def tokens_acting_for(account_id: int) -> QuerySet[ApiToken]:
    """The keys of programs that act for somebody, the newest first."""
    rows = ApiToken.objects.filter(account__acts_for=account_id)
    return rows.select_related("account").order_by("-pk")


def _log(action: Action, token: ApiToken, *, by: Acting, at: datetime, area: str = "") -> None:
    record(Entry(action, by.who, at, object_type="token", object_id=token.public_id, area=area))
