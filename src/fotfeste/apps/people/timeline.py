"""Remembering what happened with a person: one line on the timeline and one in the log, together."""

from datetime import date, datetime

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, record
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Event, Person

Fact = str | int | bool | None


def happened(
    person: Person,
    kind: str,
    *,
    on: date,
    by: Acting,
    at: datetime,
    is_brought_in: bool = False,
    **facts: Fact,
) -> Event:
    """Put it on the person's timeline. Facts are days, numbers and codes, never a text about the person."""
    return Event.objects.create(
        person=person, kind=kind, on=on, at=at, by_id=by.account_id, is_brought_in=is_brought_in, data=facts
    )


def logged(action: Action, *, by: Acting, at: datetime, about: Person | None = None, **more: object) -> None:
    """Put the act in the log."""
    record(
        Entry(action=action, who=by.who, at=at, subject=about.log_id if about else None, **more)  # type: ignore[arg-type]  # the fields of Entry, checked there
    )
