"""Access in an emergency (break-glass): asked for by one, answered by another, short, and told to the person.

It opens what the permission table says it opens; what a denial shuts stays shut (issue 2.4, design §7).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from fotfeste.domain.verdict import Reason, Verdict, because

_OURS = "house §emergency"
_LAW = "LOV-1999-07-02-64 §21a"


@dataclass(frozen=True, slots=True)
class EmergencyLimits:
    """How long access in an emergency lasts at most (minutes), and how long a request waits (hours)."""

    most_minutes: int
    answer_within_hours: int


@dataclass(frozen=True, slots=True)
class EmergencyRequest:
    """Somebody asks for access in an emergency."""

    says_why: bool
    is_close: bool
    may_see_protected: bool


def may_ask(request: EmergencyRequest) -> Verdict:
    """Every reason why this request is not passed on. Who asked is told only that a reason is missing:
    the rest would tell whether the person is here.
    """
    reasons = []
    if not request.says_why:
        reasons.append(because("emergency.say-why", _LAW))
    if request.is_close:
        reasons.append(because("emergency.asker-too-close", _LAW))
    if not request.may_see_protected:
        reasons.append(because("emergency.asker-not-cleared", "LOV-2016-12-09-88 §10-4"))
    return tuple(reasons)


@dataclass(frozen=True, slots=True)
class EmergencyAnswer:
    """Somebody answers a request. `minutes` is how long they would open for; None when they refuse."""

    asked_at: datetime
    at: datetime
    minutes: int | None
    is_same_person: bool
    is_supervisor_of_owning_unit: bool
    is_close: bool
    is_answered: bool


def may_answer(answer: EmergencyAnswer, limits: EmergencyLimits) -> Verdict:
    """Two different people, the second of them the IPS supervisor of the owning unit, who is not close."""
    return (*_who(answer), *_when(answer, limits), *_how_long(answer, limits))


def ends_at(at: datetime, minutes: int) -> datetime:
    """When access that was given at `at` is over."""
    return at + timedelta(minutes=minutes)


def lapses_at(asked_at: datetime, limits: EmergencyLimits) -> datetime:
    """When a request that nobody has answered is no emergency any more."""
    return asked_at + timedelta(hours=limits.answer_within_hours)


def _who(answer: EmergencyAnswer) -> Iterator[Reason]:
    if answer.is_same_person:
        yield because("emergency.takes-two", _OURS)
    elif not answer.is_supervisor_of_owning_unit:
        yield because("emergency.not-your-unit", _OURS)
    if answer.is_close:
        yield because("emergency.answerer-too-close", _LAW)


def _when(answer: EmergencyAnswer, limits: EmergencyLimits) -> Iterator[Reason]:
    if answer.is_answered:
        yield because("emergency.already-answered", _OURS)
    elif answer.at > lapses_at(answer.asked_at, limits):
        yield because("emergency.lapsed", _OURS, hours=limits.answer_within_hours)


def _how_long(answer: EmergencyAnswer, limits: EmergencyLimits) -> Iterator[Reason]:
    if answer.minutes is not None and not 1 <= answer.minutes <= limits.most_minutes:
        yield because("emergency.too-long", _OURS, minutes=limits.most_minutes)
