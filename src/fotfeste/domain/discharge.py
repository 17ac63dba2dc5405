"""Leaving the caseload for a time: talked through, decided, and open to come back (I §7; RL4434)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.method import Method, asks_clinician
from fotfeste.domain.verdict import Reason, Verdict, because


class DischargeReason(StrEnum):
    """Why somebody leaves the caseload. The rest is said in words."""

    LONG_PAUSE = "long_pause"
    OWN_WISH = "own_wish"
    OTHER_SERVICE = "other_service"
    MOVED = "moved"
    LASTING_JOB = "lasting_job"
    NOT_REACHED = "not_reached"
    OTHER = "other"


class Consulted(StrEnum):
    """With whom pros and cons are talked through."""

    SUPERVISOR = "supervisor"
    CLINICIAN = "clinician"


class LooseEndAnswer(StrEnum):
    """What becomes of something that is still open: called off, kept as it is, or handed to somebody."""

    CANCEL = "cancel"
    KEEP = "keep"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Considered:
    """A discharge that is considered since that day, and what has been talked through so far.

    `is_heard`: there are words of what the jobseeker says, or of how they were tried to be reached.
    `has_clinician`: somebody treats the person, as far as is known.
    `method`: with Supported Employment the clinician is not asked, though one may talk with one.
    """

    since: date
    is_heard: bool = False
    has_supervisor_view: bool = False
    has_clinician_view: bool = False
    has_clinician: bool = True
    method: Method = Method.IPS


@dataclass(frozen=True, slots=True)
class DischargeFacts:
    """What is known when the decision is made. `loose_ends` are those that nobody has decided yet."""

    day: date
    considered: Considered
    referred_on: date | None = None
    has_reason: bool = True
    says_how_back: bool = True
    says_why_departed: bool = False
    loose_ends: int = 0


def departures(considered: Considered) -> Verdict:
    """What the guideline advises and was not done. Each is something to give a reason for, never a lock."""
    return tuple(_departures(considered))


def missing(considered: Considered) -> Verdict:
    """What is still to be done before a decision rests well: for the agenda and the page."""
    return (*_heard(considered), *_departures(considered))


def may_be_discharged(facts: DischargeFacts, *, on: date) -> Verdict:
    """Every reason why the decision cannot be carried out like this."""
    return tuple(_against(facts, on))


def _departures(considered: Considered) -> Iterator[Reason]:
    if not considered.has_supervisor_view:
        yield because("discharge.without-supervisor", "I §7")
    is_asked = considered.has_clinician and asks_clinician(considered.method)
    if is_asked and not considered.has_clinician_view:
        yield because("discharge.without-clinician", "I §7")


def _heard(considered: Considered) -> Iterator[Reason]:
    if not considered.is_heard:
        yield because("discharge.jobseeker-not-heard", "house §discharge")


def _against(facts: DischargeFacts, on: date) -> Iterator[Reason]:
    yield from has_happened(facts.day, on=on, referred_on=facts.referred_on)
    yield from _heard(facts.considered)
    if not facts.has_reason:
        yield because("discharge.say-why", "house §discharge")
    if not facts.says_how_back:
        yield because("discharge.say-how-back", "I §7")
    if departures(facts.considered) and not facts.says_why_departed:
        yield because("discharge.say-why-departed", "I §7")
    if facts.loose_ends:
        yield because("discharge.loose-ends", "house §discharge", count=facts.loose_ends)
