"""Handing jobseekers over to a colleague, and letting a colleague stand in for a time (issue 2.3).

All of those chosen go together or none does. For a time both can see the record, and no longer than needed.
How many the receiver then follows is told as advice (domain/caseload.py); it never refuses.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from fotfeste.domain.verdict import Reason, Verdict, because

_OURS = "house §handover"
_NEED = "LOV-2006-06-16-20 §7"


@dataclass(frozen=True, slots=True)
class HandoverLimits:
    """How far ahead a handover can begin, how long both can see, how long somebody can stand in. Days."""

    most_days_ahead: int
    most_overlap_days: int
    most_stand_in_days: int


@dataclass(frozen=True, slots=True)
class HandedOver:
    """One jobseeker that somebody wants to hand over. `key` is how the page knows them, never a name."""

    key: str
    is_still_theirs: bool
    receiver_may_see: bool


@dataclass(frozen=True, slots=True)
class HandoverFacts:
    """Everything a handover is judged by. `overlap_until` is the last day on which both can see."""

    on: date
    from_day: date
    overlap_until: date | None
    is_to_oneself: bool
    is_to_colleague: bool
    people: tuple[HandedOver, ...]


def may_hand_over(facts: HandoverFacts, limits: HandoverLimits) -> Verdict:
    """Every reason why this handover cannot be made. A reason about one jobseeker carries their `key`."""
    return (*_receiver(facts), *_days(facts, limits), *_people(facts))


def last_day_of_giver(facts: HandoverFacts) -> date:
    """The last day on which the one who hands over can see the record."""
    return facts.overlap_until or facts.from_day - timedelta(days=1)


def _receiver(facts: HandoverFacts) -> Iterator[Reason]:
    if facts.is_to_oneself:
        yield because("handover.to-oneself", _OURS)
    elif not facts.is_to_colleague:
        yield because("handover.not-a-colleague", _OURS)


def _days(facts: HandoverFacts, limits: HandoverLimits) -> Iterator[Reason]:
    latest = facts.on + timedelta(days=limits.most_days_ahead)
    if facts.from_day < facts.on:
        yield because("handover.starts-in-the-past", _OURS, from_day=facts.from_day)
    elif facts.from_day > latest:
        yield because("handover.starts-too-far-ahead", _OURS, latest=latest)
    if facts.overlap_until is not None:
        yield from _overlap(facts.overlap_until, facts, limits)


def _overlap(until: date, facts: HandoverFacts, limits: HandoverLimits) -> Iterator[Reason]:
    latest = facts.from_day + timedelta(days=limits.most_overlap_days)
    if until < facts.from_day:
        yield because("handover.overlap-before-start", _OURS, from_day=facts.from_day)
    elif until > latest:
        days = limits.most_overlap_days
        yield because("handover.overlap-too-long", _NEED, latest=latest, days=days)


def _people(facts: HandoverFacts) -> Iterator[Reason]:
    if not facts.people:
        yield because("handover.nobody-chosen", _OURS)
    for person in facts.people:
        if not person.is_still_theirs:
            yield because("handover.moved-meanwhile", _OURS, person=person.key)
        elif not person.receiver_may_see:
            yield because("handover.receiver-may-not-see", _NEED, person=person.key)


@dataclass(frozen=True, slots=True)
class StandInFacts:
    """A colleague who is to stand in for the specialist, and for how long."""

    on: date
    until: date | None
    is_the_specialist: bool
    is_colleague: bool
    may_see: bool


def may_stand_in(facts: StandInFacts, limits: HandoverLimits) -> Verdict:
    """A stand-in has an end that is not far off: whoever follows somebody for longer takes them over."""
    reasons = [*_who_stands_in(facts)]
    latest = facts.on + timedelta(days=limits.most_stand_in_days)
    if facts.until is None:
        reasons.append(because("stand-in.needs-an-end", _NEED))
    elif facts.until < facts.on:
        reasons.append(because("stand-in.ends-in-the-past", _OURS, until=facts.until))
    elif facts.until > latest:
        reasons.append(because("stand-in.too-long", _NEED, latest=latest, days=limits.most_stand_in_days))
    return tuple(reasons)


def _who_stands_in(facts: StandInFacts) -> Iterator[Reason]:
    if facts.is_the_specialist:
        yield because("stand-in.is-the-specialist", _OURS)
    elif not facts.is_colleague:
        yield because("stand-in.not-a-colleague", _OURS)
    elif not facts.may_see:
        yield because("stand-in.may-not-see", _NEED)
