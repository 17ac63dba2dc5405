"""Days that can be true, and days that cannot."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain import day_limits

CASES = yaml.safe_load((Path(__file__).parent / "cases_day_limits.yaml").read_text())
TODAY = date(2026, 11, 22)


def ask(case: dict) -> tuple:
    if case["asked"] == "in_order":
        return day_limits.in_order(case["day"], case["last"])
    more = {"referred_on": case["referred_on"]} if "referred_on" in case else {}
    return getattr(day_limits, case["asked"])(case["day"], on=TODAY, **more)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_days(case: dict) -> None:
    refused = ask(case)

    assert [reason.code for reason in refused] == case["refused"]


@given(first=st.dates(), last=st.dates())
def test_what_lasts_does_not_end_before_it_begins(first: date, last: date) -> None:
    codes = [reason.code for reason in day_limits.in_order(first, last)]

    assert codes == ([] if first <= last else ["day.ends-before-start"])


@given(day=st.dates(min_value=date(1950, 1, 1)))
def test_a_day_has_either_happened_or_can_be_agreed__today_both(day: date) -> None:
    happened = not day_limits.has_happened(day, on=TODAY)
    ahead = "day.has-passed" not in [reason.code for reason in day_limits.can_be_agreed(day, on=TODAY)]

    assert (happened and ahead) == (day == TODAY)
    assert happened or ahead
