"""The ladder as it is drawn: never a rung that gives nothing, and open just as far as the ceiling."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.measures.duration import ceiling_months
from fotfeste.domain.measures.kinds import MeasureKind, MeasureNeed, TransitionFrom
from fotfeste.domain.measures.rungs import RungState, rungs
from fotfeste.domain.rules.measure_law import DURATIONS
from fotfeste.parameters.answers import BOOK

ON = date(2026, 11, 22)
FIRST, DECIDED = date(2026, 9, 1), date(2027, 2, 28)
NEEDS = st.builds(
    MeasureNeed, st.sampled_from([None, True, False]), st.sampled_from(TransitionFrom), st.booleans()
)
P, H, C, T = RungState.PASSED, RungState.HERE, RungState.CAN_BE_GRANTED, RungState.TAKES_MORE


def ladder(kind: MeasureKind):
    return BOOK[DURATIONS[kind]].on(ON)


@pytest.mark.parametrize(
    ("kind", "need", "months", "states"),
    [
        (MeasureKind.FOLLOW_UP, MeasureNeed(), [6, 12, 36, 42], [H, C, T, T]),
        (MeasureKind.FOLLOW_UP, MeasureNeed(None, TransitionFrom.SCHOOL), [6, 12, 36, 42], [H, C, T, T]),
        (MeasureKind.FOLLOW_UP, MeasureNeed(True), [6, 12, 36, 42], [H, C, C, T]),
        (MeasureKind.FOLLOW_UP, MeasureNeed(True, TransitionFrom.SCHOOL), [6, 12, 36, 42], [H, C, C, C]),
        (MeasureKind.FOLLOW_UP, MeasureNeed(True, TransitionFrom.SENTENCE), [6, 12, 36, 42], [H, C, C, C]),
        (MeasureKind.IPS, MeasureNeed(), [12, 36], [H, T]),
        (MeasureKind.IPS, MeasureNeed(True, TransitionFrom.NONE, True), [12, 36], [H, C]),
        (MeasureKind.IPS_YOUNG, MeasureNeed(), [12, 24, 36, 48], [H, T, T, T]),
        (MeasureKind.IPS_YOUNG, MeasureNeed(None, TransitionFrom.NONE, True), [12, 24, 36, 48], [H, C, T, T]),
        (MeasureKind.SUPPORTED_EMPLOYMENT, MeasureNeed(True), [12, 24, 36, 48], [H, C, C, T]),
        (
            MeasureKind.SUPPORTED_EMPLOYMENT,
            MeasureNeed(True, TransitionFrom.NONE, True),
            [12, 24, 36, 48],
            [H, C, C, C],
        ),
    ],
)
def test_the_rungs_of_each_measure_and_where_one_stands(
    kind: MeasureKind, need: MeasureNeed, months: list[int], states: list[RungState]
) -> None:
    found = rungs(FIRST, DECIDED, need, ladder(kind))

    assert [each.months for each in found] == months
    assert [each.state for each in found] == states


@pytest.mark.parametrize(
    ("decided", "states"),
    [
        (date(2026, 9, 1), [H, C, T, T]),
        (date(2027, 2, 28), [H, C, T, T]),
        (date(2027, 3, 1), [P, H, T, T]),
        (date(2027, 8, 31), [P, H, T, T]),
        (date(2027, 9, 1), [P, P, H, T]),
        (date(2031, 1, 1), [P, P, P, P]),
    ],
)
def test_one_stands_on_the_rung_that_holds_the_decided_day(decided: date, states: list[RungState]) -> None:
    found = rungs(FIRST, decided, MeasureNeed(), ladder(MeasureKind.FOLLOW_UP))

    assert [each.state for each in found] == states


@given(st.dates(), st.dates(), st.sampled_from(MeasureKind), NEEDS)
def test_rungs_rise_and_the_open_ones_never_pass_the_ceiling(
    first: date, decided: date, kind: MeasureKind, need: MeasureNeed
) -> None:
    found = rungs(first, decided, need, ladder(kind))

    assert [each.months for each in found] == sorted({each.months for each in found})
    assert all(each.is_open == (each.months <= ceiling_months(need, ladder(kind))) for each in found)
    assert max(each.months for each in found if each.is_open) == ceiling_months(need, ladder(kind))
    assert all(one.last <= other.last for one, other in pairwise(found))
    assert sum(each.state is RungState.HERE for each in found) <= 1
