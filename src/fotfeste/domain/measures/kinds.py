"""The measures that follow somebody into work, and what their length turns on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class MeasureKind(StrEnum):
    """The measure a participation is in. The values are stable."""

    FOLLOW_UP = "follow_up"
    IPS = "ips"
    IPS_YOUNG = "ips_young"
    SUPPORTED_EMPLOYMENT = "supported_employment"
    LEGACY_WORK_WITH_ASSISTANCE = "work_with_assistance"
    """Merged into Follow-up on 2015-01-01. Not today's Supported Employment."""


class TransitionFrom(StrEnum):
    """Whether the measure is used at a transition into work (FOR-2015-12-11-1598 § 4-1)."""

    NONE = "none"
    SCHOOL = "school"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class MeasureNeed:
    """What the length turns on. `reduced_capacity` is None where nobody has established it: taken as not so.

    `in_training`: takes part in training or education that the measure's own paragraph names.
    """

    reduced_capacity: bool | None = None
    transition: TransitionFrom = TransitionFrom.NONE
    in_training: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """From the first day to the last, both counted in. `last` is None where it goes on."""

    first: date
    last: date | None = None

    def meets(self, other: "Span") -> bool:
        """Whether the two have a day in common."""
        return (other.last is None or self.first <= other.last) and (
            self.last is None or other.first <= self.last
        )


@dataclass(frozen=True, slots=True)
class Law(Generic[T]):
    """What applied on the day in question, and where it is written."""

    numbers: T
    source: str
