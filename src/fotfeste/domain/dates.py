"""Two ways of counting that must never be mixed: a *duration* and a *deadline*.

A duration says how long something may last: six months from 1 January end on 30 June.
A deadline says when something must be done by, counted as domstolloven §§ 148-149 count:
the day of the event is left out, the last day is counted in, and a deadline that would end on
a Saturday, a Sunday or a public holiday moves to the next working day.
"""

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta

_SATURDAY = 5


def add_months(day: date, months: int) -> date:
    """The same day of the month, `months` later, clamped to the end of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day(start: date, months: int) -> date:
    """The inclusive last day of a duration of whole calendar months counted from its first day.

    Always count from the first start of the whole, never from an earlier end: chaining loses days.
    """
    return add_months(start, months) - timedelta(days=1)


def deadline_days(event: date, days: int, holidays: Collection[date]) -> date:
    """The last day to act within `days` days of an event (domstolloven §§ 148-149)."""
    return _moved_past_closed_days(event + timedelta(days=days), holidays)


def deadline_weeks(event: date, weeks: int, holidays: Collection[date]) -> date:
    """The last day to act within whole weeks: the weekday of the event (domstolloven § 148)."""
    return _moved_past_closed_days(event + timedelta(weeks=weeks), holidays)


def deadline_months(event: date, months: int, holidays: Collection[date]) -> date:
    """The last day to act within whole months: the day of the event, or the month's last (§ 148)."""
    return _moved_past_closed_days(add_months(event, months), holidays)


def _moved_past_closed_days(day: date, holidays: Collection[date]) -> date:
    while day.weekday() >= _SATURDAY or day in holidays:
        day += timedelta(days=1)
    return day
