"""Disclosure: what may be told to employers. The person's own stand, dated, and per employer (I §4.3)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Stand(StrEnum):
    """How much may be told."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class DisclosureStatement:
    """The person's stand on one day. `employer` is None for the general stand, else the employer's key.

    The general stand is a proposal, never an answer for an employer (I-4.3c).
    """

    stand: Stand
    stated_on: date
    employer: str | None = None
    review_on: date | None = None
    is_confirmed: bool = True
    is_brought_in: bool = False


@dataclass(frozen=True, slots=True)
class EmployerMeeting:
    """A coming meeting with an employer. `employer` is a key, `employer_name` is what is shown."""

    employer: str
    employer_name: str
    on: date
