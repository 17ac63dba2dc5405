"""Whoever issued the sick note is told, at an offer of an assessment measure and at enrolment (F-14).

No statute says so: it is NAV's own procedure, and the number of days is a house choice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from fotfeste.domain.verdict import Reason, Verdict, because

_PROCEDURE = "F §sick-note-issuer"


@dataclass(frozen=True, slots=True)
class IssuerDuty:
    """Days from the event until the letter should have gone."""

    days: int


@dataclass(frozen=True, slots=True)
class IssuerTold:
    """A letter that went: to whom (a key, never a name), when, and of what. `of_enrolment` None: of both."""

    issuer: str
    told_on: date
    of_enrolment: bool | None = None


@dataclass(frozen=True, slots=True)
class IssuerFacts:
    """The events that are told, who issues the sick note now, since when, and the letters that have gone."""

    is_sick_listed: bool
    assessment_offered_on: date | None = None
    enrolled_on: date | None = None
    issuer: str | None = None
    issuer_since: date | None = None
    letters: tuple[IssuerTold, ...] = ()


def still_to_tell(facts: IssuerFacts, duty: IssuerDuty, *, on: date) -> Verdict:
    """What is left to tell whoever issues the sick note now."""
    return tuple(_still_to_tell(facts, duty, on))


def tell_by(facts: IssuerFacts, duty: IssuerDuty) -> date | None:
    """The day by which the earliest letter that has not gone should go. None: nothing is left."""
    return min((_by(event, facts, duty) for _, event in _untold(facts)), default=None)


def _still_to_tell(facts: IssuerFacts, duty: IssuerDuty, on: date) -> Iterator[Reason]:
    untold = _untold(facts)
    if untold and facts.issuer is None:
        yield because("issuer.not-known", _PROCEDURE)
    for is_enrolment, event in untold:
        by = _by(event, facts, duty)
        if event > on:
            continue
        if on > by:
            yield because("issuer.overdue", _PROCEDURE, by=by)
        elif is_enrolment:
            yield because("issuer.tell-of-enrolment", _PROCEDURE, by=by)
        else:
            yield because("issuer.tell-of-assessment", _PROCEDURE, by=by)


def _untold(facts: IssuerFacts) -> list[tuple[bool, date]]:
    """The events no letter to the present issuer has followed: whether it is the enrolment, and the day."""
    if not facts.is_sick_listed:
        return []
    events = ((False, facts.assessment_offered_on), (True, facts.enrolled_on))
    return [(kind, day) for kind, day in events if day is not None and not _is_told(kind, day, facts)]


def _is_told(is_enrolment: bool, day: date, facts: IssuerFacts) -> bool:  # a pair from the list above
    return any(
        letter.issuer == facts.issuer
        and letter.told_on >= day
        and letter.of_enrolment in {None, is_enrolment}
        for letter in facts.letters
    )


def _by(event: date, facts: IssuerFacts, duty: IssuerDuty) -> date:
    """Counted from the event, or from the day the issuer changed where that came later."""
    begins = max(event, facts.issuer_since or event)
    return begins + timedelta(days=min(duty.days, (date.max - begins).days))
