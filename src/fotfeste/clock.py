"""The only place that reads the clock, for web, api, jobs and cli. Everyone else is told the day."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

OSLO = ZoneInfo("Europe/Oslo")
UTC = ZoneInfo("UTC")


def real_now() -> datetime:
    """This instant by the real clock, in demo and tests too: for what Django itself dates, its sessions."""
    return timezone.now()  # noqa: TID251  # this is the one place that reads the clock


def now() -> datetime:
    """This instant, in UTC. In demo and tests the day is the fixed one, the time of day the real one."""
    instant = real_now()
    fixed: date | None = settings.FIXED_DAY
    if fixed is None:
        return instant
    local = instant.astimezone(OSLO)
    return (local + timedelta(days=(fixed - local.date()).days)).astimezone(UTC)


def today() -> date:
    """The legal day: today's date in Oslo."""
    return now().astimezone(OSLO).date()
