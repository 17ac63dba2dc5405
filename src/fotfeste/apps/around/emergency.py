"""Access in an emergency: asking for it, the requests that wait for the supervisor, answering one."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.around.answerers import opened_by_supervisor
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record, refused
from fotfeste.apps.consents.door import Denied, Found
from fotfeste.apps.consents.many import found_many
from fotfeste.apps.consents.visible import not_hidden_from
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.emergency import (
    Answered,
    answer_in_emergency,
    ask_in_emergency,
    open_for,
    waiting,
)
from fotfeste.apps.people.models import EmergencyAccess, Person
from fotfeste.apps.people.sealed import Sealed, SealedContact
from fotfeste.apps.vault.keys import index_of
from fotfeste.domain.emergency import EmergencyRequest, lapses_at, may_ask
from fotfeste.domain.permissions import Decision, denial
from fotfeste.domain.verdict import Refused
from fotfeste.parameters import EMERGENCY_LIMITS

ANSWERS = "answers_emergency"
_PUBLIC_ID = re.compile(r"[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}")


@dataclass(frozen=True, slots=True)
class OpenAccess:
    """A record that is open for the reader right now, and until when."""

    person: UUID
    asked_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request that waits for an answer: who asks, since when, until when it can be answered."""

    public_id: UUID
    asked_by: str
    asked_at: datetime
    lapses_at: datetime


@dataclass(frozen=True, slots=True)
class Request:
    """One request, opened to be answered. Name and reason are opened when they are written."""

    waiting: Waiting
    name: SealedContact
    why: Sealed
    is_answered: bool
    most_minutes: int


def act_ask(acting: Acting, typed: str, why: str, *, at: datetime, on: date) -> None:
    """Ask for access to the person with this identity number, public id or address.

    Nothing tells whether there is such a person: who asks hears only when somebody has opened for them.
    """
    if not why.strip():
        raise Refused(may_ask(EmergencyRequest(says_why=False, is_close=False, may_see_protected=True)))
    entry = Entry(Action.ACCESS_ASKED_IN_EMERGENCY, acting.who, at)
    with act():
        found = _find(acting, typed, at)
        if found is None:
            record(refused(entry, "access.no-such-person"))
            return
        entry = Entry(entry.action, acting.who, at, subject=found.person.log_id)
        if code := denial(found.circumstances):
            record(refused(entry, code))
            return
        if not _is_waiting(acting, found.person, at, on):
            ask_in_emergency(found.person, found.key, why.strip(), by=acting, at=at, on=on)
        record(entry)


def access_open(acting: Acting, *, at: datetime) -> list[OpenAccess]:
    """What is open for the reader right now. No name: that takes opening it."""
    return [
        OpenAccess(row.person.public_id, row.asked_at, _end(row))
        for row in open_for(acting.account_id, at=at)
    ]


def access_waiting(acting: Acting, *, at: datetime, on: date) -> list[Waiting]:
    """The requests that this supervisor can answer. Nothing about whom they are."""
    limits = EMERGENCY_LIMITS.on(on)
    rows = waiting(at=at, limits=limits).filter(
        not_hidden_from(acting),
        person__ownerships__unit=acting.unit_id,
        person__ownerships__until_day=None,
    )
    return [_waiting(row, on) for row in rows]


def access_request(acting: Acting, public_id: UUID, *, at: datetime, on: date) -> Request:
    """One request, to be answered. Opening it is a look at the person, with its reason."""
    with _opened(acting, public_id, at=at, action=Action.PERSON_SEEN) as (found, row):
        return Request(
            waiting=_waiting(row, on),
            name=SealedContact(found.person, found.key),
            why=Sealed(row, "sealed_why", found.key),
            is_answered=row.answered_at is not None,
            most_minutes=EMERGENCY_LIMITS.on(on).most_minutes,
        )


def act_answer(acting: Acting, public_id: UUID, minutes: int | None, *, at: datetime, on: date) -> None:
    """Open for some minutes, or say no (None)."""
    action = Action.ACCESS_REFUSED_IN_EMERGENCY if minutes is None else Action.ACCESS_GRANTED_IN_EMERGENCY
    with _opened(acting, public_id, at=at, action=action) as (found, row):
        given = found.circumstances
        answer = Answered(minutes, given.is_in_owning_unit, given.is_close_to_person)
        answer_in_emergency(row, answer, by=acting, at=at, on=on)


@contextmanager
def _opened(
    acting: Acting, public_id: UUID, *, at: datetime, action: Action
) -> Iterator[tuple[Found, EmergencyAccess]]:
    with act():
        rows = EmergencyAccess.objects.select_related("person", "asked_by")
        row = rows.filter(public_id=public_id).first()
        if row is None:
            raise Denied(Decision(reason_code="access.no-such-person"))
        about = row.person.public_id
        with opened_by_supervisor(
            acting, about, at=at, action=action, purpose=ANSWERS, area="emergency"
        ) as found:
            row.refresh_from_db(fields=["answered_at", "answered_by", "is_approved"])
            yield found, row


def _find(acting: Acting, typed: str, at: datetime) -> Found | None:
    rows = Person.objects.filter(identity_index=index_of("identity-number", "".join(typed.split())))
    if named := _PUBLIC_ID.search(typed):
        rows = Person.objects.filter(public_id=UUID(named.group()))
    return next(iter(found_many(acting, list(rows.values_list("pk", flat=True)[:1]), at=at)), None)


def _is_waiting(acting: Acting, person: Person, at: datetime, on: date) -> bool:
    rows = waiting(at=at, limits=EMERGENCY_LIMITS.on(on))
    return rows.filter(person=person, asked_by=acting.account_id).exists()


def _waiting(row: EmergencyAccess, on: date) -> Waiting:
    return Waiting(
        row.public_id, row.asked_by.name, row.asked_at, lapses_at(row.asked_at, EMERGENCY_LIMITS.on(on))
    )


def _end(row: EmergencyAccess) -> datetime:
    assert row.ends_at is not None  # noqa: S101  # chosen for ending later than now
    return row.ends_at
