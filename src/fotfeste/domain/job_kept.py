"""How long work has been kept: so many weeks within a longer window, with enough hours a week (facts: KPIs).

A day counts when the jobs that last that day together have enough hours a week. Two short jobs may carry
each other, and a gap between two jobs is allowed as long as the window holds it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

_A_DAY = timedelta(days=1)
_WEEK = 7


@dataclass(frozen=True, slots=True)
class KeptDefinition:
    """What counts as kept: least hours a week, for so many weeks, within a window of so many weeks."""

    hours_a_week: int
    weeks: int
    within_weeks: int

    @property
    def days(self) -> int:
        """How many days must count."""
        return self.weeks * _WEEK

    @property
    def window(self) -> timedelta:
        """From the first day of a window to the day after its last."""
        return timedelta(days=self.within_weeks * _WEEK)


@dataclass(frozen=True, slots=True)
class WorkSpell:
    """Ordinary paid work from one day to another, both counted in; `ended_on` is None while it lasts.

    `hours_a_week` is None where nobody has said: then it is not known whether its days count.
    """

    started_on: date
    ended_on: date | None
    hours_a_week: float | None


class Kept(StrEnum):
    """The answer. UNKNOWN: it hangs on hours that nobody has put down."""

    YES = "yes"
    NOT_YET = "not_yet"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """Whether work is kept. `reached_on` is the day it was; `days` the most that count within one window."""

    kept: Kept
    reached_on: date | None
    days: int


def kept_for(spells: Iterable[WorkSpell], definition: KeptDefinition, *, on: date) -> KeptAnswer:
    """Whether work has been kept as the definition wants it, seen on that day."""
    known = tuple(spell for spell in spells if _last(spell, on) >= spell.started_on)
    answer = _within_windows(known, definition, on=on, unknown_as=0.0)
    if answer.kept is Kept.YES or all(spell.hours_a_week is not None for spell in known):
        return answer
    best = _within_windows(known, definition, on=on, unknown_as=float(definition.hours_a_week))
    return KeptAnswer(Kept.UNKNOWN, None, answer.days) if best.kept is Kept.YES else answer


@dataclass(frozen=True, slots=True)
class _Run:
    """Days in a row that count; both counted in."""

    first: date
    last: date


def _within_windows(
    spells: tuple[WorkSpell, ...], definition: KeptDefinition, *, on: date, unknown_as: float
) -> KeptAnswer:
    runs = list(_runs(spells, definition, on=on, unknown_as=unknown_as))
    reached = [day for run in runs if (day := _reached(run.first, runs, definition)) is not None]
    most = max((_counted(run.first, runs, definition) for run in runs), default=0)
    return KeptAnswer(Kept.YES if reached else Kept.NOT_YET, min(reached, default=None), most)


def _runs(
    spells: tuple[WorkSpell, ...], definition: KeptDefinition, *, on: date, unknown_as: float
) -> Iterator[_Run]:
    """The stretches in which the hours together are enough, between the days on which anything changes."""
    turns = {spell.started_on for spell in spells} | {_last(spell, on) + _A_DAY for spell in spells}
    days = sorted(turns)
    for first, after in pairwise(days):
        lasting = [s for s in spells if s.started_on <= first <= _last(s, on)]
        hours = sum(unknown_as if s.hours_a_week is None else s.hours_a_week for s in lasting)
        if lasting and hours >= definition.hours_a_week:
            yield _Run(first, after - _A_DAY)


def _reached(first: date, runs: list[_Run], definition: KeptDefinition) -> date | None:
    """The day on which enough days count in the window that begins with `first`."""
    missing = definition.days
    for run in _cut(first, runs, definition):
        length = (run.last - run.first).days + 1
        if length >= missing:
            return run.first + timedelta(days=missing - 1)
        missing -= length
    return None


def _counted(first: date, runs: list[_Run], definition: KeptDefinition) -> int:
    return sum((run.last - run.first).days + 1 for run in _cut(first, runs, definition))


def _cut(first: date, runs: list[_Run], definition: KeptDefinition) -> Iterator[_Run]:
    """The runs within the window that begins with `first`."""
    last = first + definition.window - _A_DAY
    for run in runs:
        if run.last >= first and run.first <= last:
            yield _Run(max(run.first, first), min(run.last, last))


def _last(spell: WorkSpell, on: date) -> date:
    return on if spell.ended_on is None else min(spell.ended_on, on)
