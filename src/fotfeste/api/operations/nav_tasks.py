"""The NAV adviser's tasks for one jobseeker."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from fotfeste.api.calls import calling
from fotfeste.api.policy import RECORD, api_policy
from fotfeste.api.problems import ReasonShown, shown
from fotfeste.api.schemas import Shown
from fotfeste.apps.measures.nav_tasks import access_nav_tasks
from fotfeste.domain.measures.nav_tasks import NavTask, TaskState

router = Router(tags=["Cases about a measure"])


class NavTaskShown(Shown):
    """One word on one task: done on `day`, planned for it, or not needed."""

    task: NavTask
    state: TaskState
    day: date | None
    words: str
    written_on: date
    written_by: str


class NavTaskDueShown(Shown):
    """A task that is due, and why."""

    task: NavTask
    due: date | None
    why: ReasonShown


class NavTasksShown(Shown):
    """Everything put down, the newest first, and what is due."""

    person: UUID
    tasks: list[NavTaskShown]
    due: list[NavTaskDueShown]


@router.get(
    "/people/{uuid:person_id}/nav-tasks", response=NavTasksShown, summary="NAV's tasks for one person"
)
@api_policy(RECORD)
def get_nav_tasks(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """For the person, the NAV adviser the person agrees to, and the office that answers for the measure."""
    call = calling(request)
    found = access_nav_tasks(call.acting, person_id, at=call.at)
    return {
        "person": found.person.public_id,
        "tasks": [
            {
                "task": row.task,
                "state": row.state,
                "day": row.day,
                "words": row.opened("sealed_words", found.key),
                "written_on": row.written_on,
                "written_by": row.written_by.name,
            }
            for row in found.rows
        ],
        "due": [{"task": each.task, "due": each.due, "why": shown(each.why)} for each in found.due],
    }
