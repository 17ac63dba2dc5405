"""The figures of the fidelity scale: limits by cases, and what must hold for any team."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.employment import Employment
from fotfeste.domain.fidelity import (
    LESS_IS_BETTER,
    Counted,
    FidelityItem,
    caseload_size,
    days_to_first_contact,
    diversity,
    figure,
    from_two_teams,
    rhythm_kept,
    score_of,
    share_of,
    weeks_with,
)
from fotfeste.parameters import FIDELITY_LIMITS, FOLLOW_ALONG
from tests.domain.cases import HERE, Case, read

CASES = read(HERE / "cases_fidelity.yaml")
ON, START = date(2026, 11, 22), date(2026, 9, 1)
LIMITS, RHYTHM = FIDELITY_LIMITS.on(ON), FOLLOW_ALONG.on(ON)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_figure_and_its_score(case: Case) -> None:
    counted = Counted(case["total"], case["base"])

    found = figure(FidelityItem(case["item"]), counted, LIMITS, fewest=case.get("fewest"))

    assert (found.value, found.score) == (case["value"], case["score"])


def test_only_the_size_of_the_caseload_is_verified() -> None:
    found = {item: figure(item, Counted(10, 100), LIMITS).is_provisional for item in FidelityItem}

    assert [item for item, is_provisional in found.items() if not is_provisional] == [FidelityItem.CASELOAD]


def test_what_is_not_known_is_missing_and_in_no_base() -> None:
    assert diversity(["a", "", "a", "b"]) == Counted(2, 3, 1)
    assert share_of([True, None, False]) == Counted(1, 2, 1)
    assert days_to_first_contact([(START, START + timedelta(days=10)), (START, None)]) == Counted(10, 1, 1)
    assert caseload_size(12, [100, 50, 0]) == Counted(12, 150)


def test_each_specialist_s_two_largest_teams_are_counted_and_one_not_known_is_missing() -> None:
    treated = [("a", "x"), ("a", "x"), ("a", "y"), ("a", "z"), ("b", "z"), ("b", "")]

    assert from_two_teams(treated) == Counted(4, 5, 1)
    assert from_two_teams([]) == Counted(0, 0, 0)


def test_a_week_counts_once_for_each_and_only_within_the_weeks() -> None:
    monday = date(2026, 9, 7)
    days = [0, 6, 7, -1, 14]
    held = [("a", monday + timedelta(days=day)) for day in days] + [("c", monday)]

    assert weeks_with(held, ["a", "b"], first=monday, weeks=2) == Counted(2, 4)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["", "x", "y", "z"]))))
def test_two_teams_are_never_more_than_all(treated: list[tuple[str, str]]) -> None:
    found = from_two_teams(treated)

    assert 0 <= found.total <= found.base == len(treated) - found.missing


def test_the_rhythm_asks_around_the_start_weekly_and_then_monthly() -> None:
    job = Employment(START)
    meetings = [
        START - timedelta(days=2),
        START + timedelta(days=1),
        *(START + timedelta(days=7 * n) for n in (1, 2, 3)),
    ]

    assert rhythm_kept(job, meetings, RHYTHM, on=START + timedelta(days=29)) == (6, 6)
    assert rhythm_kept(job, meetings, RHYTHM, on=ON) == (6, 7)
    assert rhythm_kept(job, [], RHYTHM, on=ON) == (0, 7)
    assert rhythm_kept(Employment(None), [START], RHYTHM, on=ON) == (0, 0)


def test_after_a_loss_one_meeting_is_due_and_nothing_monthly() -> None:
    lost = Employment(START, START + timedelta(days=9))

    assert rhythm_kept(lost, [START + timedelta(days=10)], RHYTHM, on=ON) == (1, 4)


@given(st.sampled_from(FidelityItem), st.integers(0, 5000), st.integers(0, 5000))
def test_more_of_the_better_never_gives_a_lower_score(item: FidelityItem, one: int, other: int) -> None:
    less, more = sorted((one, other), reverse=item in LESS_IS_BETTER)
    low, high = score_of(item, less, LIMITS), score_of(item, more, LIMITS)

    assert (low is None) == (high is None)
    assert low is None or high is None or 1 <= low <= high <= 5


@given(
    st.dates(date(2020, 1, 1), ON), st.integers(0, 500), st.lists(st.dates(date(2019, 1, 1), ON), max_size=30)
)
def test_no_more_is_kept_than_was_due(start: date, lasted: int, met: list[date]) -> None:
    job = Employment(start, start + timedelta(days=lasted))

    kept, due = rhythm_kept(job, met, RHYTHM, on=ON)

    assert 0 <= kept <= due
