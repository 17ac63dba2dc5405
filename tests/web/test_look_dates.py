"""Dates and numbers as people say them, in three languages."""

import contextlib
from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.web.words import dates, numbers
from fotfeste.web.words.typed_dates import NotADate, read_day

TODAY = date(2026, 11, 22)  # a Sunday
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
LANGUAGES = st.sampled_from(["nb", "nn", "en"])


def said(text: str) -> str:
    return text.replace(dates.NBSP, " ")


@pytest.mark.parametrize(
    ("day", "nb", "nn", "en"),
    [
        (date(2026, 8, 4), "3 måneder over", "3 månader over", "3 months late"),
        (date(2026, 11, 1), "3 uker over", "3 veker over", "3 weeks late"),
        (date(2026, 11, 9), "13 dager over", "13 dagar over", "13 days late"),
        (date(2026, 11, 19), "3 dager over", "3 dagar over", "3 days late"),
        (date(2026, 11, 21), "i går", "i går", "yesterday"),
        (date(2026, 11, 22), "i dag", "i dag", "today"),
        (date(2026, 11, 23), "i morgen", "i morgon", "tomorrow"),
        (date(2026, 11, 24), "tirsdag", "tysdag", "Tuesday"),
        (date(2026, 11, 28), "lørdag", "laurdag", "Saturday"),
        (date(2026, 11, 29), "29. nov", "29. nov", "29 Nov"),
        (date(2027, 6, 18), "18. juni 2027", "18. juni 2027", "18 June 2027"),
    ],
)
def test_a_due_date_is_said_as_people_say_it(day: date, nb: str, nn: str, en: str) -> None:
    assert [said(dates.when_due(day, TODAY, language).text) for language in ("nb", "nn", "en")] == [
        nb,
        nn,
        en,
    ]


@pytest.mark.parametrize(
    ("day", "nb", "nn", "en"),
    [
        (date(2026, 11, 22), "i dag", "i dag", "today"),
        (date(2026, 11, 21), "i går", "i går", "yesterday"),
        (date(2026, 11, 19), "for 3 dager siden", "for 3 dagar sidan", "3 days ago"),
        (date(2026, 11, 15), "15. nov", "15. nov", "15 Nov"),
        (date(2025, 2, 3), "3. feb 2025", "3. feb 2025", "3 Feb 2025"),
        (date(2026, 11, 23), "i morgen", "i morgon", "tomorrow"),
    ],
)
def test_what_has_happened_is_never_called_late(day: date, nb: str, nn: str, en: str) -> None:
    assert [said(dates.when_was(day, TODAY, language).text) for language in ("nb", "nn", "en")] == [
        nb,
        nn,
        en,
    ]


def test_the_exact_day_goes_with_the_words() -> None:
    words = dates.when_due(date(2026, 11, 30), TODAY, "nb")
    assert (said(words.exact), words.iso) == ("mandag 30. november 2026", "2026-11-30")
    assert said(dates.when_due(date(2026, 11, 30), TODAY, "en").exact) == "Monday 30 November 2026"


def test_age_is_told_in_weeks_and_months() -> None:
    assert dates.how_long_ago(date(2026, 11, 1), TODAY, "nb") == "for 3 uker siden"
    assert dates.how_long_ago(date(2026, 8, 22), TODAY, "nn") == "for 3 månader sidan"
    assert dates.how_long_ago(TODAY, TODAY, "en") == "today"


@given(day=DAYS, today=DAYS, language=LANGUAGES)
def test_words_and_colour_agree(day: date, today: date, language: str) -> None:
    text = dates.when_due(day, today, language).text
    if dates.nearness(day, today) is dates.Nearness.OVERDUE:
        assert text == dates.NEAR[language][-1] or text.endswith(("over", "late"))
    else:
        assert not text.endswith((" over", " late"))


@given(today=DAYS, days=st.integers(-6, 6), language=LANGUAGES)
def test_no_two_days_of_the_same_fortnight_are_said_alike(today: date, days: int, language: str) -> None:
    day = today + timedelta(days=days)
    others = [today + timedelta(days=n) for n in range(-6, 7) if n != days]
    assert dates.when_due(day, today, language).text not in {
        dates.when_due(other, today, language).text for other in others
    }


@pytest.mark.parametrize(
    ("code", "language"), [("nb", "nb"), ("nn-no", "nn"), ("en-gb", "en"), ("se", "nb"), (None, "nb")]
)
def test_an_unknown_language_is_bokmal(code: str | None, language: str) -> None:
    assert dates.language_of(code) == language


@pytest.mark.parametrize(
    "typed",
    ["22.11.2026", "22.11.26", "22/11-2026", "22/11 2026", "22112026", "221126", "2026-11-22",
     "22. november 2026", "22 nov 26", "22. NOVEMBER 2026", "  22 . 11 . 2026 ", "22,11,2026",
     "22 November 2026"],
)  # fmt: skip
def test_a_day_is_read_however_it_is_typed(typed: str) -> None:
    assert read_day(typed, TODAY) == TODAY


@pytest.mark.parametrize(
    "typed",
    ["", "31.2.2026", "29.02.2027", "2026", "i går", "22.13.2026", "00.00.0000", "22.13", "31. november",
     "29.2", "1" * 500, "٢٢.١١.٢٠٢٦", "25. blah", "22.11.2026; DROP TABLE", "22. blah 2026", "\x00"],
)  # fmt: skip
def test_what_is_not_a_day_is_refused(typed: str) -> None:
    with pytest.raises(NotADate):
        read_day(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("25. november", date(2026, 11, 25)),
        ("25 nov.", date(2026, 11, 25)),
        ("25.11", date(2026, 11, 25)),
        ("25/11", date(2026, 11, 25)),
        ("25.11.", date(2026, 11, 25)),
        ("22. NOVEMBER", TODAY),
        ("1. desember", date(2026, 12, 1)),
        ("1 December", date(2026, 12, 1)),
        ("3. januar", date(2027, 1, 3)),
        ("3 January", date(2027, 1, 3)),
        ("3.1.", date(2027, 1, 3)),
        ("30. oktober", date(2026, 10, 30)),
        ("30 October", date(2026, 10, 30)),
    ],
)
def test_without_a_year_it_is_the_nearest_such_day(typed: str, day: date) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "today", "day"),
    [
        ("28. desember", date(2027, 1, 4), date(2026, 12, 28)),
        ("29. februar", date(2028, 2, 1), date(2028, 2, 29)),
        ("29 February", date(2028, 4, 30), date(2028, 2, 29)),
        ("22. februar", TODAY, date(2027, 2, 22)),
        ("22. august", TODAY, date(2026, 8, 22)),
    ],
)
def test_the_nearest_day_may_be_in_another_year(typed: str, today: date, day: date) -> None:
    assert read_day(typed, today) == day


@pytest.mark.parametrize("typed", ["23. februar", "21. august", "15. mai", "15 May", "15.5"])
def test_of_a_day_far_off_the_year_is_asked_for(typed: str) -> None:
    with pytest.raises(NotADate):
        read_day(typed, TODAY)


@given(today=DAYS, days=st.integers(-92, 92), language=LANGUAGES)
def test_a_day_said_without_its_year_is_read_back(today: date, days: int, language: str) -> None:
    day = today + timedelta(days=days)
    month = dates.MONTHS[language][day.month - 1]
    assert read_day(f"{day.day}. {month}", today) == day
    assert read_day(f"{day.day}.{day.month}.", today) == day


@given(typed=st.text(max_size=40))
def test_reading_never_fails_in_another_way(typed: str) -> None:
    with contextlib.suppress(NotADate):
        assert isinstance(read_day(typed, TODAY), date)


@given(day=DAYS)
def test_a_full_date_is_read_back(day: date) -> None:
    assert read_day(f"{day:%d.%m.%Y}", TODAY) == day
    assert read_day(dates.long_day(day, "nb"), TODAY) == day
    assert read_day(dates.long_day(day, "en"), TODAY) == day


@pytest.mark.parametrize(
    ("typed", "year"), [("1.1.45", 2045), ("1.1.46", 1946), ("1.1.27", 2027), ("1.1.99", 1999)]
)
def test_two_digits_mean_a_year_of_a_life_that_is_lived_now(typed: str, year: int) -> None:
    assert read_day(typed, TODAY).year == year


@pytest.mark.parametrize(
    ("value", "nb", "en"),
    [
        (12345, "12 345 kr", "NOK 12,345"),
        (Decimal("99.50"), "99,50 kr", "NOK 99.50"),
        (Decimal("0.005"), "0,01 kr", "NOK 0.01"),
        (-1000000, "\N{MINUS SIGN}1 000 000 kr", "NOK \N{MINUS SIGN}1,000,000"),
        (0, "0 kr", "NOK 0"),
    ],
)
def test_money_keeps_together(value: int | Decimal, nb: str, en: str) -> None:
    assert " " not in numbers.kroner(value, "nb") + numbers.kroner(value, "en")
    assert said(numbers.kroner(value, "nb")) == said(numbers.kroner(value, "nn")) == nb
    assert said(numbers.kroner(value, "en")) == en


def test_small_sums_are_not_rounded_to_minus_nothing() -> None:
    assert numbers.number(Decimal("-0.4"), "nb") == "0"
    assert said(numbers.number(Decimal("12345.65"), "nb", 1)) == "12 345,7"


def test_per_cent_and_clock() -> None:
    assert (said(numbers.percent(50, "nb")), numbers.percent(50, "en")) == ("50 %", "50%")
    assert said(numbers.percent(Decimal("37.5"), "nn")) == "37,5 %"
    assert (numbers.clock(time(9, 5), "nb"), numbers.clock(time(14, 15), "en")) == ("09.05", "14:15")
