"""The job a measure is tied to, and what its employer has done: the gate of § 1-8 (F-07, F-09)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.measures.models import EmployerPlan, MeasureCase
from fotfeste.apps.measures.need import case_asked, keep
from fotfeste.apps.people.models import Unit
from fotfeste.domain.day_limits import can_be_known, has_happened
from fotfeste.domain.measures.employer_gate import InHouseMeasures
from fotfeste.domain.names import search_form
from fotfeste.domain.verdict import Refused, because


@dataclass(frozen=True, slots=True, repr=False)
class JobSaid:
    """The branch. Without a job, the rest is empty. `sick_listed_from` is the first day of absence."""

    is_employed: bool
    employer: str = ""
    organisation_number: str = ""
    started_on: date | None = None
    occupation: str = ""
    sick_listed_from: date | None = None
    is_fully_absent: bool = True


@dataclass(frozen=True, slots=True, repr=False)
class PlanSaid:
    """What the employer's plan, or the employer, documents. None: nobody knows."""

    received_on: date | None
    channel: str
    duty_met: bool | None
    in_house: InHouseMeasures
    what: str


def tie_to_job(deed: Deed, said: JobSaid) -> None:
    """With a job or without: which branch it is, and the job and employer it is tied to."""
    case = case_asked(deed.found)
    case.is_employed = said.is_employed
    if not said.is_employed:
        case.job, case.sick_listed_from = None, None
    else:
        case.job = _job(deed, case, said)
        if said.sick_listed_from is not None:
            refuse(has_happened(said.sick_listed_from, on=deed.on))
        case.sick_listed_from, case.is_fully_absent = said.sick_listed_from, said.is_fully_absent
    case.version += 1
    case.save()
    deed.done("measure.branch-settled", is_employed=said.is_employed)


def register_plan(deed: Deed, said: PlanSaid) -> None:
    """What NAV has from the employer. What was registered before stays."""
    case = case_asked(deed.found)
    if case.job is None:
        raise Refused((because("measure-case.no-job", "house §measures"),))
    if said.received_on is not None:
        refuse(has_happened(said.received_on, on=deed.on))
    row = EmployerPlan(
        job=case.job,
        received_on=said.received_on,
        channel=said.channel if said.received_on else "",
        duty_met=said.duty_met,
        in_house=said.in_house,
    )
    keep(deed, case, row, sealed_what=said.what)
    deed.done("measure.employer-plan", received=said.received_on is not None)


def newest_plan(case: MeasureCase) -> EmployerPlan | None:
    """What was last registered for the job the case is tied to."""
    return EmployerPlan.objects.filter(case=case, job=case.job_id).order_by("-pk").first()


def gate_facts(case: MeasureCase) -> dict[str, Any] | None:
    """The job and what its employer has done, as the rules are asked. None: no job."""
    if case.job_id is None:
        return None
    plan = newest_plan(case)
    received = plan.received_on if plan else None
    sick = case.sick_listed_from
    return {
        "duty_met": plan.duty_met if plan else None,
        "plan_received_on": received.isoformat() if received else None,
        "in_house": str(plan.in_house) if plan else "unknown",
        "sick_listed_from": sick.isoformat() if sick else None,
        "fully_absent": case.is_fully_absent,
    }


def _job(deed: Deed, case: MeasureCase, said: JobSaid) -> Employment:
    """The job, put down once: the same employer again is the same job."""
    if said.started_on is None or not said.employer.strip():
        raise Refused((because("measure-case.which-job", "house §measures"),))
    refuse(can_be_known(said.started_on, on=deed.on))
    employer = _employer(deed, case.office, said)
    if case.job is not None and case.job.employer_id == employer.pk:
        return case.job
    job = Employment(person=deed.person, employer=employer, started_on=said.started_on)
    job.seal("sealed_occupation", said.occupation.strip(), deed.key)
    job.save()
    return job


def _employer(deed: Deed, office: Unit, said: JobSaid) -> Employer:
    known = Employer.objects.filter(team=office)
    number, name = said.organisation_number, said.employer.strip()
    same = known.filter(organisation_number=number) if number else known.filter(search_name=search_form(name))
    return same.first() or Employer.objects.create(
        team=office,
        name=name,
        search_name=search_form(name),
        organisation_number=number,
        created_at=deed.at,
    )
