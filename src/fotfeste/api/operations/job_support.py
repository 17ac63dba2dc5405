"""Support in a person's jobs as it stands. What is done with it are acts on a person (`support-plan`, …)."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from fotfeste.api.calls import calling, look_at
from fotfeste.api.operations.lines import PersonNamed
from fotfeste.api.operations.person_sections import named
from fotfeste.api.policy import RECORD, api_policy
from fotfeste.api.problems import ReasonShown, shown
from fotfeste.api.schemas import Shown
from fotfeste.api.trouble import not_found
from fotfeste.apps.caseload.job_support import (
    PartForEmployer,
    SupportAtHand,
    access_employer_part,
    access_job_support,
    access_support_version,
)
from fotfeste.apps.employment.models import SupportPlanVersion
from fotfeste.apps.employment.selectors_support import helpers_in
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.job_support import Helper, PlanReader, SupportChoice, SupportFrequency

router = Router(tags=["Support in a job"])


class ConsideredShown(Shown):
    """What was decided for the job, and why."""

    choice: SupportChoice
    why: str
    considered_on: date


class HelperShown(Shown):
    """One of those who follow up."""

    helper: Helper
    name: str
    often: SupportFrequency | None
    purpose: str


class SupportPlanVersionShown(Shown):
    """A plan as it stands, or stood."""

    id: UUID
    number: int
    written_on: date
    written_as: str
    is_extension: bool
    from_day: date
    until_day: date | None
    look_again_on: date | None
    goals: str
    extension: str
    helpers: list[HelperShown]


class SupportOfJobShown(Shown):
    """One job. `considered` and `versions` only for the person and the specialist."""

    job: UUID
    considered: ConsideredShown | None
    plan: SupportPlanVersionShown | None
    ended_on: date | None
    shared_with: list[PlanReader]
    versions: list[UUID]


class JobSupportShown(Shown):
    """Support in every job that the reader sees something of."""

    person: PersonNamed
    jobs: list[SupportOfJobShown]


class ToldInPart(Shown):
    """A topic, in the words agreed."""

    topic: Topic
    wording: str


class EmployerPartShown(Shown):
    """Exactly what the employer gets of the plan, and why something stays."""

    is_open: bool
    told: list[ToldInPart]
    often: SupportFrequency | None
    purpose: str
    against: list[ReasonShown]


@router.get("/people/{uuid:person_id}/job-support", response=JobSupportShown, summary="Support in jobs")
@api_policy(RECORD)
def get_job_support(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """What was decided for each job, and the plan; for others than person and specialist what is shared."""
    found = access_job_support(look_at(calling(request), person_id))
    key = found.header.key
    return {
        "person": named(found.header),
        "jobs": [_support(each, key, is_whole=found.is_whole) for each in found.supports],
    }


@router.get(
    "/people/{uuid:person_id}/job-support/versions/{uuid:version_id}",
    response=SupportPlanVersionShown,
    summary="A version of a job support plan",
)
@api_policy(RECORD)
def get_job_support_version(request: HttpRequest, person_id: UUID, version_id: UUID) -> dict[str, Any]:
    """The plan as it stood. 404 for a version there is not."""
    header, row = access_support_version(look_at(calling(request), person_id), version_id)
    if row is None:
        raise not_found()
    return _version(row, header.key)


@router.get(
    "/people/{uuid:person_id}/job-support/{uuid:job_id}/employer",
    response=EmployerPartShown,
    summary="The employer's part of a job support plan",
)
@api_policy(RECORD)
def get_job_support_employer(request: HttpRequest, person_id: UUID, job_id: UUID) -> dict[str, Any]:
    """Exactly what the employer gets. 404 for a job there is not."""
    found = access_employer_part(look_at(calling(request), person_id), job_id)
    if found is None:
        raise not_found()
    return _part(found)


def _support(each: SupportAtHand, key: SealingKey, *, is_whole: bool) -> dict[str, Any]:
    row = each.considered if is_whole else None
    return {
        "job": each.job.public_id,
        "considered": None
        if row is None
        else {
            "choice": row.choice,
            "why": str(Sealed(row, "sealed_why", key)),
            "considered_on": row.considered_on,
        },
        "plan": _version(each.newest, key) if each.newest else None,
        "ended_on": each.plan.ended_on if each.plan else None,
        "shared_with": sorted(each.readers) if is_whole else [],
        "versions": [row.public_id for row in each.versions] if is_whole else [],
    }


def _version(row: SupportPlanVersion, key: SealingKey) -> dict[str, Any]:
    return {
        "id": row.public_id,
        "number": row.number,
        "written_on": row.written_on,
        "written_as": row.written_as,
        "is_extension": row.is_extension,
        "from_day": row.from_day,
        "until_day": row.until_day,
        "look_again_on": row.look_again_on,
        "goals": str(Sealed(row, "sealed_goals", key)),
        "extension": str(Sealed(row, "sealed_extension", key)),
        "helpers": [
            {"helper": helper, "name": said.name, "often": said.often, "purpose": said.purpose}
            for helper, said in helpers_in(row, key).items()
        ],
    }


def _part(found: PartForEmployer) -> dict[str, Any]:
    part = found.part
    return {
        "is_open": part.is_open,
        "told": [{"topic": topic, "wording": found.wordings.get(topic, "")} for topic in part.topics],
        "often": found.helper.often if part.is_open else None,
        "purpose": part.purpose,
        "against": [shown(reason) for reason in part.against],
    }
