"""Dates as people say them: «3 dager over», «i går», «torsdag», «30. nov».

Languages are "nb", "nn" and "en"; another code (or a variant such as "en-gb") is read by its first part,
and an unknown one is bokmål, the language of the house.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

WEEKDAYS: Mapping[str, tuple[str, ...]] = {
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "nn": ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_NORWEGIAN = "januar februar mars april mai juni juli august september oktober november desember"
_ENGLISH = "January February March April May June July August September October November December"
MONTHS: Mapping[str, tuple[str, ...]] = {
    "nb": tuple(_NORWEGIAN.split()),
    "nn": tuple(_NORWEGIAN.split()),
    "en": tuple(_ENGLISH.split()),
}
NEAR: Mapping[str, Mapping[int, str]] = {
    "nb": {-1: "i går", 0: "i dag", 1: "i morgen"},
    "nn": {-1: "i går", 0: "i dag", 1: "i morgon"},
    "en": {-1: "yesterday", 0: "today", 1: "tomorrow"},
}
_OVERDUE: Mapping[str, tuple[str, str, str]] = {
    "nb": ("{} dager over", "{} uker over", "{} måneder over"),
    "nn": ("{} dagar over", "{} veker over", "{} månader over"),
    "en": ("{} days late", "{} weeks late", "{} months late"),
}
_AGO: Mapping[str, tuple[str, str, str]] = {
    "nb": ("for {} dager siden", "for {} uker siden", "for {} måneder siden"),
    "nn": ("for {} dagar sidan", "for {} veker sidan", "for {} månader sidan"),
    "en": ("{} days ago", "{} weeks ago", "{} months ago"),
}
NBSP = "\N{NO-BREAK SPACE}"


class Nearness(StrEnum):
    """How a due date stands to today; names the colour of a line, next to its words."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Said:
    """A date in words: `text` to read, `exact` to hover and hear, `iso` for machines."""

    text: str
    exact: str
    iso: str


def language_of(code: str | None) -> str:
    """The house language for a language code: "nn-no" is "nn", unknown is "nb"."""
    first = (code or "").split("-")[0].lower()
    return first if first in WEEKDAYS else "nb"


def exact_day(day: date, language: str) -> str:
    """«mandag 30. november 2026», "Monday 30 November 2026"."""
    return f"{WEEKDAYS[language][day.weekday()]} {long_day(day, language)}"


def long_day(day: date, language: str) -> str:
    """«30. november 2026», "30 November 2026"."""
    return f"{_number(day, language)}{NBSP}{MONTHS[language][day.month - 1]} {day.year}"


def month_and_year(day: date, language: str) -> str:
    """«november 2026», "November 2026"."""
    return f"{MONTHS[language][day.month - 1]} {day.year}"


def short_day(day: date, today: date, language: str) -> str:
    """«30. nov», with the year when it is another than today's: «30. nov 2027»."""
    month = MONTHS[language][day.month - 1]
    short = month if len(month) <= 4 else month[:3]
    year = "" if day.year == today.year else f"{NBSP}{day.year}"
    return f"{_number(day, language)}{NBSP}{short}{year}"


def when_due(day: date, today: date, language: str) -> Said:
    """A deadline or an appointment: what has passed is counted as late."""
    days = (day - today).days
    if days < -1:
        return _said(_counted(_OVERDUE[language], day, today), day, language)
    return _said(_from_now(day, today, language), day, language)


def when_was(day: date, today: date, language: str) -> Said:
    """Something that happened: within a week counted from today, else by its date."""
    days = (today - day).days
    if 2 <= days <= 6:
        return _said(_counted(_AGO[language], day, today), day, language)
    return _said(NEAR[language].get(-days) or short_day(day, today, language), day, language)


def how_long_ago(day: date, today: date, language: str) -> str:
    """«for 3 uker siden»: for what matters by its age rather than its date."""
    if (today - day).days < 2:
        return NEAR[language].get((day - today).days) or short_day(day, today, language)
    return _counted(_AGO[language], day, today)


def nearness(day: date, today: date) -> Nearness:
    """Late, within a week (today and six days on), or later."""
    days = (day - today).days
    if days < 0:
        return Nearness.OVERDUE
    return Nearness.SOON if days < 7 else Nearness.LATER


def _from_now(day: date, today: date, language: str) -> str:
    days = (day - today).days
    if 1 < days < 7:
        return WEEKDAYS[language][day.weekday()]
    return NEAR[language].get(days) or short_day(day, today, language)


def _counted(words: tuple[str, str, str], day: date, today: date) -> str:
    """Days up to two weeks, weeks up to two months, then whole calendar months."""
    days = (today - day).days
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    if days < 14:
        return words[0].format(days)
    return words[1].format(days // 7) if months < 2 else words[2].format(months)


def _number(day: date, language: str) -> str:
    return str(day.day) if language == "en" else f"{day.day}."


def _said(text: str, day: date, language: str) -> Said:
    return Said(text, exact_day(day, language), day.isoformat())
