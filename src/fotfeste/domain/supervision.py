"""The supervisor's work with one specialist: supervision held, coaching in the field, tasks and answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.day_limits import can_be_known, has_happened
from fotfeste.domain.verdict import Reason, Verdict, because


class SupervisionKind(StrEnum):
    """What is put down: supervision held, coaching in the field, or a task for the specialist."""

    HELD = "held"
    COACHING = "coaching"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class SupervisionFacts:
    """What is about to be put down. `due` is a task's last day."""

    kind: SupervisionKind
    day: date
    has_text: bool = False
    due: date | None = None


def may_be_put_down(facts: SupervisionFacts, *, on: date) -> Verdict:
    """Why it cannot be put down like this: the day cannot be right, or nothing is said."""
    return tuple(_against(facts, on))


def may_be_answered(*, is_answered: bool) -> Verdict:
    """Why a task cannot be answered: it has been."""
    return (because("supervision.answered-already", "house §supervision"),) if is_answered else ()


def _against(facts: SupervisionFacts, on: date) -> Iterator[Reason]:
    yield from has_happened(facts.day, on=on)
    if facts.due is not None:
        yield from can_be_known(facts.due, on=on)
    if facts.kind is not SupervisionKind.HELD and not facts.has_text:
        yield because("supervision.nothing-said", "house §supervision")
