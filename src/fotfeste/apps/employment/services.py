"""Acts on jobs: a first day, a last day, what becomes known, what was wrong put right.

Two jobs at once are possible: an act says which one it is about.
"""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.employment.selectors import current_job
from fotfeste.domain.day_limits import can_be_known, has_happened, in_order
from fotfeste.domain.job_facts import EndReason, after_the_closing, may_not_be_so
from fotfeste.domain.verdict import Refused, because

_SEALED = frozenset({"occupation", "accommodation", "who_knows"})


@dataclass(frozen=True, slots=True)
class JobSaid:
    """What is known of a job besides its days. None and empty: nobody has said."""

    employer: Employer | None = None
    percent: int | None = None
    hours_a_week: Decimal | None = None
    permanence: str = ""
    is_ordinary: bool | None = None
    occupation_code: str = ""
    occupation: str = ""
    is_contract_signed: bool | None = None
    contract_signed_on: date | None = None
    trial_until: date | None = None
    accommodation: str = ""
    who_knows: str = ""


def start_job(
    deed: Deed,
    *,
    started_on: date,
    employer: Employer | None = None,
    percent: int | None = None,
    said: JobSaid | None = None,
    ended_on: date | None = None,
) -> Employment:
    """The person has, or gets, a job. The first day may lie ahead, and the last be known already."""
    refuse(can_be_known(started_on, on=deed.on))
    if ended_on is not None:
        refuse((*in_order(started_on, ended_on), *can_be_known(ended_on, on=deed.on)))
    job = Employment(person=deed.person, started_on=started_on, ended_on=ended_on)
    _put(deed, job, said or JobSaid(employer=employer, percent=percent))
    job.save()
    deed.done("job.started", day=started_on, percent=job.percent)
    return job


def end_job(
    deed: Deed,
    *,
    ended_on: date,
    job: Employment | None = None,
    reason: EndReason | None = None,
    words: str = "",
) -> None:
    """The last day of a job is known. It is counted in, and may lie ahead."""
    ending = _there(deed, job)
    refuse(can_be_known(ended_on, on=deed.on))
    refuse(in_order(ending.started_on, ended_on))
    ending.ended_on = ended_on
    ending.end_reason = reason or ""
    ending.seal("sealed_end_words", words, deed.key)
    ending.version += 1
    ending.save(update_fields=["ended_on", "end_reason", "sealed_end_words", "version"])
    deed.done("job.ended", day=ended_on)


def complete_job(
    deed: Deed,
    *,
    employer: Employer | None = None,
    percent: int | None = None,
    job: Employment | None = None,
    said: JobSaid | None = None,
) -> None:
    """What becomes known of a job."""
    known = _there(deed, job)
    _put(deed, known, said or JobSaid(employer=employer, percent=percent))
    known.version += 1
    known.save()
    deed.done("job.completed", percent=known.percent)


def _put(deed: Deed, job: Employment, said: JobSaid) -> None:
    refuse(may_not_be_so(percent=said.percent, hours=said.hours_a_week))
    _check_days(deed, job, said)
    for each in fields(said):
        value = getattr(said, each.name)
        if each.name in _SEALED:
            job.seal(f"sealed_{each.name}", value, deed.key)
        else:
            setattr(job, each.name, value)


def _check_days(deed: Deed, job: Employment, said: JobSaid) -> None:
    if said.contract_signed_on is not None:
        refuse(has_happened(said.contract_signed_on, on=deed.on))
    if said.trial_until is not None:
        refuse(can_be_known(said.trial_until, on=deed.on))
        refuse(in_order(job.started_on, said.trial_until))
    if said.employer is not None:
        refuse(after_the_closing(job.started_on, said.employer.closed_on, said.employer.name))


def _there(deed: Deed, job: Employment | None) -> Employment:
    found = job or current_job(deed.person)
    if found is None:
        raise Refused((because("job.none-to-end", "house §jobs"),))
    return found
