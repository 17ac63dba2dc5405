"""Typing errors in a case about a measure are stopped, and nothing else is."""

from decimal import Decimal

import pytest

from fotfeste.domain.measures.case_limits import CaseLimits, can_be_a_week, told_in_time
from tests.domain.cases import HERE, Case, read

LIMITS = CaseLimits(longest_post_days=14, most_hours_a_week=60)
CASES = read(HERE / "cases_measure_case_limits.yaml")


@pytest.mark.parametrize("case", CASES["told"], ids=lambda case: case["name"])
def test_the_person_is_told_the_day_it_is_decided_or_when_a_letter_arrives(case: Case) -> None:
    found = told_in_time(case["told"], LIMITS, on=case["decided"])

    assert [reason.code for reason in found] == case["refused"]


@pytest.mark.parametrize("case", CASES["hours"], ids=lambda case: case["name"])
def test_follow_up_takes_some_of_a_week_and_never_more_than_there_is(case: Case) -> None:
    found = can_be_a_week(Decimal(case["hours"]), LIMITS)

    assert [reason.code for reason in found] == case["refused"]
