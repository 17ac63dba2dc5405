"""What has happened to one made-up jobseeker: days and answers only, the same ones for the same seed."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

TODAY = date(2026, 11, 22)

EDITION = 1
"""Another one when other people are made: what an older edition made is then made again."""


@dataclass(frozen=True, slots=True)
class Job:
    """A job, perhaps ended."""

    started_on: date
    ended_on: date | None
    percent: int


@dataclass(frozen=True, slots=True)
class Story:
    """One course of support. Days are TODAY at the latest, but for the planned meeting."""

    referred_on: date
    accepted_on: date | None
    discharged_on: date | None
    start_up_meetings: tuple[date, ...]
    planned_on: date | None
    meetings: tuple[date, ...]
    profiles: tuple[date, ...]
    is_profile_reviewed: bool
    first_employer_on: date | None
    job: Job | None
    is_brought_in: bool
    nav_contact: str
    stand: str
    registered: str
    wished_percent: int | None
    questions: int
    former_specialist_until: date | None
    has_clinician: bool
    is_clinician_linked: bool
    has_nav_adviser: bool
    former_nav_adviser_until: date | None

    @property
    def ends_on(self) -> date:
        """The last day of which there is anything to tell."""
        return self.discharged_on or TODAY


def story(random: Random, *, is_over: bool) -> Story:
    """One person's course: still going on, or over."""
    length = random.randint(200, 900) if is_over else random.randint(1, 700)
    discharged_on = TODAY - timedelta(days=random.randint(1, 500)) if is_over else None
    end = discharged_on or TODAY
    referred_on = end - timedelta(days=length)
    accepted_on = None if length < 10 and random.random() < 0.3 else referred_on
    first = referred_on + timedelta(days=random.randint(2, 16))
    profile = first + timedelta(days=random.randint(5, 50))
    employer = profile + timedelta(days=random.randint(2, 60))
    return Story(
        referred_on=referred_on,
        accepted_on=accepted_on,
        discharged_on=discharged_on,
        start_up_meetings=tuple(_each(first, end, 21))[: random.randint(1, 3)] if accepted_on else (),
        planned_on=end + timedelta(days=random.randint(1, 14))
        if not is_over and random.random() < 0.2
        else None,
        meetings=tuple(_each(first + timedelta(days=30), end, random.randint(60, 120)))[-6:],
        profiles=tuple(_each(profile, end, random.randint(90, 200)))[-4:],
        is_profile_reviewed=random.random() < 0.6,
        first_employer_on=employer if employer <= end and random.random() < 0.8 else None,
        job=_job(random, employer, end, is_over=is_over),
        is_brought_in=random.random() < 0.3,
        nav_contact=random.choices(("yes", "no", "unclear"), (70, 15, 15))[0],
        stand=random.choices(("full", "partial", "none", "unclear"), (20, 50, 20, 10))[0],
        registered=random.choices(("yes", "no", "unclear"), (60, 25, 15))[0],
        wished_percent=random.choice((None, 20, 40, 50, 50, 60, 80, 100)),
        questions=random.choices((0, 1, 2), (70, 20, 10))[0],
        former_specialist_until=_some_day(random, referred_on, end, share=0.2),
        has_clinician=random.random() < 0.9,
        is_clinician_linked=random.random() < 0.85,
        has_nav_adviser=random.random() < 0.7,
        former_nav_adviser_until=_some_day(random, referred_on, end, share=0.15),
    )


def _each(first: date, last: date, days: int) -> list[date]:
    return [first + timedelta(days=gone) for gone in range(0, (last - first).days + 1, days)]


def _some_day(random: Random, first: date, last: date, *, share: float) -> date | None:
    """For a share of people a day well between these two."""
    if random.random() >= share or (last - first).days < 30:
        return None
    return first + timedelta(days=random.randint(10, (last - first).days - 10))


def _job(random: Random, from_day: date, end: date, *, is_over: bool) -> Job | None:
    room = (end - from_day).days
    if room < 30 or random.random() > 0.45:
        return None
    started_on = from_day + timedelta(days=random.randint(5, room - 10))
    ended_on = _some_day(random, started_on, end, share=0.6 if is_over else 0.25)
    return Job(started_on, ended_on, random.choice((20, 30, 40, 50, 60, 80, 100)))
