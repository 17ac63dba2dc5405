"""Typing errors in a case about a measure are stopped, and nothing else is."""

from datetime import date
from decimal import Decimal

import pytest

from fotfeste.domain.measures.case_limits import CaseLimits, can_be_a_week, told_in_time

LIMITS = CaseLimits(longest_post_days=14, most_hours_a_week=60)
ON = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("told_on", "is_refused"),
    [
        (date(2026, 11, 21), True),
        (date(2026, 11, 22), False),
        (date(2026, 12, 6), False),
        (date(2026, 12, 7), True),
        (date(9999, 12, 31), True),
        (date(1900, 1, 1), True),
    ],
)
def test_the_person_is_told_the_day_it_is_decided_or_when_a_letter_arrives(
    told_on: date, is_refused: bool
) -> None:
    codes = [reason.code for reason in told_in_time(told_on, LIMITS, on=ON)]

    assert codes == (["measure-decision.told-when"] if is_refused else [])


@pytest.mark.parametrize(
    ("hours", "is_refused"), [("-1", True), ("0", True), ("0.5", False), ("60", False), ("60.1", True)]
)
def test_follow_up_takes_some_of_a_week_and_never_more_than_there_is(hours: str, is_refused: bool) -> None:
    codes = [reason.code for reason in can_be_a_week(Decimal(hours), LIMITS)]

    assert codes == (["measure-case.hours"] if is_refused else [])
