"""The job development plan as it stands, and what the person does with it.

The acts on it (`job-plan`, `plan-activity` and the rest) are acts on a person; the jobseeker's own are here.
"""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling, look_at
from fotfeste.api.operations.lines import PersonNamed
from fotfeste.api.operations.own_acts import offer_own
from fotfeste.api.operations.person_sections import named
from fotfeste.api.policy import RECORD, api_policy
from fotfeste.api.schemas import Shown
from fotfeste.apps.caseload.job_plan import EmployerInPlan, access_job_plan
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.plans.models_job_plan import JobPlanVersion
from fotfeste.apps.plans.selectors_job_plan import occupations_in
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.disclosure_topics import Topic, TopicAnswer
from fotfeste.web.acts import OWN_PAGES
from fotfeste.web.acts_job_plan import BACK as PLAN_PAGE

router = Router(tags=["Job development plan"])


class WishedOccupationShown(Shown):
    """An occupation. Own words have no code."""

    code: str
    words: str


class JobPlanVersionShown(Shown):
    """The plan as it stands."""

    id: UUID
    number: int
    written_on: date
    written_as: str
    occupations: list[WishedOccupationShown]
    line_of_business: str
    place: str
    travel: str
    percent: int | None
    hours: str
    environment: str
    goals: str


class TopicToTell(Shown):
    """What may be told to an employer."""

    topic: Topic
    answer: TopicAnswer


class PlannedEmployerShown(Shown):
    """An employer that the plan names. Without topics nothing may be told."""

    id: UUID
    employer: UUID
    employer_name: str
    how: str
    is_clarified: bool
    topics: list[TopicToTell]


class ActivityShown(Shown):
    """Something agreed."""

    id: UUID
    what: str
    responsible: str
    responsible_name: str
    due_on: date | None
    done_on: date | None
    dropped_on: date | None


class HelpWantedShown(Shown):
    """How much help is wanted with what."""

    clarified_on: date
    degrees: dict[str, str]
    words: str


class JobPlanShown(Shown):
    """The plan, and what hangs on it for those who see that."""

    person: PersonNamed
    version: JobPlanVersionShown | None
    withdrawn_on: date | None = Field(description="When the jobseeker has withdrawn the plan.")
    employers: list[PlannedEmployerShown]
    activities: list[ActivityShown]
    help: HelpWantedShown | None
    versions: int


@router.get("/people/{uuid:person_id}/job-plan", response=JobPlanShown, summary="Job development plan")
@api_policy(RECORD)
def get_job_plan(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """Wishes and goals; employers, activities and help for those who see them."""
    found = access_job_plan(look_at(calling(request), person_id))
    key = found.header.key
    return {
        "person": named(found.header),
        "version": _version(found.version, key) if found.version else None,
        "withdrawn_on": found.withdrawn.withdrawn_on if found.withdrawn else None,
        "employers": [_employer(each, key) for each in found.employers],
        "activities": [
            {
                "id": row.public_id,
                "what": str(Sealed(row, "sealed_what", key)),
                "responsible": row.responsible,
                "responsible_name": str(Sealed(row, "sealed_responsible_name", key)),
                "due_on": row.due_on,
                "done_on": row.done_on,
                "dropped_on": row.dropped_on,
            }
            for row in found.activities
        ],
        "help": None
        if found.help is None
        else {
            "clarified_on": found.help.clarified_on,
            "degrees": found.help.degrees,
            "words": str(Sealed(found.help, "sealed_words", key)),
        },
        "versions": len(found.versions),
    }


def _version(row: JobPlanVersion, key: SealingKey) -> dict[str, Any]:
    texts = ("line_of_business", "place", "travel", "hours", "environment", "goals")
    return {
        "id": row.public_id,
        "number": row.number,
        "written_on": row.written_on,
        "written_as": row.written_as,
        "occupations": [{"code": each.code, "words": each.words} for each in occupations_in(row, key)],
        "percent": row.percent,
        **{name: str(Sealed(row, f"sealed_{name}", key)) for name in texts},
    }


def _employer(each: EmployerInPlan, key: SealingKey) -> dict[str, Any]:
    topics = each.agreement.topics if each.agreement else []
    return {
        "id": each.row.public_id,
        "employer": each.row.employer.public_id,
        "employer_name": each.row.employer.name,
        "how": str(Sealed(each.row, "sealed_how", key)),
        "is_clarified": each.agreement is not None,
        "topics": [{"topic": row.topic, "answer": row.answer} for row in topics],
    }


for _slug, _page in OWN_PAGES.items():
    if _page.back == PLAN_PAGE:
        offer_own(router, _slug, _page)
