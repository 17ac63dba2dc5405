"""Days as people say them."""

from datetime import date

_NORWEGIAN = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
_ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def spoken_day(day: date, language: str, *, on: date | None = None) -> str:
    """The day in words: 13. november 2026. Without the year when it is the year of `on`."""
    year = "" if on is not None and on.year == day.year else f" {day.year}"
    if language == "en":
        return f"{day.day} {_ENGLISH[day.month - 1]}{year}"
    return f"{day.day}. {_NORWEGIAN[day.month - 1]}{year}"
