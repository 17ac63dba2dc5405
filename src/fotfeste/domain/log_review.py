"""What makes a look worth asking about when the log is gone through (house §log-review).

A sign is a question to ask, never a judgement: most of what is asked about has a good answer.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from fotfeste.domain.dates import add_months
from fotfeste.domain.verdict import Reason, Verdict, because

_OURS = "house §log-review"


@dataclass(frozen=True, slots=True)
class LookFacts:
    """One look by a member of staff at one person, as the log tells it."""

    permitted: bool
    is_in_emergency: bool
    is_as_stand_in: bool
    had_relation: bool
    shares_surname: bool


@dataclass(frozen=True, slots=True)
class ReviewLimits:
    """From how many looks in one period a pattern is pointed out; when a question about a look is answered."""

    denied_looks: int
    looks_without_relation: int
    answer_within_months: int


def signs(look: LookFacts) -> Verdict:
    """What there is to ask about in one look."""
    return tuple(_signs(look))


def patterns(looks: Iterable[LookFacts], limits: ReviewLimits) -> Verdict:
    """What there is to ask about when all looks of a period are seen together."""
    looks = tuple(looks)
    denied = sum(not look.permitted for look in looks)
    outside = sum(look.permitted and not look.had_relation for look in looks)
    found = []
    if denied >= limits.denied_looks:
        found.append(because("log-review.many-denied", _OURS, number=denied))
    if outside >= limits.looks_without_relation:
        found.append(because("log-review.many-without-relation", _OURS, number=outside))
    return tuple(found)


def _signs(look: LookFacts) -> Iterator[Reason]:
    if not look.permitted:
        yield because("log-review.denied", _OURS)
    elif look.is_in_emergency:
        yield because("log-review.emergency", _OURS)
    elif look.is_as_stand_in:
        yield because("log-review.stand-in", _OURS)
    elif not look.had_relation:
        yield because("log-review.without-relation", _OURS)
    if look.shares_surname:
        yield because("log-review.same-surname", _OURS)


def answer_by(asked_on: date, limits: ReviewLimits) -> date:
    """The last day to answer somebody who asks about a look (GDPR art. 12 no. 3)."""
    return add_months(asked_on, limits.answer_within_months)
