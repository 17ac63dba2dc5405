"""The ladder of a measure as it is drawn: each rung with its last day, and where one stands (F-12)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.measures.duration import DurationLadder, ceiling_months, last_after
from fotfeste.domain.measures.kinds import MeasureNeed


class RungKind(StrEnum):
    """What it takes to come so far. The values are stable."""

    FIRST = "first"
    EXTENDED = "extended"
    REDUCED = "reduced"
    TRANSITION = "transition"
    TRAINING = "training"
    REDUCED_TRAINING = "reduced_training"


class RungState(StrEnum):
    """Where a participation stands on the ladder. The values are stable."""

    PASSED = "passed"
    HERE = "here"
    CAN_BE_GRANTED = "can_be_granted"
    TAKES_MORE = "takes_more"


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung, in months from the first start; `last` is counted in. `is_open`: this need reaches it."""

    kind: RungKind
    months: int
    last: date
    is_open: bool
    state: RungState


def rungs(first_start: date, decided: date, need: MeasureNeed, ladder: DurationLadder) -> tuple[Rung, ...]:
    """The rungs from the lowest. `decided` is the last day as decided; one stands on the rung it is on."""
    ceiling = ceiling_months(need, ladder)
    found = []
    below = None
    for kind, months in _rising(ladder):
        last = last_after(first_start, months)
        state = _state(decided, below=below, last=last, is_open=months <= ceiling)
        found.append(Rung(kind, months, last, months <= ceiling, state))
        below = last
    return tuple(found)


def _state(decided: date, *, below: date | None, last: date, is_open: bool) -> RungState:
    if decided > last:
        return RungState.PASSED
    if below is None or decided > below:
        return RungState.HERE
    return RungState.CAN_BE_GRANTED if is_open else RungState.TAKES_MORE


def _rising(ladder: DurationLadder) -> Iterator[tuple[RungKind, int]]:
    """Those that give nothing more than the one below are left out."""
    more, highest = ladder.training_more, 0
    wanted = [
        (RungKind.FIRST, ladder.first if ladder.first < ladder.extended else 0),
        (RungKind.EXTENDED, ladder.extended),
        (RungKind.TRAINING, ladder.extended + more if more else 0),
        (RungKind.REDUCED, ladder.reduced),
        (RungKind.TRANSITION, ladder.transition),
        (RungKind.REDUCED_TRAINING, ladder.reduced + more if more else 0),
    ]
    for kind, months in sorted(wanted, key=lambda each: each[1]):
        if months > highest:
            highest = months
            yield kind, months
