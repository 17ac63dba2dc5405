"""By when a decision can be complained of (LOV-2004-12-10-76 § 17), counted by domstolloven §§ 148-149."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from fotfeste.domain.dates import deadline_weeks
from fotfeste.domain.measures.kinds import Law
from fotfeste.domain.verdict import Verdict, because


@dataclass(frozen=True, slots=True)
class ComplaintWeeks:
    """Weeks from the day the decision reached the party."""

    decision: int
    place_at_employer: int


@dataclass(frozen=True, slots=True)
class ComplaintFacts:
    """A decision. `reached_on` is the day the party was told, not the day it was made.

    `is_place_at_employer`: NAV assigns a measure place at an employer.
    """

    reached_on: date
    is_place_at_employer: bool = False


def weeks_to_complain(facts: ComplaintFacts, weeks: ComplaintWeeks) -> int:
    """How many weeks there are."""
    return weeks.place_at_employer if facts.is_place_at_employer else weeks.decision


def complain_by(facts: ComplaintFacts, weeks: ComplaintWeeks, holidays: Collection[date]) -> date:
    """The last day to complain."""
    if facts.reached_on.year >= date.max.year:
        return date.max
    return deadline_weeks(facts.reached_on, weeks_to_complain(facts, weeks), holidays)


def is_late(by: date, law: Law[ComplaintWeeks], *, on: date) -> Verdict:
    """Why a complaint handed in that day comes too late."""
    return (because("complaint.too-late", law.source, by=by),) if on > by else ()


def moved(facts: ComplaintFacts, weeks: ComplaintWeeks, by: date) -> Verdict:
    """Whether the day has moved past a weekend or a holiday."""
    if by == date.max:
        return ()
    plain = facts.reached_on + timedelta(weeks=weeks_to_complain(facts, weeks))
    return () if by == plain else (because("complaint.moved", "LOV-1915-08-13-5 §149", plain=plain, by=by),)
