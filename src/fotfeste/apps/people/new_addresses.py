"""Another address for a log-in in use: its owner is told at the old one, and has some days to stop it.

Whoever still has the log-in stops it by logging in, or by saying no on their own pages. Where there is no old
address, nobody can be sent word: then those pages are all that tells of it. What is asked for lies sealed.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from fotfeste.apps.outbox.services import send_errand
from fotfeste.apps.people.models import Account, NewAddress, Person
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.log_in import AddressOutcome, LogInLimits


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks for which address, and when."""

    email: str
    by: int
    at: datetime


def waiting(person: Person, account: Account | None) -> NewAddress | None:
    """What waits; None when nothing does, or when the owner has logged in since."""
    row = not_ended(person)
    return None if row is None or account is None or was_used_since(account, row) else row


def not_ended(person: Person) -> NewAddress | None:
    """What was asked for and is not taken, stopped or replaced yet."""
    return NewAddress.objects.filter(person=person, ended_at=None).first()


def was_used_since(account: Account, row: NewAddress) -> bool:
    """Whether somebody has logged in since the address was asked for: then they have what they need."""
    return account.last_login is not None and account.last_login > row.asked_at


def ask_for(account: Account, key: SealingKey, asked: Asked, limits: LogInLimits) -> NewAddress:
    """Tell the old address, and wait. A later request takes the place of an earlier, and waits anew."""
    assert account.person is not None  # noqa: S101  # only a jobseeker's own account comes here
    for row in NewAddress.objects.filter(person=account.person, ended_at=None):
        end(row, AddressOutcome.REPLACED, at=asked.at)
    effect = asked.at + timedelta(days=limits.new_address_waits_days)
    row = NewAddress(person=account.person, asked_by_id=asked.by, asked_at=asked.at, takes_effect_at=effect)
    row.seal("sealed_email", asked.email.strip(), key)
    row.save()
    send_errand("log_in.new_address", at=effect, row=str(row.public_id))
    if account.email:
        send_errand("mail.account", at=asked.at, what="new_address", account=str(account.public_id))
    return row


def end(row: NewAddress, outcome: AddressOutcome, *, at: datetime) -> None:
    """It does not wait any more. The address itself is kept no longer than it is needed."""
    row.ended_at, row.outcome, row.sealed_email = at, outcome, b""
    row.save(update_fields=["ended_at", "outcome", "sealed_email"])
