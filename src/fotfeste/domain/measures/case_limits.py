"""What cannot be right in a case about a measure: too long a letter, more hours than a week has room for."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fotfeste.domain.verdict import Verdict, because

_OURS = "house §measures"


@dataclass(frozen=True, slots=True)
class CaseLimits:
    """How many days a letter may take to reach somebody, and the most hours of follow-up in a week."""

    longest_post_days: int
    most_hours_a_week: int


def told_in_time(told_on: date, limits: CaseLimits, *, on: date) -> Verdict:
    """Why the person cannot be told that day: before the decision, or later than a letter takes."""
    days = limits.longest_post_days
    if not 0 <= (told_on - on).days <= days:
        return (because("measure-decision.told-when", _OURS, days=days),)
    return ()


def can_be_a_week(hours: Decimal, limits: CaseLimits) -> Verdict:
    """Why there cannot be so many hours of follow-up in a week."""
    most = limits.most_hours_a_week
    if not 0 < hours <= most:
        return (because("measure-case.hours", _OURS, most=most),)
    return ()
