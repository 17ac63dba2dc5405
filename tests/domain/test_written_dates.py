"""Dates as people write them."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.written_dates import from_serial, read

CASES = yaml.safe_load((Path(__file__).parent / "cases_written_dates.yaml").read_text())
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
NEAR_DAYS = st.dates(date(1969, 1, 1), date(2068, 12, 31))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_date(case: dict) -> None:
    found = read(case["written"])

    assert found.day == case.get("day")
    assert list(found.offered) == case.get("offered", [])
    assert [reason.code for reason in found.reasons] == case.get("refused", [])
    assert found.time_left_out == case.get("time_left_out", "")


@given(text=st.text() | st.text("0123456789./- jfmasond:TWZ", max_size=25))
def test_any_text_is_a_day_or_has_a_reason(text: str) -> None:
    found = read(text)

    assert (found.day is not None) + bool(found.reasons) == bool(text.strip() and found != read(""))
    assert not found.offered or found.reasons, "what is offered is asked about"


@given(
    day=DAYS, style=st.sampled_from(["{:%Y-%m-%d}", "{0.day}.{0.month}.{0:%Y}", "{:%d/%m-%Y}", "{:%d-%m-%Y}"])
)
def test_a_day_written_out_is_the_same_day(day: date, style: str) -> None:
    assert read(style.format(day)).day == day


@given(day=NEAR_DAYS, style=st.sampled_from(["{:%d.%m.%y}", "{0.day}/{0.month}-{0:%y}"]))
def test_a_year_of_two_digits_is_the_one_meant_and_is_told(day: date, style: str) -> None:
    found = read(style.format(day))

    assert (found.day, found.is_two_digit_year) == (day, True)


@given(day=DAYS, style=st.sampled_from(["{:%d/%m/%Y}", "{:%y-%m-%d}", "{:%d%m%y}"]))
def test_what_is_written_in_doubt_is_never_taken_unless_it_is_the_day(day: date, style: str) -> None:
    found = read(style.format(day))

    assert found.day in (None, day)


@pytest.mark.parametrize(
    ("serial", "counts_from_1904", "day"),
    [
        (1, False, date(1900, 1, 1)),
        (59, False, date(1900, 2, 28)),
        (60, False, None),
        (61, False, date(1900, 3, 1)),
        (45710, False, date(2025, 2, 22)),
        (45710.75, False, date(2025, 2, 22)),
        (73415, False, date(2100, 12, 31)),
        (73416, False, None),
        (0, False, None),
        (-1, True, None),
        (0, True, date(1904, 1, 1)),
        (44248, True, date(2025, 2, 22)),
    ],
)
def test_the_count_of_days_of_a_spreadsheet(serial: float, counts_from_1904: bool, day: date | None) -> None:
    assert from_serial(serial, counts_from_1904=counts_from_1904) == day
