"""Jobs, from start to end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Employment:
    """A job. Both days are counted in; `started_on` is None where it is not known, `ended_on` while it lasts.

    `percent` is of a full position. `employer_name` is empty where the employer is not known.
    """

    started_on: date | None
    ended_on: date | None = None
    percent: int | None = None
    employer_name: str = ""
    is_brought_in: bool = False


def is_possible(job: Employment) -> bool:
    """Whether the days can be true: a job does not end before it starts."""
    return job.started_on is None or job.ended_on is None or job.started_on <= job.ended_on


def is_under_way(job: Employment, *, on: date) -> bool:
    """Whether the job lasts on that day. A job whose start is not known has begun."""
    begun = job.started_on is None or job.started_on <= on
    return is_possible(job) and begun and (job.ended_on is None or job.ended_on >= on)


def working_spells(jobs: Iterable[Employment]) -> list[tuple[date | None, date | None]]:
    """When the person has work without a break, first and last day, in order. Overlapping jobs are one spell.

    The first day is None where it is not known; the last while it lasts.
    """
    spells: list[tuple[date | None, date | None]] = []
    for job in sorted(filter(is_possible, jobs), key=_by_start):
        if spells and _goes_on(spells[-1][1], job.started_on):
            first, last = spells.pop()
            spells.append((first, _later(last, job.ended_on)))
        else:
            spells.append((job.started_on, job.ended_on))
    return spells


def _by_start(job: Employment) -> date:
    return job.started_on or date.min


def _goes_on(last: date | None, next_start: date | None) -> bool:
    return last is None or next_start is None or next_start <= last + _A_DAY


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)
