"""Dates as people type them: 22.11.2026, 22/11-26, 22112026, 22. november 2026, 2026-11-22, 25. november.

Without a year it is the nearest such day, when it is near: «25.11» in November is this month's. Of a day far
off nobody knows whether it was last year's or is next year's, so the year is asked for.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from fotfeste.web.words.dates import MONTHS

_DIGITS = re.compile(r"^(\d{2})(\d{2})(\d{4}|\d{2})$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_PARTS = re.compile(r"^(\d{1,2})[.,/\- ]+(\d{1,2})[.,/\- ]+(\d{4}|\d{2})$")
_WORDS = re.compile(r"^(\d{1,2})\.? +([a-z]{3,9})\.? +(\d{4}|\d{2})$")
_PARTS_WITHOUT_YEAR = re.compile(r"^(\d{1,2})[.,/\- ]+(\d{1,2})\.?$")
_WORDS_WITHOUT_YEAR = re.compile(r"^(\d{1,2})\.? +([a-z]{3,9})\.?$")
_LONGEST = 30
_YEARS_BACK = 80
_NEAR = timedelta(days=92)
"""So far from today a day without a year may be: a season, so that never two years are as likely."""


class NotADate(ValueError):
    """What was typed cannot be read as a day."""


def read_day(typed: str, today: date) -> date:
    """The day that was typed. A year of two digits lies 80 years back to 19 ahead, and without a year it is
    the nearest such day, within three months. Raises NotADate.
    """
    text = " ".join(typed[: _LONGEST + 1].lower().split())
    try:
        return _read(text, today)
    except ValueError as error:
        raise NotADate(typed[:_LONGEST]) from error


def _read(text: str, today: date) -> date:
    if len(text) > _LONGEST or not text.isascii():
        raise NotADate(text)
    if found := _ISO.match(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _WORDS.match(text):
        return date(_year(found[3], today), _month(found[2]), int(found[1]))
    if found := _DIGITS.match(text) or _PARTS.match(text):
        return date(_year(found[3], today), int(found[2]), int(found[1]))
    if found := _WORDS_WITHOUT_YEAR.match(text):
        return _nearest(_month(found[2]), int(found[1]), today)
    if found := _PARTS_WITHOUT_YEAR.match(text):
        return _nearest(int(found[2]), int(found[1]), today)
    raise NotADate(text)


def _nearest(month: int, day: int, today: date) -> date:
    nearest = min(_around(month, day, today), key=lambda each: abs(each - today), default=None)
    if nearest is None or abs(nearest - today) > _NEAR:
        raise NotADate(f"{day}.{month}.")
    return nearest


def _around(month: int, day: int, today: date) -> Iterator[date]:
    """Last year's, this year's and next year's, those that exist: 29 February does not always."""
    for year in (today.year - 1, today.year, today.year + 1):
        with suppress(ValueError):
            yield date(year, month, day)


def _year(digits: str, today: date) -> int:
    if len(digits) == 4:
        return int(digits)
    first = today.year - _YEARS_BACK
    return first + (int(digits) - first) % 100


def _month(word: str) -> int:
    for names in MONTHS.values():
        for index, name in enumerate(names, start=1):
            if name.lower().startswith(word):
                return index
    raise NotADate(word)
