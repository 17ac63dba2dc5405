"""What the employer must have done before a measure is granted an employee (FOR-2015-12-11-1598 § 1-8).

The accommodation duty binds for every employee; the follow-up plan and the in-house measures for reduced
work capacity. Who is sick-listed counts as that, and so does who nobody has looked at: unknown is strictest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fotfeste.domain.verdict import Reason, Verdict, because

_GATE = "FOR-2015-12-11-1598 §1-8"


class InHouseMeasures(StrEnum):
    """What is documented of the employer's own measures."""

    UNKNOWN = "unknown"
    NOT_DONE = "not_done"
    CARRIED_OUT = "carried_out"
    NOT_POSSIBLE = "not_possible"


@dataclass(frozen=True, slots=True)
class EmployerFacts:
    """The job the measure is tied to, and what its employer has done. None means that nobody knows.

    `plan_received_on` is the day NAV had the employer's follow-up plan, `sick_listed_from` the first day of
    absence.
    """

    duty_met: bool | None = None
    plan_received_on: date | None = None
    in_house: InHouseMeasures = InHouseMeasures.UNKNOWN
    sick_listed_from: date | None = None
    fully_absent: bool = True


@dataclass(frozen=True, slots=True)
class EmployerClock:
    """Weeks of absence until the plan is drawn up, the employer's meeting and NAV's meeting are held."""

    plan_weeks: int
    employer_meeting_weeks: int
    nav_meeting_weeks: int


def may_be_granted(job: EmployerFacts, *, reduced_capacity: bool | None, on: date) -> Verdict:
    """Why a measure can neither be granted nor started for this employee that day."""
    found = [*_duty(job)]
    if plan_binds(job, reduced_capacity=reduced_capacity):
        found += [*_plan(job, on), *_in_house(job)]
    return tuple(found)


def plan_binds(job: EmployerFacts, *, reduced_capacity: bool | None) -> bool:
    """Whether § 1-8's second paragraph is asked about: reduced work capacity, or not known."""
    return reduced_capacity is not False or job.sick_listed_from is not None


def wanted_all_the_same(job: EmployerFacts, *, reduced_capacity: bool | None, on: date) -> Verdict:
    """What NAV's information asks of every employee where the regulation does not: shown, never a lock."""
    has_plan = job.plan_received_on is not None and job.plan_received_on <= on
    if has_plan or plan_binds(job, reduced_capacity=reduced_capacity):
        return ()
    return (because("gate.plan-wanted", "F §employer-plan"),)


def clock_days(job: EmployerFacts, clock: EmployerClock) -> tuple[tuple[str, date | None], ...]:
    """The employer's and NAV's own days, from the first day of absence. Plain days: they do not move."""
    begun = job.sick_listed_from
    if begun is None or begun.year >= date.max.year - 1:
        return ()
    return (
        ("employer_plan_by", begun + timedelta(weeks=clock.plan_weeks)),
        (
            "employer_meeting_by",
            begun + timedelta(weeks=clock.employer_meeting_weeks) if job.fully_absent else None,
        ),
        ("nav_meeting_by", begun + timedelta(weeks=clock.nav_meeting_weeks)),
    )


def _duty(job: EmployerFacts) -> Iterator[Reason]:
    if job.duty_met is None:
        yield because("gate.duty-not-known", _GATE)
    elif not job.duty_met:
        yield because("gate.duty-not-met", _GATE)


def _plan(job: EmployerFacts, on: date) -> Iterator[Reason]:
    if job.plan_received_on is None:
        yield because("gate.plan-missing", _GATE)
    elif job.plan_received_on > on:
        yield because("gate.plan-comes-later", _GATE, received_on=job.plan_received_on)


def _in_house(job: EmployerFacts) -> Iterator[Reason]:
    if job.in_house is InHouseMeasures.UNKNOWN:
        yield because("gate.in-house-not-documented", _GATE)
    elif job.in_house is InHouseMeasures.NOT_DONE:
        yield because("gate.in-house-not-done", _GATE)
