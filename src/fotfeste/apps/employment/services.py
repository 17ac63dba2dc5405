"""Acts on jobs: a first day, a last day, what was wrong put right."""

from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.employment.selectors import current_job
from fotfeste.domain.day_limits import can_be_known, in_order
from fotfeste.domain.verdict import Refused, because

MOST_PERCENT = 100


def start_job(
    deed: Deed, *, started_on: date, employer: Employer | None = None, percent: int | None = None
) -> Employment:
    """The person has, or gets, a job. The first day may lie ahead."""
    refuse(can_be_known(started_on, on=deed.on))
    _check_percent(percent)
    job = Employment.objects.create(
        person=deed.person, employer=employer, started_on=started_on, percent=percent
    )
    deed.done("job.started", day=started_on, percent=percent)
    return job


def end_job(deed: Deed, *, ended_on: date) -> None:
    """The last day of the job is known. It is counted in, and may lie ahead."""
    job = current_job(deed.person)
    if job is None:
        raise Refused((because("job.none-to-end", "house §jobs"),))
    refuse(can_be_known(ended_on, on=deed.on))
    refuse(in_order(job.started_on, ended_on))
    job.ended_on = ended_on
    job.version += 1
    job.save(update_fields=["ended_on", "version"])
    deed.done("job.ended", day=ended_on)


def complete_job(deed: Deed, *, employer: Employer | None, percent: int | None) -> None:
    """Where or how much becomes known of the job that lasts."""
    job = current_job(deed.person)
    if job is None:
        raise Refused((because("job.none-to-end", "house §jobs"),))
    _check_percent(percent)
    job.employer, job.percent = employer, percent
    job.version += 1
    job.save(update_fields=["employer", "percent", "version"])
    deed.done("job.completed", percent=percent)


def _check_percent(percent: int | None) -> None:
    if percent is not None and not 1 <= percent <= MOST_PERCENT:
        raise Refused((because("job.percent-out-of-range", "house §jobs", percent=percent),))
