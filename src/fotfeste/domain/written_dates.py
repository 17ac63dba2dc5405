"""Dates as people write them in a list, read without guessing.

In Norway the day comes before the month and the year comes last ("3.11.2025", "22/12-2025", "1/2-26"), or the
year comes first as in ISO 8601 ("2025-02-22"). No other order is written here, so 1/2-26 is the first of
February and nothing to ask about. What is asked about, with the readings that exist as offered answers:

- two slashes ("01/02/2026"): spreadsheets set up in English write the month first that way;
- three groups of two digits with hyphens ("25-02-22"), or six digits in a row: year first or year last;
- five digits: a spreadsheet's own count of days, where a cell has lost its date format;
- a point in time with a time zone: the day may be another one here.

A year of two digits is read as POSIX reads it: 00-68 as 2000-2068, 69-99 as 1969-1999. Who reads says so.
Years before 1900 and after 2100 are refused.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from fotfeste.domain.typed_text import has_foreign_digits, tidied
from fotfeste.domain.verdict import Verdict, because

FIRST_YEAR, LAST_YEAR = 1900, 2100
_LAST_OF_2000S = 68
_SHOWN = 40
_MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")
_TIME = (
    r"(?:[T ](?P<time>[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?)(?P<zone>Z|[+-][0-9:]{2,5})?)?"
)

Parts = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a written date says: a day, or days to ask about, or why it is none.

    `reasons` say why when there is no `day`; `offered` are then the days it may be, if any.
    """

    day: date | None = None
    offered: tuple[date, ...] = ()
    reasons: Verdict = ()
    is_two_digit_year: bool = False
    time_left_out: str = ""


def read(text: str) -> DateReading:
    """Read one written date. An empty text is no date, and no reason either."""
    tidy = tidied(text)
    if not tidy:
        return DateReading()
    if has_foreign_digits(tidy):
        return DateReading(reasons=(because("date.foreign-digits", "house §lists"),))
    for pattern, understand in _STYLES:
        if found := pattern.fullmatch(tidy):
            return understand(found, tidy)
    return DateReading(reasons=(because("date.unreadable", "house §lists", written=tidy[:_SHOWN]),))


def from_serial(serial: float, *, counts_from_1904: bool = False) -> date | None:
    """The day a spreadsheet's count of days stands for, or None where there is none.

    The count from 1900 has a 29 February 1900 (number 60) that never was; the one from 1904 starts with 0.
    """
    whole = int(serial)
    if counts_from_1904:
        return date(1904, 1, 1) + timedelta(days=whole) if 0 <= whole <= 71_951 else None
    if whole == 60 or not 1 <= whole <= 73_415:
        return None
    return date(1899, 12, 31 if whole < 60 else 30) + timedelta(days=whole)


def _settled(parts: Parts, tidy: str) -> DateReading:
    """Year, month and day in an order that leaves no doubt."""
    day = _day(parts)
    if day is None:
        return DateReading(reasons=_why_not(parts, tidy))
    return DateReading(day, is_two_digit_year=len(parts[0]) == 2)


def _doubtful(readings: Iterator[Parts], tidy: str) -> DateReading:
    """Several orders are possible: the days that exist are offered, and none is taken."""
    orders = list(readings)
    days = tuple(dict.fromkeys(day for day in map(_day, orders) if day is not None))
    if not days:
        return DateReading(reasons=_why_not(orders[0], tidy))
    return DateReading(
        offered=days, reasons=(because("date.ambiguous", "house §lists", written=tidy[:_SHOWN]),)
    )


def _year_first(found: re.Match[str], tidy: str) -> DateReading:
    settled = _settled((found["y"], found["m"], found["d"]), tidy)
    if settled.day is None or not found["time"] or _is_midnight(found):
        return settled
    if found["zone"]:
        around = tuple(settled.day + timedelta(days=step) for step in (-1, 0, 1))
        return DateReading(
            offered=around,
            reasons=(because("date.with-time-zone", "house §lists", written=tidy[:_SHOWN]),),
        )
    return DateReading(settled.day, time_left_out=found["time"])


def _is_midnight(found: re.Match[str]) -> bool:
    return not found["zone"] and not found["time"].strip("0:.,")


def _day_first(found: re.Match[str], tidy: str) -> DateReading:
    day, month, year, between = found["d"], found["m"], found["y"], found["s"] + found["t"].strip()
    if between == "//" and day != month and not (int(day) > 12 and _day((year, month, day))):
        return _doubtful(iter([(year, month, day), (year, day, month)]), tidy)
    if between == "--" and len(year) == 2:
        return _doubtful(iter([(year, month, day), (day, month, year)]), tidy)
    return _settled((year, month, day), tidy)


def _named_month(found: re.Match[str], tidy: str) -> DateReading:
    month = _MONTHS.index(found["m"][:3].lower()) + 1
    return _settled((found["y"], str(month), found["d"]), tidy)


def _eight_digits(found: re.Match[str], tidy: str) -> DateReading:
    year_first: Parts = (tidy[:4], tidy[4:6], tidy[6:])
    year_last: Parts = (tidy[4:], tidy[2:4], tidy[:2])
    if _day(year_first) and _day(year_last):
        return _doubtful(iter([year_first, year_last]), tidy)
    return _settled(year_first if _day(year_first) else year_last, tidy)


def _six_digits(found: re.Match[str], tidy: str) -> DateReading:
    one, two, three = tidy[:2], tidy[2:4], tidy[4:]
    return _doubtful(iter([(three, two, one), (one, two, three)]), tidy)


def _serial(found: re.Match[str], tidy: str) -> DateReading:
    day = from_serial(float(found["n"]))
    offered = (day,) if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR else ()
    return DateReading(
        offered=offered,
        reasons=(because("date.serial-number", "house §lists", written=tidy[:_SHOWN]),),
    )


def _incomplete(code_of: Callable[[str], Verdict]) -> Callable[[re.Match[str], str], DateReading]:
    return lambda found, tidy: DateReading(reasons=code_of(tidy[:_SHOWN]))


def _no_year(written: str) -> Verdict:
    return (because("date.no-year", "house §lists", written=written),)


def _no_day(written: str) -> Verdict:
    return (because("date.no-day", "house §lists", written=written),)


def _only_a_week(written: str) -> Verdict:
    return (because("date.only-a-week", "house §lists", written=written),)


_NAME = r"(?P<m>jan|feb|mars?|apr|mai|juni?|juli?|aug|sept?|okt|nov|des)(?:uar|ruar|il|ust|ember|ober)?\.?"
_STYLES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], DateReading]], ...] = (
    (re.compile(r"(?P<y>[0-9]{4})(?P<s>[-./])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})" + _TIME), _year_first),
    (
        re.compile(
            r"(?P<d>[0-9]{1,2})(?P<s>[./-]) ?(?P<m>[0-9]{1,2})(?P<t>[./-] ?| )(?P<y>[0-9]{4}|[0-9]{2})\.?"
        ),
        _day_first,
    ),
    (re.compile(rf"(?P<d>[0-9]{{1,2}})\.? ?{_NAME} ?(?P<y>[0-9]{{4}}|[0-9]{{2}})", re.I), _named_month),
    (re.compile("[0-9]{8}"), _eight_digits),
    (re.compile("[0-9]{6}"), _six_digits),
    (re.compile(r"(?P<n>[0-9]{5})(?:[.,][0-9]+)?"), _serial),
    (
        re.compile(rf"[0-9]{{1,2}}[./-] ?[0-9]{{1,2}}\.?|[0-9]{{1,2}}\.? ?{_NAME}", re.I),
        _incomplete(_no_year),
    ),
    (
        re.compile(
            rf"[0-9]{{1,2}}[./-][0-9]{{4}}|[0-9]{{4}}-[0-9]{{1,2}}|{_NAME} ?[0-9]{{4}}|[0-9]{{4}}", re.I
        ),
        _incomplete(_no_day),
    ),
    (
        re.compile(r"[0-9]{4}-?W[0-9]{1,2}(?:-[1-7])?|(?:uke|veke) ?[0-9]{1,2}.*", re.I),
        _incomplete(_only_a_week),
    ),
)
"""Every style that is understood, tried in this order."""


def _full_year(year: str) -> int:
    if len(year) == 4:
        return int(year)
    return int(year) + (2000 if int(year) <= _LAST_OF_2000S else 1900)


def _day(parts: Parts) -> date | None:
    year, month, day = _full_year(parts[0]), int(parts[1]), int(parts[2])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _why_not(parts: Parts, tidy: str) -> Verdict:
    year, month, written = _full_year(parts[0]), int(parts[1]), tidy[:_SHOWN]
    if not 1 <= month <= 12:
        return (because("date.no-such-month", "house §lists", written=written, month=month),)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return (because("date.out-of-range", "house §lists", written=written, year=year),)
    return (because("date.does-not-exist", "house §lists", written=written),)
