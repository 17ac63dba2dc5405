"""When the plan for problems is needed: appointments missed in a row, no answer, others agreed (I-4.1e)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fotfeste.domain.verdict import Reason, Verdict, because


@dataclass(frozen=True, slots=True)
class ProblemLimits:
    """From how many missed appointments, and unanswered attempts, in a row the plan is shown."""

    missed_in_a_row: int
    unanswered_in_a_row: int


@dataclass(frozen=True, slots=True)
class Appointment:
    """A meeting that was held, or that the jobseeker did not come to."""

    on: date
    came: bool


@dataclass(frozen=True, slots=True)
class ContactAttempt:
    """Somebody tried to reach the jobseeker."""

    on: date
    was_reached: bool


@dataclass(frozen=True, slots=True)
class InTouch:
    """How contact has gone. `agreed_problem_on`: the day a problem agreed in the plan arose, until settled.

    Both rows are in the order it happened.
    """

    appointments: tuple[Appointment, ...] = ()
    attempts: tuple[ContactAttempt, ...] = ()
    agreed_problem_on: date | None = None


def problems(in_touch: InTouch, limits: ProblemLimits) -> Verdict:
    """The problems there are now. Each goes away once the jobseeker has come or has been reached."""
    return tuple(_problems(in_touch, limits))


def arisen_on(in_touch: InTouch, limits: ProblemLimits) -> date | None:
    """The day the first of the problems arose; None where there is none."""
    days = [day for reason in problems(in_touch, limits) for name, day in reason.data if name == "since"]
    return min((day for day in days if isinstance(day, date)), default=None)


def _problems(in_touch: InTouch, limits: ProblemLimits) -> Iterator[Reason]:
    missed, unanswered = _missed(in_touch), _unanswered(in_touch)
    if len(missed) >= limits.missed_in_a_row:
        since = missed[limits.missed_in_a_row - 1]
        yield because("problem.missed-in-a-row", "I §4.1", count=len(missed), since=since)
    if len(unanswered) >= limits.unanswered_in_a_row:
        since = unanswered[limits.unanswered_in_a_row - 1]
        yield because("problem.unreachable", "I §4.1", count=len(unanswered), since=since)
    if in_touch.agreed_problem_on is not None:
        yield because("problem.agreed", "I §4.1", since=in_touch.agreed_problem_on)


def _missed(in_touch: InTouch) -> list[date]:
    """Appointments missed since the jobseeker last came or was reached."""
    reached = [attempt.on for attempt in in_touch.attempts if attempt.was_reached]
    last = max([*reached, *_came(in_touch)], default=date.min)
    return [each.on for each in in_touch.appointments if not each.came and each.on > last]


def _unanswered(in_touch: InTouch) -> list[date]:
    """Attempts without an answer since the jobseeker last answered or came. Of one day the order counts."""
    last_came = max(_came(in_touch), default=date.min)
    days: list[date] = []
    for attempt in in_touch.attempts:
        days = [] if attempt.was_reached else [*days, attempt.on]
    return [day for day in days if day > last_came]


def _came(in_touch: InTouch) -> list[date]:
    return [each.on for each in in_touch.appointments if each.came]
