"""What is next in a case about a measure: why, by when, and on which of its pages it is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.verdict import Reason


class StepPlace(StrEnum):
    """The page of the case where it is done. The values are stable."""

    CASE = "case"
    SICK_NOTE = "sick_note"
    REPORTS = "reports"
    OFFER = "offer"
    TASKS = "tasks"


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do. `due` is None where no day is set. `about` names one of the adviser's tasks."""

    place: StepPlace
    why: Reason
    due: date | None = None
    about: str = ""


def in_order(steps: Iterable[NextStep]) -> tuple[NextStep, ...]:
    """What is due first, then what has no day."""
    return tuple(sorted(steps, key=lambda step: (step.due or date.max, step.place, step.why.code)))
