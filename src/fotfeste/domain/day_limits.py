"""Which days can be true. A day that cannot is refused with the reason, before anything is saved."""

from datetime import date

from fotfeste.domain.dates import add_months
from fotfeste.domain.verdict import Verdict, because

_FARTHEST_AHEAD_MONTHS = 24
_FARTHEST_BACK = date(1950, 1, 1)
_SOURCE = "house §days"


def has_happened(day: date, *, on: date, referred_on: date | None = None) -> Verdict:
    """Why something cannot have happened that day: it lies ahead, too far back, or before the referral.

    Leave `referred_on` out for what may have happened before the referral, such as the start of a job.
    """
    if day > on:
        return (because("day.in-the-future", _SOURCE, day=day, today=on),)
    if day < _FARTHEST_BACK:
        return (because("day.too-far-back", _SOURCE, day=day),)
    if referred_on is not None and day < referred_on:
        return (because("day.before-referral", _SOURCE, day=day, referred_on=referred_on),)
    return ()


def can_be_agreed(day: date, *, on: date) -> Verdict:
    """Why something cannot be agreed for that day: it has passed, or lies further ahead than people plan."""
    if day < on:
        return (because("day.has-passed", _SOURCE, day=day, today=on),)
    return _too_far_ahead(day, on)


def can_be_known(day: date, *, on: date) -> Verdict:
    """Why a day that may lie behind or ahead (a job's start or end) cannot be right."""
    if day < _FARTHEST_BACK:
        return (because("day.too-far-back", _SOURCE, day=day),)
    return _too_far_ahead(day, on)


def in_order(first: date, last: date) -> Verdict:
    """Why something cannot last from the one day to the other. Both are counted in."""
    return () if first <= last else (because("day.ends-before-start", _SOURCE, first=first, last=last),)


def _too_far_ahead(day: date, on: date) -> Verdict:
    latest = add_months(on, _FARTHEST_AHEAD_MONTHS)
    return () if day <= latest else (because("day.too-far-ahead", _SOURCE, day=day, latest=latest),)
