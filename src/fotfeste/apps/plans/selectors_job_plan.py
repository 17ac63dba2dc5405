"""The job development plan of one person, as it stands and as it was; still sealed."""

import json
from dataclasses import dataclass
from uuid import UUID

from fotfeste.apps.people.models import Person
from fotfeste.apps.plans.models_job_plan import (
    HelpAgreed,
    JobPlan,
    JobPlanActivity,
    JobPlanVersion,
    PlannedEmployer,
)
from fotfeste.apps.vault.sealing import SealingKey


@dataclass(frozen=True, slots=True)
class WishedOccupation:
    """An occupation that is wished for. Own words have no code."""

    code: str
    words: str


def plan_in_force(person: Person) -> JobPlan | None:
    """The plan that is used."""
    return JobPlan.objects.filter(person=person, withdrawn_at=None).first()


def newest_plan(person: Person) -> JobPlan | None:
    """The newest plan, in force or withdrawn."""
    return JobPlan.objects.filter(person=person).order_by("-pk").first()


def versions_of(person: Person) -> list[JobPlanVersion]:
    """Every version without its texts, the newest first."""
    rows = JobPlanVersion.objects.filter(person=person).select_related("written_by", "plan")
    return list(
        rows.only("number", "written_on", "written_as", "public_id", "written_by__name", "plan").order_by(
            "-number"
        )
    )


def version_in_force(person: Person) -> JobPlanVersion | None:
    """The plan as it stands; None when there is none, or it is withdrawn."""
    rows = JobPlanVersion.objects.filter(person=person, plan__withdrawn_at=None)
    return rows.select_related("written_by", "plan").order_by("-number").first()


def version_of(person: Person, public_id: str) -> JobPlanVersion | None:
    """One version by its id."""
    rows = JobPlanVersion.objects.filter(person=person, public_id=as_uuid(public_id))
    return rows.select_related("written_by", "plan").first()


def newest_of(plan: JobPlan) -> JobPlanVersion:
    """The last version of a plan. A plan without one is never saved."""
    return JobPlanVersion.objects.filter(plan=plan).order_by("-number")[0]


def employers_in(plan: JobPlan) -> list[PlannedEmployer]:
    """The employers that the plan names now, by name."""
    rows = PlannedEmployer.objects.filter(plan=plan, removed_on=None).select_related("employer")
    return list(rows.order_by("employer__search_name", "pk"))


def activities_in(plan: JobPlan) -> list[JobPlanActivity]:
    """What is agreed, what has a day first; then what was done and dropped."""
    rows = list(JobPlanActivity.objects.filter(plan=plan).order_by("due_on", "pk"))
    return sorted(rows, key=lambda row: (is_over(row), row.due_on is None))


def activity_of(person: Person, public_id: str) -> JobPlanActivity | None:
    """One activity of a plan that is in force."""
    rows = JobPlanActivity.objects.filter(person=person, plan__withdrawn_at=None)
    return rows.filter(public_id=as_uuid(public_id)).first()


def planned_employer_of(person: Person, public_id: str) -> PlannedEmployer | None:
    """One employer that the plan names, by the row's id."""
    rows = PlannedEmployer.objects.filter(person=person, plan__withdrawn_at=None, removed_on=None)
    return rows.filter(public_id=as_uuid(public_id)).select_related("employer").first()


def help_in(plan: JobPlan) -> HelpAgreed | None:
    """What was last agreed about help."""
    return HelpAgreed.objects.filter(plan=plan).order_by("-clarified_on", "-pk").first()


def occupations_in(version: JobPlanVersion, key: SealingKey) -> tuple[WishedOccupation, ...]:
    """The occupations of a version, opened."""
    kept = json.loads(version.opened("sealed_occupations", key) or "[]")
    return tuple(WishedOccupation(each["code"], each["words"]) for each in kept)


def is_over(row: JobPlanActivity) -> bool:
    """Whether it was done or dropped."""
    return row.done_on is not None or row.dropped_on is not None


def as_uuid(text: str) -> UUID:
    """An id as it stands in an address; one that nobody has where it is none."""
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)
