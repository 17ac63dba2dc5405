"""Access in an emergency: asked for by one, answered by another, short, and told to the person."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.fields import Count, Text
from fotfeste.api.once import Done
from fotfeste.api.policy import api_policy, needs
from fotfeste.api.schemas import Sent, Shown
from fotfeste.apps.around.emergency import access_open, access_request, access_waiting, act_answer, act_ask
from fotfeste.domain.permissions import Ability

router = Router(tags=["Emergency access"])

ANSWERS = needs(Ability.BREAK_GLASS_APPROVE)


class EmergencySent(Sent):
    """Whom it is about, and why it is urgent."""

    about: Text = Field(min_length=1, max_length=400, description="An identity number or a person's id.")
    why: Text = Field(min_length=1, max_length=1_000, description="The person can read this.")


class OpenShown(Shown):
    """A record that is open for you, and until when. Call it with Fotfeste-Purpose: emergency."""

    person: UUID
    asked_at: datetime
    ends_at: datetime


class OpenNow(Shown):
    """What is open for you right now."""

    open: list[OpenShown]


class WaitingShown(Shown):
    """A request that waits for an answer; not whom it is about."""

    id: UUID = Field(validation_alias="public_id")
    asked_by: str
    asked_at: datetime
    lapses_at: datetime


class Waiting(Shown):
    """The requests that you can answer."""

    waiting: list[WaitingShown]


class RequestShown(WaitingShown):
    """One request, opened to be answered."""

    name: str
    why: str
    is_answered: bool
    most_minutes: int


class AnswerSent(Sent):
    """How many minutes to open for; null for no."""

    minutes: Count | None


class Heard(Shown):
    """It has been taken in. Whether there is such a person is not told."""

    is_heard: bool = True


@router.get("/emergencies", response=OpenNow, summary="What is open for me in an emergency")
@api_policy(needs(Ability.BREAK_GLASS_ASK))
def list_open_emergencies(request: HttpRequest) -> dict[str, Any]:
    """The records that are open for you right now. No name: that takes opening one."""
    call = calling(request)
    return {"open": access_open(call.acting, at=call.at)}


@router.post("/emergencies", response={201: Heard}, summary="Ask for access in an emergency")
@api_policy(needs(Ability.BREAK_GLASS_ASK))
def ask_in_emergency(request: HttpRequest, asked: EmergencySent) -> Done:
    """Ask the supervisor to open a record for you. Whether the person is here, the answer does not tell."""
    call = calling(request)
    act_ask(call.acting, asked.about, asked.why, at=call.at, on=call.on)
    return Done(Heard(), 201)


@router.get("/emergencies/waiting", response=Waiting, summary="Requests that wait for my answer")
@api_policy(ANSWERS)
def list_waiting_emergencies(request: HttpRequest) -> dict[str, Any]:
    """The requests that you can answer, without whom they are about."""
    call = calling(request)
    return {"waiting": access_waiting(call.acting, at=call.at, on=call.on)}


@router.get("/emergencies/waiting/{uuid:request_id}", response=RequestShown, summary="One request")
@api_policy(ANSWERS)
def get_emergency(request: HttpRequest, request_id: UUID) -> dict[str, Any]:
    """One request, opened to be answered: a look at the person, in the log."""
    call = calling(request)
    found = access_request(call.acting, request_id, at=call.at, on=call.on)
    return {
        "public_id": found.waiting.public_id,
        "asked_by": found.waiting.asked_by,
        "asked_at": found.waiting.asked_at,
        "lapses_at": found.waiting.lapses_at,
        "name": str(found.name),
        "why": str(found.why),
        "is_answered": found.is_answered,
        "most_minutes": found.most_minutes,
    }


@router.post("/emergencies/waiting/{uuid:request_id}/answer", response=Heard, summary="Answer a request")
@api_policy(ANSWERS)
def answer_emergency(request: HttpRequest, request_id: UUID, answer: AnswerSent) -> Done:
    """Open for some minutes, or say no. The person is told."""
    call = calling(request)
    act_answer(call.acting, request_id, answer.minutes, at=call.at, on=call.on)
    return Done(Heard())
