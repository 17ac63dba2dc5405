"""Disclosure: what may be told to employers. The person's own stand, dated, and per employer (I §4.3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.dates import add_months
from fotfeste.domain.verdict import Verdict, because


class Stand(StrEnum):
    """How much may be told."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class DisclosureRhythm:
    """How long a stand is left before it is gone through again, where no day was agreed."""

    review_months: int


@dataclass(frozen=True, slots=True)
class DisclosureStatement:
    """The person's stand on one day. `employer` is None for the general stand, else the employer's key.

    The general stand is a proposal, never an answer for an employer (I-4.3c).
    """

    stand: Stand
    stated_on: date
    employer: str | None = None
    employer_name: str = ""
    review_on: date | None = None
    is_confirmed: bool = True
    is_brought_in: bool = False


@dataclass(frozen=True, slots=True)
class EmployerMeeting:
    """A coming meeting with an employer. `employer` is a key, `employer_name` is what is shown."""

    employer: str
    employer_name: str
    on: date


def newest(statements: Iterable[DisclosureStatement], employer: str | None) -> DisclosureStatement | None:
    """The stand that counts for this employer (None: in general). Never the general one for an employer."""
    chosen = None
    for statement in statements:
        if statement.employer == employer and (chosen is None or statement.stated_on >= chosen.stated_on):
            chosen = statement
    return chosen


def review_by(statement: DisclosureStatement, rhythm: DisclosureRhythm) -> date:
    """When the stand is to be gone through again: the day agreed, else by the rhythm (I-4.3b)."""
    return statement.review_on or add_months(statement.stated_on, rhythm.review_months)


def not_clarified_for(employer: str, statements: Iterable[DisclosureStatement]) -> Verdict:
    """Why nothing may be said to this employer yet. Empty: the person has taken a stand for it (I-4.3c)."""
    said = newest(statements, employer)
    if said is None:
        return (because("disclosure.no-stand-for-employer", "I §4.3"),)
    if said.stand is Stand.UNCLEAR:
        return (because("disclosure.stand-unclear", "I §4.3", stated_on=said.stated_on),)
    if not said.is_confirmed:
        return (because("disclosure.not-confirmed", "house §imported-statements", stated_on=said.stated_on),)
    return ()
