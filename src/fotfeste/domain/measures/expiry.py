"""Saying in good time that a measure runs out, and what can still be granted (F-13)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from fotfeste.domain.measures.duration import DurationLadder, latest_lawful_end
from fotfeste.domain.measures.kinds import Law, MeasureKind, MeasureNeed
from fotfeste.domain.verdict import Reason, Verdict, because

_EARLIEST = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class ExpiryWarnings:
    """Weeks before the last day at which person, guide and NAV are told."""

    first_weeks: int
    second_weeks: int
    last_weeks: int


@dataclass(frozen=True, slots=True)
class ExpiryFacts:
    """A participation that runs, and its last day as it is decided."""

    measure: MeasureKind
    first_start: date
    last_day: date
    need: MeasureNeed = MeasureNeed()  # noqa: RUF009  # frozen, so it can be shared


def warning_days(last_day: date, warnings: ExpiryWarnings) -> tuple[date, date, date]:
    """The days on which it is told, the earliest first."""
    weeks = (warnings.first_weeks, warnings.second_weeks, warnings.last_weeks)
    first, second, last = (_before(last_day, each) for each in weeks)
    return first, second, last


def rings_on(last_day: date, warnings: ExpiryWarnings, *, on: date) -> int:
    """How many of the warnings have rung that day: 0 to 3. None once the last day has passed."""
    if on > last_day:
        return 0
    return sum(day <= on for day in warning_days(last_day, warnings))


def next_warning(last_day: date, warnings: ExpiryWarnings, *, on: date) -> date | None:
    """The next day on which it is told, after that day."""
    return next((day for day in warning_days(last_day, warnings) if day > on), None)


def runs_out(last_day: date, warnings: ExpiryWarnings, *, on: date) -> Verdict:
    """That it runs out, from the first warning to the last day; before and after nothing."""
    if not rings_on(last_day, warnings, on=on):
        return ()
    return (because("expiry.runs-out", "house §measures", last=last_day, days=(last_day - on).days),)


def what_can_be_granted(facts: ExpiryFacts, ladder: Law[DurationLadder]) -> Verdict:
    """Until when it can still be extended, and what would give more."""
    return tuple(_what_can_be_granted(facts, ladder))


def _what_can_be_granted(facts: ExpiryFacts, ladder: Law[DurationLadder]) -> Iterator[Reason]:
    latest = latest_lawful_end(facts.first_start, facts.need, ladder)
    if latest.day > facts.last_day:
        yield because("expiry.can-be-extended", ladder.source, latest=latest.day)
    else:
        yield because("expiry.cannot-be-extended", ladder.source, latest=latest.day)
    yield from latest.changed_by


def _before(day: date, weeks: int) -> date:
    if day.year <= _EARLIEST.year:
        return _EARLIEST
    return day - timedelta(weeks=weeks)
