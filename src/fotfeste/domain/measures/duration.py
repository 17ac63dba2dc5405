"""How long a measure can last: calendar months from the first start, the last day counted in.

Never chained from an earlier end, and never moved by a break: no paragraph says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fotfeste.domain.dates import last_day
from fotfeste.domain.measures.kinds import Law, MeasureNeed, Span, TransitionFrom
from fotfeste.domain.verdict import Reason, Verdict, because

_MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class DurationLadder:
    """The rungs of one measure, in months from the first start; 0 where the measure has no such rung.

    `first` is the longest first grant, `extended` the longest in all; `reduced_first` and `reduced` the same
    for reduced work capacity. `transition` is the longest at a transition from school or from serving a
    sentence, for reduced work capacity. `training_more` is added for who is in training.
    """

    first: int
    extended: int
    reduced_first: int
    reduced: int
    transition: int
    training_more: int


@dataclass(frozen=True, slots=True)
class LatestEnd:
    """The last day that is lawful as things stand, how many months that is, and what would change it."""

    day: date
    months: int
    changed_by: Verdict


def first_grant_months(need: MeasureNeed, ladder: DurationLadder) -> int:
    """How long the first grant can be."""
    return ladder.reduced_first if need.reduced_capacity else ladder.first


def ceiling_months(need: MeasureNeed, ladder: DurationLadder) -> int:
    """How long the measure can last in all, for this need."""
    months = ladder.extended
    if need.reduced_capacity:
        months = ladder.reduced
        if need.transition is not TransitionFrom.NONE:
            months = max(months, ladder.transition)
    return months + ladder.training_more if need.in_training else months


def last_after(first_start: date, months: int) -> date:
    """The inclusive last day of so many months. The calendar's own last day where it ends before that."""
    if first_start.year + months // _MONTHS_IN_A_YEAR >= date.max.year:
        return date.max
    return last_day(first_start, months)


def latest_lawful_end(first_start: date, need: MeasureNeed, law: Law[DurationLadder]) -> LatestEnd:
    """The last lawful day of a participation that first began that day."""
    months = ceiling_months(need, law.numbers)
    return LatestEnd(last_after(first_start, months), months, tuple(_changed_by(first_start, need, law)))


def beyond(wanted: date, first_start: date, need: MeasureNeed, law: Law[DurationLadder]) -> Iterator[Reason]:
    """Why it cannot last until the wanted day: the latest lawful one, and what would change it."""
    latest = latest_lawful_end(first_start, need, law)
    if wanted > latest.day:
        yield because(
            "measure.beyond-latest-day", law.source, wanted=wanted, latest=latest.day, months=latest.months
        )
        yield from latest.changed_by


def about_breaks(breaks: tuple[Span, ...], law: Law[DurationLadder]) -> Verdict:
    """A break is on record and moves nothing."""
    return (because("measure.break-moves-nothing", law.source, count=len(breaks)),) if breaks else ()


def _changed_by(first_start: date, need: MeasureNeed, law: Law[DurationLadder]) -> Iterator[Reason]:
    """Each condition not met that would give a later day; that nothing would, where none is left."""
    now, ladder = ceiling_months(need, law.numbers), law.numbers
    is_top = True
    more = ceiling_months(MeasureNeed(True, need.transition, need.in_training), ladder)
    if more > now:
        is_top = False
        yield because(
            "measure.reduced-capacity-gives", law.source, latest=last_after(first_start, more), months=more
        )
    elif need.transition is TransitionFrom.NONE and need.reduced_capacity and ladder.transition > now:
        is_top = False
        months = ladder.transition
        yield because(
            "measure.transition-gives", law.source, latest=last_after(first_start, months), months=months
        )
    if ladder.training_more and not need.in_training:
        is_top = False
        months = now + ladder.training_more
        yield because(
            "measure.training-gives", law.source, latest=last_after(first_start, months), months=months
        )
    if is_top:
        yield because("measure.nothing-gives-more", law.source, months=now)
