"""The latest day by NAV's own program, which counts in days. Shown beside the lawful one, never used."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fotfeste.domain.verdict import Verdict, because


class NeedGroup(StrEnum):
    """NAV's need group (innsatsgruppe)."""

    STANDARD = "standard"
    GUIDANCE = "guidance"
    REDUCED_CAPACITY = "reduced_capacity"


@dataclass(frozen=True, slots=True)
class NavDays:
    """How NAV's program counts."""

    days_in_year: int
    days_in_month: int
    guidance_years: int
    reduced_years: int
    reduced_more_months: int


@dataclass(frozen=True, slots=True)
class NavLatest:
    """The latest end in NAV's program: without and with a confirmed transition. None: it sets none."""

    soft: date | None
    hard: date | None


def need_group(*, reduced_capacity: bool | None) -> NeedGroup:
    """The group that has the same ceiling. Who has no reduced capacity is taken as in need of guidance."""
    return NeedGroup.REDUCED_CAPACITY if reduced_capacity else NeedGroup.GUIDANCE


def nav_latest(first_start: date, group: NeedGroup, counting: NavDays) -> NavLatest:
    """The latest end as NAV's program has it: the start plus so many days."""
    if group is NeedGroup.STANDARD:
        return NavLatest(None, None)
    if group is NeedGroup.GUIDANCE:
        return NavLatest(None, _after(first_start, counting.guidance_years * counting.days_in_year))
    soft = counting.reduced_years * counting.days_in_year
    more = counting.reduced_more_months * counting.days_in_month
    return NavLatest(_after(first_start, soft), _after(first_start, soft + more))


def compared(lawful: date, nav: date | None) -> Verdict:
    """Where NAV's program gives another day than the law."""
    if nav is None:
        return (because("nav-days.sets-none", "house §nav-arithmetic"),)
    days = (nav - lawful).days
    if days > 0:
        return (because("nav-days.later", "house §nav-arithmetic", nav=nav, latest=lawful, days=days),)
    if days < 0:
        return (because("nav-days.earlier", "house §nav-arithmetic", nav=nav, latest=lawful, days=-days),)
    return ()


def _after(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max
