"""Dates as people type them: 22.11.2026, 22/11-26, 22112026, 22. november 2026, 2026-11-22."""

import re
from datetime import date

from fotfeste.web.words.dates import MONTHS

_DIGITS = re.compile(r"^(\d{2})(\d{2})(\d{4}|\d{2})$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_PARTS = re.compile(r"^(\d{1,2})[.,/\- ]+(\d{1,2})[.,/\- ]+(\d{4}|\d{2})$")
_WORDS = re.compile(r"^(\d{1,2})\.? +([a-z]{3,9})\.? +(\d{4}|\d{2})$")
_LONGEST = 30
_YEARS_BACK = 80


class NotADate(ValueError):
    """What was typed cannot be read as a day."""


def read_day(typed: str, today: date) -> date:
    """The day that was typed. A year of two digits lies 80 years back to 19 ahead. Raises NotADate."""
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
    raise NotADate(text)


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
