"""What is put down about a job, and what cannot be right about it (house §jobs).

Closed lists for what is counted; everything else is said in the person's own words.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum

from fotfeste.domain.employment import Employment, is_under_way
from fotfeste.domain.verdict import Verdict, because

_SOURCE = "house §jobs"
FULL_TIME_PERCENT = 100
MOST_HOURS = Decimal(168)
"""The hours of a week: more is a slip of the pen. How much is lawful is for the employer and the law."""


class Permanence(StrEnum):
    """Whether the job has an agreed end."""

    PERMANENT = "permanent"
    TEMPORARY = "temporary"


class EndReason(StrEnum):
    """Why a job ended."""

    OWN_CHOICE = "own_choice"
    NEW_JOB = "new_job"
    EDUCATION = "education"
    CONTRACT_ENDED = "contract_ended"
    TRIAL_ENDED = "trial_ended"
    DISMISSED = "dismissed"
    EMPLOYER_CLOSED = "employer_closed"
    HEALTH = "health"
    MOVED = "moved"
    OTHER = "other"


class UndertakingKind(StrEnum):
    """What one does that is not a job: education, or a measure."""

    EDUCATION = "education"
    MEASURE = "measure"
    WORK_TRAINING = "work_training"
    OTHER = "other"


def may_not_be_so(*, percent: int | None, hours: Decimal | None) -> Verdict:
    """Why one job cannot be of this size."""
    found = []
    if percent is not None and not 1 <= percent <= FULL_TIME_PERCENT:
        found.append(because("job.percent-out-of-range", _SOURCE, percent=percent))
    if hours is not None and not 0 < hours <= MOST_HOURS:
        found.append(because("job.hours-out-of-range", _SOURCE))
    return tuple(found)


def percent_together(jobs: Iterable[Employment], *, on: date) -> int:
    """How much all jobs of that day are together, in percent of a full position."""
    return sum(job.percent or 0 for job in jobs if is_under_way(job, on=on))


def more_than_full(jobs: Iterable[Employment], *, on: date) -> Verdict:
    """Something to talk about: several jobs that are more than one full position together. Never a lock."""
    percent = percent_together(jobs, on=on)
    if percent <= FULL_TIME_PERCENT:
        return ()
    return (because("job.more-than-full-together", _SOURCE, percent=percent),)


def after_the_closing(day: date, closed_on: date | None, employer: str) -> Verdict:
    """Why somebody cannot begin with an employer that is closed by then."""
    if closed_on is None or day < closed_on:
        return ()
    return (because("job.employer-closed", _SOURCE, employer=employer, closed_on=closed_on),)
