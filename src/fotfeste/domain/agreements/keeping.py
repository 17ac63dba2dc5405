"""What became of a promise, derived from its days: kept, late, broken, moved; told alike to all (A-05).

Nobody sets a promise late: a day that passes does.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.verdict import Verdict, because

_OURS = "house §agreements"


class PromiseState(StrEnum):
    """In the order they win. The values are stable."""

    ENDED = "ended"
    KEPT_LATE = "kept_late"
    KEPT = "kept"
    BROKEN = "broken"
    LATE = "late"
    OPEN = "open"


class Reminder(StrEnum):
    """What is said of a promise nobody has kept: its day is near, or over. The values are stable."""

    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class PromiseDays:
    """The days of a promise. `first_deadline` is the one it was first given with; later ones were agreed.

    `broken_on`: the day somebody said that it will not be kept. `ended_on`: no longer part of the agreement.
    """

    deadline: date | None
    first_deadline: date | None = None
    kept_on: date | None = None
    broken_on: date | None = None
    ended_on: date | None = None

    @property
    def was_moved(self) -> bool:
        """Whether the parties have agreed on another day since it was given."""
        return self.first_deadline is not None and self.first_deadline != self.deadline


def promise_state(days: PromiseDays, *, on: date) -> PromiseState:
    """Where it stands on a day. What was kept stays kept, also when the line has gone since."""
    if days.kept_on is not None:
        is_late = days.deadline is not None and days.deadline < days.kept_on
        return PromiseState.KEPT_LATE if is_late else PromiseState.KEPT
    if days.ended_on is not None:
        return PromiseState.ENDED
    if days.broken_on is not None:
        return PromiseState.BROKEN
    is_past = days.deadline is not None and days.deadline < on
    return PromiseState.LATE if is_past else PromiseState.OPEN


def reminder(days: PromiseDays, *, remind_days: int, on: date) -> Reminder | None:
    """Whether it is to be reminded of that day. What is kept, broken or without a day is not."""
    state = promise_state(days, on=on)
    if state is PromiseState.LATE:
        return Reminder.LATE
    if state is not PromiseState.OPEN or days.deadline is None:
        return None
    return Reminder.SOON if (days.deadline - on).days <= remind_days else None


def may_be_said_kept(days: PromiseDays, by: Party, owner: Party, *, day: date, since: date) -> Verdict:
    """Why this party cannot say that it was kept on that day. NAV's contact person says it for anybody."""
    found = []
    if days.kept_on is not None or days.ended_on is not None:
        found.append(because("promise.over-already", _OURS))
    if by not in (owner, Party.NAV):
        found.append(because("promise.not-yours-to-say", _OURS))
    if day < since:
        found.append(because("promise.kept-before-given", _OURS, since=since))
    return tuple(found)


def may_be_said_broken(days: PromiseDays, by: Party, owner: Party, *, has_words: bool) -> Verdict:
    """Why this party cannot say that it will not be kept: only whoever gave it, and with a reason."""
    found = []
    if days.kept_on is not None or days.broken_on is not None or days.ended_on is not None:
        found.append(because("promise.over-already", _OURS))
    if by is not owner:
        found.append(because("promise.not-yours-to-say", _OURS))
    if not has_words:
        found.append(because("promise.say-why-not", _OURS))
    return tuple(found)
