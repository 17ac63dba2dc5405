"""The agreed rhythm of contact: when the next one is due, and where there was none for too long (A-07)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from fotfeste.domain.dates import add_months
from fotfeste.domain.job_support import SupportFrequency

_DAYS = {SupportFrequency.DAILY: 1, SupportFrequency.WEEKLY: 7, SupportFrequency.FORTNIGHTLY: 14}
_MONTHS = {SupportFrequency.MONTHLY: 1, SupportFrequency.QUARTERLY: 3}


@dataclass(frozen=True, slots=True)
class ContactGap:
    """A stretch without the contact that was agreed: due by one day, had on another, or not yet."""

    due_by: date
    had_on: date | None


def next_contact_by(last: date, every: SupportFrequency) -> date | None:
    """The last day for the next contact, counted from the one before; None when it is only when needed."""
    if every in _DAYS:
        return last + timedelta(days=_DAYS[every])
    return add_months(last, _MONTHS[every]) if every in _MONTHS else None


def next_due(from_day: date, every: SupportFrequency, contacts: Iterable[date]) -> date | None:
    """The last day for the next contact, counted from the newest one, or from the first day."""
    return next_contact_by(max((day for day in contacts if from_day <= day), default=from_day), every)


def contact_gaps(
    from_day: date, every: SupportFrequency, contacts: Iterable[date], *, on: date
) -> tuple[ContactGap, ...]:
    """Each time the agreed contact came too late, the last one perhaps still to come. In order."""
    return tuple(_gaps(from_day, every, sorted(day for day in contacts if from_day <= day <= on), on))


def _gaps(from_day: date, every: SupportFrequency, had: list[date], on: date) -> Iterator[ContactGap]:
    last = from_day
    for day in had:
        due = next_contact_by(last, every)
        if due is not None and due < day:
            yield ContactGap(due, day)
        last = day
    due = next_contact_by(last, every)
    if due is not None and due < on:
        yield ContactGap(due, None)
