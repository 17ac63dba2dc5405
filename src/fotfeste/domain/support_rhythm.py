"""The rhythm of follow-along of one job: what was due when, and whether it was done (fidelity 23).

Guidance, never a lock: a point that was missed is a departure to think about. The windows lie fixed from the
first day of the job, so that the picture of last week does not move with the contact of today.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fotfeste.domain.dates import add_months, last_day
from fotfeste.domain.employment import Employment, is_possible
from fotfeste.domain.support import FollowAlongRhythm, contact_after_loss_by, first_contact_by

_A_DAY = timedelta(days=1)


class PointKind(StrEnum):
    """What a contact is for."""

    BEFORE_START = "before_start"
    AFTER_START = "after_start"
    OFTEN = "often"
    REGULAR = "regular"
    AFTER_LOSS = "after_loss"


class PointState(StrEnum):
    """How it went. UNKNOWN: before the person was followed here."""

    DONE = "done"
    MISSED = "missed"
    OPEN = "open"
    COMING = "coming"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class RhythmPoint:
    """One contact that the method asks for, between two days, both counted in."""

    kind: PointKind
    first: date
    by: date
    met_on: date | None
    state: PointState

    @property
    def key(self) -> str:
        """Names the point among those of the same job."""
        return f"{self.kind}:{self.by.isoformat()}"


def rhythm_points(
    job: Employment,
    contacts: Iterable[date],
    rhythm: FollowAlongRhythm,
    *,
    on: date,
    known_from: date | None = None,
) -> tuple[RhythmPoint, ...]:
    """Every point of the job in order; none for a job whose first day is not known."""
    if job.started_on is None or not is_possible(job):
        return ()
    days = sorted(contacts)
    found = [
        _point(kind, first, by, days, on=on, known_from=known_from)
        for kind, first, by in _windows(job.started_on, job.ended_on, rhythm)
    ]
    return tuple(found)


def departures_of(points: Iterable[RhythmPoint], reflected: Iterable[str] = ()) -> tuple[RhythmPoint, ...]:
    """The points that were missed and that nobody has thought about yet."""
    known = frozenset(reflected)
    return tuple(point for point in points if point.state is PointState.MISSED and point.key not in known)


Window = tuple[PointKind, date, date]


def _windows(start: date, end: date | None, rhythm: FollowAlongRhythm) -> Iterator[Window]:
    yield PointKind.BEFORE_START, start - timedelta(days=rhythm.days_before_start), start - _A_DAY
    for kind, first, by in _while_it_lasts(start, rhythm):
        if end is None or first <= end:
            yield kind, first, by if end is None else min(by, end)
    if end is not None:
        yield PointKind.AFTER_LOSS, end, contact_after_loss_by(end, rhythm)


def _while_it_lasts(start: date, rhythm: FollowAlongRhythm) -> Iterator[Window]:
    yield PointKind.AFTER_START, start, first_contact_by(start, rhythm)
    often, step = last_day(start, rhythm.often_for_months), timedelta(days=rhythm.often_every_days)
    first = start + step
    while first + step - _A_DAY <= often:
        yield PointKind.OFTEN, first, first + step - _A_DAY
        first += step
    for month in range(rhythm.often_for_months, rhythm.then_for_months, rhythm.then_every_months):
        yield PointKind.REGULAR, add_months(start, month), last_day(start, month + rhythm.then_every_months)


def _point(
    kind: PointKind, first: date, by: date, contacts: list[date], *, on: date, known_from: date | None
) -> RhythmPoint:
    met_on = next((day for day in contacts if first <= day <= by), None)
    return RhythmPoint(kind, first, by, met_on, _state(first, by, met_on, on, known_from))


def _state(first: date, by: date, met_on: date | None, on: date, known_from: date | None) -> PointState:
    if met_on is not None:
        return PointState.DONE
    if known_from is not None and by < known_from:
        return PointState.UNKNOWN
    if by < on:
        return PointState.MISSED
    return PointState.OPEN if first <= on else PointState.COMING
