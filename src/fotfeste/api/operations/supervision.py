"""Supervision: a specialist's caseload step by step, what is put down, the specialist's own side."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.fields import Day, Id, Text
from fotfeste.api.once import Done
from fotfeste.api.policy import api_policy, needs
from fotfeste.api.schemas import Sent, Shown
from fotfeste.apps.supervision.acting import PutDown, act_answer, act_put_down
from fotfeste.apps.supervision.reading import Put, access_my_supervision, access_supervision
from fotfeste.domain.course import CourseStage
from fotfeste.domain.permissions import Ability
from fotfeste.domain.supervision import SupervisionKind

router = Router(tags=["Supervision"])

ONE = "/team/specialists/{uuid:specialist_id}/supervision"


class SupervisionSent(Sent):
    """Supervision held, coaching, or a task; a task may be about somebody the specialist follows."""

    kind: SupervisionKind
    day: Day
    text: Text = Field("", max_length=2_000)
    next_step: Text = Field("", max_length=2_000)
    due: Day | None = None
    person: Id | None = None


class TaskAnswerSent(Sent):
    """The answer to a task. The supervisor reads it."""

    text: Text = Field(min_length=1, max_length=2_000)


class StepShown(Shown):
    """One jobseeker, and the code of what is next for them."""

    person: UUID
    name: str
    stage: CourseStage
    next: str | None
    due: date | None


class EntryShown(Shown):
    """Something put down."""

    id: UUID
    kind: SupervisionKind
    day: date
    by: str
    name: str | None = Field(description="Whom a task is about, where you may know.")
    text: str
    next_step: str
    due: date | None
    answer: str
    answered_on: date | None


class SupervisionShown(Shown):
    """One specialist: each jobseeker's next step, and what was put down."""

    specialist: str
    steps: list[StepShown]
    entries: list[EntryShown]


class EntriesShown(Shown):
    """What your supervisor has put down."""

    entries: list[EntryShown]


class EntryDone(Shown):
    """It is done."""

    entry: UUID


@router.get(ONE, response=SupervisionShown, summary="A specialist's caseload, for supervision")
@api_policy(needs(Ability.TEAM_READ))
def get_supervision(request: HttpRequest, specialist_id: UUID) -> dict[str, Any]:
    """Each jobseeker's next step. Logged with everybody named, for supervision."""
    call = calling(request)
    found = access_supervision(call.acting, specialist_id, at=call.at, on=call.on)
    return {
        "specialist": found.name,
        "steps": [
            {
                "person": each.public_id,
                "name": str(each.name),
                "stage": each.stage,
                "next": each.line.code if each.line else None,
                "due": each.line.due if each.line else None,
            }
            for each in found.steps
        ],
        "entries": _entries(found.entries),
    }


@router.post(ONE, response=EntryDone, summary="Put down supervision, coaching or a task")
@api_policy(needs(Ability.TEAM_READ))
def put_down_supervision(request: HttpRequest, specialist_id: UUID, sent: SupervisionSent) -> Done:
    """Put it down. The specialist reads it, and answers a task."""
    call = calling(request)
    what = PutDown(**sent.model_dump())
    return Done(EntryDone(entry=act_put_down(call.acting, specialist_id, what, at=call.at, on=call.on)))


@router.get("/supervision", response=EntriesShown, summary="Your own supervision")
@api_policy(needs(Ability.AGENDA_OWN))
def get_my_supervision(request: HttpRequest) -> dict[str, Any]:
    """What your supervisor has put down, and the tasks to answer."""
    call = calling(request)
    return {"entries": _entries(access_my_supervision(call.acting, at=call.at))}


@router.post("/supervision/{uuid:task_id}/answer", response=EntryDone, summary="Answer a task")
@api_policy(needs(Ability.AGENDA_OWN))
def answer_supervision_task(request: HttpRequest, task_id: UUID, sent: TaskAnswerSent) -> Done:
    """Answer a task of yours, once."""
    call = calling(request)
    act_answer(call.acting, task_id, sent.text, at=call.at, on=call.on)
    return Done(EntryDone(entry=task_id))


def _entries(found: Iterable[Put]) -> list[dict[str, Any]]:
    return [
        {
            "id": each.row.public_id,
            "kind": each.row.kind,
            "day": each.row.day,
            "by": each.row.supervisor.name,
            "name": str(each.name) if each.name else None,
            "text": each.said("text"),
            "next_step": each.said("next"),
            "due": each.row.due,
            "answer": each.said("answer"),
            "answered_on": each.row.answered_on,
        }
        for each in found
    ]
