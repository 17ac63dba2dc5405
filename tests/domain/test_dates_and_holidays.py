"""Durations, deadlines and Norwegian public holidays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.dated import Dated, NotInForce, Version
from fotfeste.domain.dates import add_months, deadline_days, deadline_months, deadline_weeks, last_day
from fotfeste.parameters.holidays_no import norwegian_holidays

DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))
NO_HOLIDAYS: frozenset[date] = frozenset()

# LOV-1995-02-24-12 § 2 and LOV-1947-04-26-1, written out by hand from the calendar of each year.
IN_LAW = {
    2024: "0101 0328 0329 0331 0401 0501 0509 0517 0519 0520 1225 1226",
    2026: "0101 0402 0403 0405 0406 0501 0514 0517 0524 0525 1225 1226",
    2027: "0101 0325 0326 0328 0329 0501 0506 0516 0517 1225 1226",
    2035: "0101 0322 0323 0325 0326 0501 0503 0513 0514 0517 1225 1226",
    2038: "0101 0422 0423 0425 0426 0501 0517 0603 0613 0614 1225 1226",
}


def easter_sunday(year: int) -> date:
    """The Gregorian rule, to hold the library against the law (first Sunday after the full moon)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


@pytest.mark.parametrize("year", IN_LAW)
def test_public_holidays_are_those_of_the_law(year: int) -> None:
    wanted = {date(year, int(day[:2]), int(day[2:])) for day in IN_LAW[year].split()}

    assert norwegian_holidays(year, year) == wanted


@pytest.mark.parametrize("year", range(2015, 2060))
def test_every_year_has_the_movable_days_the_law_counts_from_easter(year: int) -> None:
    easter = easter_sunday(year)
    wanted = {easter + timedelta(days=days) for days in (-3, -2, 0, 1, 39, 49, 50)}
    wanted |= {date(year, 1, 1), date(year, 5, 1), date(year, 5, 17), date(year, 12, 25), date(year, 12, 26)}

    assert norwegian_holidays(year, year) == wanted


def test_several_years_are_the_years_together() -> None:
    assert norwegian_holidays(2026, 2027) == norwegian_holidays(2026, 2026) | norwegian_holidays(2027, 2027)


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        (date(2026, 1, 1), 6, date(2026, 6, 30)),
        (date(2026, 8, 31), 6, date(2027, 2, 27)),
        (date(2027, 8, 31), 6, date(2028, 2, 28)),
        (date(2026, 8, 30), 6, date(2027, 2, 27)),
        (date(2028, 2, 29), 12, date(2029, 2, 27)),
        (date(2026, 1, 31), 1, date(2026, 2, 27)),
    ],
)
def test_a_duration_counts_whole_months_and_both_its_days(start: date, months: int, last: date) -> None:
    assert last_day(start, months) == last


def test_six_months_and_six_more_are_a_year_only_when_counted_from_the_start() -> None:
    start = date(2026, 8, 31)

    chained = last_day(last_day(start, 6) + timedelta(days=1), 6)

    assert last_day(start, 12) == date(2027, 8, 30)
    assert chained < last_day(start, 12)


@given(start=DAYS, months=st.integers(1, 60))
def test_a_longer_period_never_ends_sooner(start: date, months: int) -> None:
    assert start <= last_day(start, months) < last_day(start, months + 1)


@given(day=DAYS, months=st.integers(0, 60))
def test_a_month_later_is_the_same_day_or_the_last_of_a_shorter_month(day: date, months: int) -> None:
    later = add_months(day, months)

    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("counted", "ends"),
    [
        (deadline_days(date(2026, 11, 16), 4, NO_HOLIDAYS), date(2026, 11, 20)),
        (deadline_days(date(2026, 11, 16), 5, NO_HOLIDAYS), date(2026, 11, 23)),
        (deadline_days(date(2026, 3, 30), 3, norwegian_holidays(2026, 2026)), date(2026, 4, 7)),
        (deadline_weeks(date(2026, 12, 11), 2, norwegian_holidays(2026, 2026)), date(2026, 12, 28)),
        (deadline_months(date(2026, 1, 31), 1, NO_HOLIDAYS), date(2026, 3, 2)),
        (deadline_months(date(2026, 4, 17), 1, norwegian_holidays(2026, 2026)), date(2026, 5, 18)),
    ],
)
def test_a_deadline_leaves_out_its_first_day_and_moves_past_closed_days(counted: date, ends: date) -> None:
    assert counted == ends


@given(event=DAYS, days=st.integers(1, 400))
def test_a_deadline_ends_on_a_working_day(event: date, days: int) -> None:
    holidays = norwegian_holidays(event.year, event.year + 2)

    ends = deadline_days(event, days, holidays)

    assert ends.weekday() < 5
    assert ends not in holidays
    assert timedelta(0) <= ends - (event + timedelta(days=days)) <= timedelta(days=6)


NEWEST = Version(date(2026, 7, 1), date(2026, 7, 1), 2, "new")
REACHES_BACK = Version(date(2026, 1, 1), date(2026, 6, 1), 1, "old")
NUMBER = Dated("number", "piece", date(2026, 11, 22), (NEWEST, REACHES_BACK))


def test_a_day_before_the_first_version_is_an_error_not_a_blank() -> None:
    with pytest.raises(NotInForce, match="number has no value on 2025-12-31"):
        NUMBER.on(date(2025, 12, 31))


def test_a_rule_applies_from_its_effect_even_before_it_is_in_force() -> None:
    assert NUMBER.on(date(2026, 1, 1)) == 1
    assert NUMBER.on(date(2026, 6, 30)) == 1
    assert NUMBER.on(date(2026, 7, 1)) == 2


def test_a_repealed_rule_is_an_error_that_says_so() -> None:
    repealed: Dated[int] = Dated(
        "gone", "piece", date(2026, 11, 22), (Version(date(2026, 1, 1), date(2026, 1, 1), None, "x"),)
    )

    with pytest.raises(NotInForce, match="was repealed from 2026-01-01"):
        repealed.on(date(2026, 2, 1))
