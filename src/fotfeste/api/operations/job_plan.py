"""The job development plan as it stands, and what the person does with it.

The acts on it (`job-plan`, `plan-activity` and the rest) are acts on a person; the jobseeker's own are here.
"""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Body, Query, Router
from pydantic import Field

from fotfeste.api.act_forms import Values
from fotfeste.api.calls import Call, calling, look_at
from fotfeste.api.once import Done
from fotfeste.api.operations.acts import AboutQuery, Acted, ActStart, done, start_of
from fotfeste.api.operations.lines import PersonNamed
from fotfeste.api.operations.person_sections import named
from fotfeste.api.policy import RECORD, api_policy, needs
from fotfeste.api.schemas import Shown
from fotfeste.apps.around.own import own_public_id
from fotfeste.apps.caseload.job_plan import EmployerInPlan, access_job_plan
from fotfeste.apps.caseload.person import Look
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.plans.models_job_plan import JobPlanVersion
from fotfeste.apps.plans.selectors_job_plan import occupations_in
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.disclosure_topics import Topic, TopicAnswer
from fotfeste.domain.permissions import Ability
from fotfeste.web.acts import OWN_PAGES
from fotfeste.web.acts_job_plan import BACK as PLAN_PAGE
from fotfeste.web.acts_page import ActPage

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


def _offer(slug: str, page: ActPage) -> None:
    """Put one act on one's own record on the router: what it starts from, and carrying it out."""
    name, address = slug.replace("-", "_"), f"/me/acts/{slug}"
    said = " ".join((page.form.__doc__ or "").split())
    do, start = _doing(page), _starting(page)
    do.__name__, do.__doc__ = f"do_my_{name}", f"{said} On one's own record, with the page's fields."
    start.__name__, start.__doc__ = f"start_my_{name}", "What is saved now, and the fields to send."
    router.post(address, response=Acted, summary=f"My act: {slug}")(do)
    router.get(address, response=ActStart, summary=f"Before my act: {slug}")(start)


def _own_look(call: Call) -> Look:
    return look_at(call, own_public_id(call.acting))


def _starting(page: ActPage) -> Callable[..., Any]:
    @api_policy(needs(Ability.RECORD_OWN))
    def start(request: HttpRequest, response: HttpResponse, asked: Query[AboutQuery]) -> dict[str, Any]:
        return start_of(page, _own_look(calling(request)), asked, response)

    return start


def _doing(page: ActPage) -> Callable[..., Any]:
    @api_policy(needs(Ability.RECORD_OWN), edits=True)
    def do(request: HttpRequest, values: Body[Values], asked: Query[AboutQuery]) -> Done:
        call = calling(request)
        return done(page, _own_look(call), values, asked, version=call.version)

    do.sent_form = page.form  # type: ignore[attr-defined]  # the description tells of it; see openapi.py
    return do


for _slug, _page in OWN_PAGES.items():
    if _page.back == PLAN_PAGE:
        _offer(_slug, _page)
