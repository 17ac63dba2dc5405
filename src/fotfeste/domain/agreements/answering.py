"""Where a request for an agreement stands, when it must be answered, and how it can be (A-11, A-12)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.agreements.limits import AgreementLimits
from fotfeste.domain.agreements.requests import AskedAnswer, AskedFor, AskedThrough
from fotfeste.domain.dates import deadline_days
from fotfeste.domain.verdict import Verdict, because

_OURS = "house §agreements"


class AskedStatus(StrEnum):
    """Where it stands. The values are stable."""

    WAITS = "waits"
    SEEN = "seen"
    TAKEN_UP = "taken_up"
    NOT_TAKEN_UP = "not_taken_up"
    INFORMED = "informed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class AskedFacts:
    """What has happened with a request. `is_linked`: the office has found whom it is about."""

    asked_for: AskedFor
    answer: AskedAnswer | None = None
    is_seen: bool = False
    is_linked: bool = False


PASSED_ON = frozenset(
    {AskedThrough.ASSISTIVE_TECHNOLOGY, AskedThrough.WORKING_LIFE, AskedThrough.WORKING_LIFE_ADVISER}
)
"""Ways on which somebody else passes it on, and says their name."""


def asked_status(facts: AskedFacts) -> AskedStatus:
    """Where it stands."""
    if facts.answer is not None:
        return AskedStatus(facts.answer.value)
    return AskedStatus.SEEN if facts.is_seen else AskedStatus.WAITS


def answer_by(asked_on: date, limits: AgreementLimits, holidays: Collection[date]) -> date:
    """The last day to answer: a deadline, so never a day when the office is closed."""
    return deadline_days(asked_on, limits.answer_request_days, holidays)


def is_late(answer: str, last_day: date, *, on: date) -> bool:
    """Whether the day has passed without an answer."""
    return not answer and last_day < on


def may_be_answered(facts: AskedFacts, answer: AskedAnswer, *, has_words: bool) -> Verdict:
    """Why it cannot be answered so."""
    found = []
    is_interest = facts.asked_for is AskedFor.INTEREST
    if facts.answer is not None:
        found.append(because("agreement-request.answered-already", _OURS))
    if is_interest and answer is AskedAnswer.TAKEN_UP:
        found.append(because("agreement-request.names-nobody", _OURS))
    if not is_interest and answer is AskedAnswer.INFORMED:
        found.append(because("agreement-request.not-only-informed", _OURS))
    if answer is AskedAnswer.TAKEN_UP and not is_interest and not facts.is_linked:
        found.append(because("agreement-request.not-linked", _OURS))
    if answer in {AskedAnswer.NOT_TAKEN_UP, AskedAnswer.INFORMED} and not has_words:
        found.append(because(f"agreement-request.{_WORDS[answer]}", _OURS))
    return tuple(found)


_WORDS = {AskedAnswer.NOT_TAKEN_UP: "say-why", AskedAnswer.INFORMED: "say-what"}


def told_in_order(told_on: date, asked_on: date) -> Verdict:
    """Why nobody can have been told on that day: nobody had asked yet."""
    if told_on < asked_on:
        return (because("agreement-request.told-before-asked", _OURS, told_on=told_on, asked_on=asked_on),)
    return ()
