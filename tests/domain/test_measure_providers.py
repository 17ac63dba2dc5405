"""What can be agreed with a provider, who has a place, and when a participation can begin there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.measures.kinds import Span
from fotfeste.domain.measures.providers import (
    AgreementFacts,
    BeginFacts,
    ProviderLimits,
    Standing,
    guide_sees_until,
    in_line,
    may_be_agreed,
    may_begin,
    standing_of,
)
from tests.domain.cases import HERE, Case, read

LIMITS = ProviderLimits(
    longest_agreement_years=10, most_places=1000, start_ahead_days=14, visible_after_end_days=40
)
CASES = read(HERE / "cases_measure_providers.yaml")
LINES = st.dictionaries(st.integers(1, 50), st.booleans(), max_size=20)


@pytest.mark.parametrize("case", CASES["agreements"], ids=lambda case: case["name"])
def test_what_can_be_agreed(case: Case) -> None:
    other = (Span(*case["other"]),) if "other" in case else ()
    facts = AgreementFacts(case["first"], case.get("last"), case["places"], case.get("begun", 0), other)

    assert [reason.code for reason in may_be_agreed(facts, LIMITS)] == case["refused"]


@pytest.mark.parametrize("case", CASES["starts"], ids=lambda case: case["name"])
def test_when_it_can_begin(case: Case) -> None:
    decided, last = CASES["starts"][0]["day"], CASES["starts"][8]["day"]
    standing = Standing(case.get("standing", "has_place"))
    facts = BeginFacts(decided, last, case.get("begun"), case.get("ended", False), standing)

    found = may_begin(facts, case["day"], LIMITS, on=case["on"])

    assert [reason.code for reason in found] == case["refused"]


@pytest.mark.parametrize("case", CASES["seen_until"], ids=lambda case: case["name"])
def test_how_long_the_guide_sees_what_has_ended(case: Case) -> None:
    assert guide_sees_until(case["end"], LIMITS) == case["until"]


@given(rows=LINES)
def test_who_has_begun_keeps_the_place_and_then_it_goes_by_the_day_of_the_grant(
    rows: dict[int, bool],
) -> None:
    line = in_line(list(rows.items()))

    assert sorted(line) == sorted(rows)
    assert [rows[key] for key in line] == sorted(rows.values(), reverse=True)
    assert [key for key in line if not rows[key]] == sorted(key for key, begun in rows.items() if not begun)


@given(rows=LINES, places=st.integers(0, 20))
def test_no_more_have_a_place_than_there_are_and_nobody_waits_for_a_free_one(
    rows: dict[int, bool], places: int
) -> None:
    line = in_line(list(rows.items()))
    standings = [
        standing_of(begun=rows[key], ended=False, number=number, places=places, provided=True)
        for number, key in enumerate(line)
    ]

    placed = sum(each in {Standing.GOING_ON, Standing.HAS_PLACE} for each in standings)
    assert placed <= max(places, sum(rows.values()))
    assert Standing.WAITING not in standings or placed >= places


def test_an_end_counts_before_everything_and_a_provider_before_a_place() -> None:
    def standing(**more: object) -> Standing:
        usual = {"begun": False, "ended": False, "number": 0, "places": 1, "provided": True}
        return standing_of(**{**usual, **more})  # type: ignore[arg-type]  # the keywords of the function

    assert standing(ended=True, begun=True) is Standing.ENDED
    assert standing(begun=True, places=None) is Standing.GOING_ON
    assert standing(provided=False) is Standing.NO_PROVIDER
    assert standing(places=None, number=None) is Standing.NO_AGREEMENT
