"""Closing a case about a measure, and where a case stands: worked out from what is on record."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.verdict import Reason, Verdict, because

_OURS = "house §measures"


class CloseCause(StrEnum):
    """Why a case is closed. The values are stable."""

    FINISHED = "finished"
    OWN_WISH = "own_wish"
    NOT_GRANTED = "not_granted"
    NO_LONGER_NEEDED = "no_longer_needed"
    OTHER_OFFICE = "other_office"
    OTHER = "other"


class CaseStatus(StrEnum):
    """Where a case stands. Never stored. The values are stable."""

    WORKED_ON = "worked_on"
    NEED_DECIDED = "need_decided"
    NOT_GRANTED = "not_granted"
    WAITS_FOR_START = "waits_for_start"
    TAKING_PART = "taking_part"
    ENDED = "ended"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class TakingPart:
    """One participation: the day it began, null until it is confirmed, and its last day as it stands now."""

    began_on: date | None
    last_day: date


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What decides where a case stands. `is_refused`: the newest decision on the measure is a refusal."""

    closed_on: date | None = None
    is_need_decided: bool = False
    is_refused: bool = False
    decision_waits: bool = False
    participations: tuple[TakingPart, ...] = ()


def case_status(facts: CaseFacts, *, on: date) -> CaseStatus:
    """Where the case stands that day."""
    if facts.closed_on is not None and facts.closed_on <= on:
        return CaseStatus.CLOSED
    going_on = [each for each in facts.participations if each.last_day >= on]
    if any(each.began_on is not None and each.began_on <= on for each in going_on):
        return CaseStatus.TAKING_PART
    if going_on:
        return CaseStatus.WAITS_FOR_START
    if facts.participations:
        return CaseStatus.ENDED
    if facts.is_refused:
        return CaseStatus.NOT_GRANTED
    return CaseStatus.NEED_DECIDED if facts.is_need_decided else CaseStatus.WORKED_ON


def may_close(facts: CaseFacts, cause: CloseCause, *, has_words: bool, on: date) -> Verdict:
    """Why the case cannot be closed."""
    return tuple(_against(facts, cause, has_words, on))


def _against(
    facts: CaseFacts,
    cause: CloseCause,
    has_words: bool,  # one of the facts
    on: date,
) -> Iterator[Reason]:
    going_on = [each.last_day for each in facts.participations if each.last_day >= on]
    if going_on:
        yield because("measure-close.goes-on", _OURS, last_day=max(going_on))
    if facts.decision_waits:
        yield because("measure-close.decision-waits", _OURS)
    if cause is CloseCause.OTHER and not has_words:
        yield because("measure-close.say-why", _OURS)
