"""Access in an emergency: ask, answer, and tell the person. Its door logs it (apps/around/emergency.py)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from fotfeste.apps.outbox.services import send_errand
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Account, Closeness, EmergencyAccess, Person
from fotfeste.apps.people.timeline import happened
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.emergency import EmergencyAnswer, EmergencyLimits, ends_at, lapses_at, may_answer
from fotfeste.domain.permissions import RelationKind
from fotfeste.domain.purposes import Purpose
from fotfeste.domain.verdict import Refused
from fotfeste.parameters import EMERGENCY_LIMITS

MAIL = "mail.notice"
EMERGENCY_PURPOSES = frozenset({RelationKind.BREAK_GLASS, Purpose.EMERGENCY})
"""What the log gives as the reason of a look that an emergency opened."""


def ask_in_emergency(
    person: Person, key: SealingKey, why: str, *, by: Acting, at: datetime, on: date
) -> EmergencyAccess:
    """Put the question to the supervisor of the owning unit. That it may be asked, the door has seen to."""
    asked = EmergencyAccess(person=person, asked_by_id=by.account_id, asked_at=at)
    asked.seal("sealed_why", why, key)
    asked.save()
    happened(person, "emergency.asked", on=on, by=by, at=at, request=asked.public_id.hex)
    return asked


@dataclass(frozen=True, slots=True)
class Answered:
    """What the supervisor answers: for how many minutes, or None for no."""

    minutes: int | None
    is_supervisor_of_owning_unit: bool
    is_close: bool


def answer_in_emergency(
    asked: EmergencyAccess, answer: Answered, *, by: Acting, at: datetime, on: date
) -> None:
    """Open for some minutes, or refuse. Raises Refused with every reason why this one cannot answer."""
    facts = EmergencyAnswer(
        asked_at=asked.asked_at,
        at=at,
        minutes=answer.minutes,
        is_same_person=asked.asked_by_id == by.account_id,
        is_supervisor_of_owning_unit=answer.is_supervisor_of_owning_unit,
        is_close=answer.is_close,
        is_answered=asked.answered_at is not None,
    )
    if verdict := may_answer(facts, EMERGENCY_LIMITS.on(on)):
        raise Refused(verdict)
    asked.answered_by_id, asked.answered_at = by.account_id, at
    asked.is_approved = answer.minutes is not None
    asked.ends_at = ends_at(at, answer.minutes) if answer.minutes is not None else None
    asked.save(update_fields=["answered_by", "answered_at", "is_approved", "ends_at"])
    _tell(asked, answer.minutes, by=by, at=at, on=on)


def waiting(*, at: datetime, limits: EmergencyLimits) -> QuerySet[EmergencyAccess]:
    """Requests that nobody has answered and that have not lapsed, the oldest first."""
    oldest = at - (lapses_at(at, limits) - at)
    rows = EmergencyAccess.objects.filter(answered_at=None, asked_at__gte=oldest)
    return rows.select_related("person", "asked_by").order_by("asked_at", "pk")


def open_for(account_id: int, *, at: datetime) -> QuerySet[EmergencyAccess]:
    """What is open for this account right now, what closes first standing first."""
    rows = EmergencyAccess.objects.filter(asked_by=account_id, is_approved=True, ends_at__gt=at)
    return rows.select_related("person").order_by("ends_at", "pk")


def is_close(account_id: int, person: Person) -> bool:
    """Whether this account has told that they are close to the person."""
    return Closeness.objects.filter(account=account_id, person=person).exists()


def _tell(asked: EmergencyAccess, minutes: int | None, *, by: Acting, at: datetime, on: date) -> None:
    person = asked.person
    kind = "emergency.refused" if minutes is None else "emergency.granted"
    happened(person, kind, on=on, by=by, at=at, request=asked.public_id.hex, minutes=minutes)
    own = Account.objects.filter(person=person).first()
    if own is not None and minutes is not None:
        send_errand(MAIL, at=at, account=own.public_id.hex)
