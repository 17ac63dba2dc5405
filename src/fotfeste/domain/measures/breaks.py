"""A break in a participation. It is put on record, and moves nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fotfeste.domain.day_limits import in_order
from fotfeste.domain.measures.kinds import Span
from fotfeste.domain.verdict import Reason, Verdict, because

_OURS = "house §measures"


@dataclass(frozen=True, slots=True)
class BreakFacts:
    """A participation, and the break as it is put down. `last` is None while it goes on.

    `others` are the breaks on record already.
    """

    first_start: date
    last_day: date
    first: date
    last: date | None = None
    has_reason: bool = False
    others: tuple[Span, ...] = ()


def may_break(facts: BreakFacts) -> Verdict:
    """Why the break cannot be put down so."""
    if facts.last is not None and facts.last < facts.first:
        return in_order(facts.first, facts.last)
    return tuple(_against(facts))


def _against(facts: BreakFacts) -> Iterator[Reason]:
    last = facts.first if facts.last is None else facts.last
    if facts.first < facts.first_start or last > facts.last_day:
        yield because("measure.break-outside", _OURS, first=facts.first_start, last=facts.last_day)
    meets = [other for other in facts.others if other.meets(Span(facts.first, facts.last))]
    if meets:
        yield because("measure.breaks-overlap", _OURS, first=meets[0].first)
    if not facts.has_reason:
        yield because("measure.needs-a-reason", _OURS)
