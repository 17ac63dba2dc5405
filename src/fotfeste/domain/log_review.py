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
    """From how many looks in a period a pattern is pointed out; when a question about a look is answered."""

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


def may_ask(*, has_text: bool, is_asked: bool, can_be_answered: bool) -> Verdict:
    """Whether the person can ask about a look. `can_be_answered`: a supervisor may see the record."""
    reasons = []
    if not has_text:
        reasons.append(because("log-question.write-something", _OURS))
    if is_asked:
        reasons.append(because("log-question.asked-already", _OURS))
    if not can_be_answered:
        reasons.append(because("log-question.nobody-can-answer", _OURS))
    return tuple(reasons)


def may_answer(*, has_text: bool, is_answered: bool, is_own_look: bool) -> Verdict:
    """Whether somebody can answer a question about a look: not their own."""
    reasons = []
    if not has_text:
        reasons.append(because("log-question.write-something", _OURS))
    if is_answered:
        reasons.append(because("log-question.answered-already", _OURS))
    if is_own_look:
        reasons.append(because("log-question.own-look", _OURS))
    return tuple(reasons)


def may_review(*, is_oneself: bool, from_day: date, until_day: date, on: date) -> Verdict:
    """Whether somebody can sign that they have gone through a colleague's looks in a period."""
    reasons = []
    if is_oneself:
        reasons.append(because("log-review.oneself", _OURS))
    if until_day < from_day:
        reasons.append(because("log-review.ends-before-start", _OURS, from_day=from_day))
    elif until_day > on:
        reasons.append(because("log-review.not-over", _OURS, today=on))
    return tuple(reasons)
