"""The team's meetings: agenda and minutes as everybody there may read them, decisions, tasks, being named."""

from collections.abc import Iterable
from datetime import time
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from fotfeste.api.calls import Call, calling
from fotfeste.api.once import Done
from fotfeste.api.operations.unit_meeting_schemas import (
    DecisionSent,
    ItemSent,
    MadeInMeeting,
    MeetingDone,
    MeetingSent,
    MeetingShown,
    MeetingsShown,
    NamingDone,
    NamingSent,
    NamingsShown,
    TaskDone,
    TasksShown,
)
from fotfeste.api.policy import api_policy, needs
from fotfeste.api.trouble import Stale
from fotfeste.apps.mine.naming import access_my_namings, act_state_naming
from fotfeste.apps.unit_meetings.acting import (
    Decided,
    ToTakeUp,
    act_close,
    act_decide,
    act_done,
    act_put_on,
    act_take_off,
)
from fotfeste.apps.unit_meetings.making import Called, act_call, act_change, act_fill
from fotfeste.apps.unit_meetings.page import DecisionShown, ItemShown, access_meeting, access_meetings
from fotfeste.apps.unit_meetings.tasks import access_tasks
from fotfeste.domain.permissions import Ability

router = Router(tags=["The team's meetings"])

ONE = "/unit-meetings/{uuid:unit_meeting_id}"
JOIN = needs(Ability.UNIT_MEETING_JOIN)


@router.get("/unit-meetings", response=MeetingsShown, summary="The team's meetings")
@api_policy(JOIN)
def list_unit_meetings(request: HttpRequest) -> dict[str, Any]:
    """The meetings of your own unit. Nobody is named in the list."""
    call = calling(request)
    return {"meetings": [_listed(each) for each in access_meetings(call.acting, at=call.at)]}


@router.post("/unit-meetings", response=MeetingDone, summary="Call a meeting")
@api_policy(JOIN)
def call_unit_meeting(request: HttpRequest, sent: MeetingSent) -> Done:
    """Call a meeting; the rules make its agenda."""
    call = calling(request)
    meeting = act_call(call.acting, _called(sent), at=call.at, on=call.on)
    return Done(MeetingDone(meeting=meeting.public_id), version=meeting.version)


@router.get("/unit-meetings/tasks", response=TasksShown, summary="Your tasks from meetings")
@api_policy(JOIN)
def list_unit_meeting_tasks(request: HttpRequest) -> dict[str, Any]:
    """Your open tasks from meetings, those with a day first."""
    call = calling(request)
    return {
        "tasks": [
            {
                "id": each.public_id,
                "meeting": each.meeting,
                "text": None if each.text.is_held_back else str(each.text),
                "due": each.due,
                "person": each.person,
                "name": str(each.name) if each.name else None,
                "line_of_work": each.line_of_work,
            }
            for each in access_tasks(call.acting, at=call.at)
        ]
    }


@router.post("/unit-meetings/tasks/{uuid:task_id}/done", response=TaskDone, summary="A task is done")
@api_policy(JOIN)
def finish_unit_meeting_task(request: HttpRequest, task_id: UUID) -> Done:
    """A task of yours is done. Saying so twice changes nothing."""
    call = calling(request)
    act_done(call.acting, task_id, at=call.at, on=call.on)
    return Done(TaskDone(task=task_id))


@router.get(ONE, response=MeetingShown, summary="One meeting")
@api_policy(JOIN)
def get_unit_meeting(request: HttpRequest, response: HttpResponse, unit_meeting_id: UUID) -> dict[str, Any]:
    """Agenda and minutes. Who is named is asked anew at each look, with you as one who is there."""
    call = calling(request)
    found = access_meeting(call.acting, unit_meeting_id, at=call.at, on=call.on)
    meeting = found.meeting
    response["ETag"] = f'"{meeting.version}"'
    return {
        **_listed(meeting),
        "version": meeting.version,
        "starts_at": meeting.starts_at,
        "place": meeting.place,
        "guests": meeting.guests,
        "attendants": [
            {"account": each.public_id, "name": each.name, "unit": each.unit_name}
            for each in found.attendants
        ],
        "items": [_item(each) for each in found.items],
        "decisions": _decisions(found.decisions),
    }


@router.put(ONE, response=MeetingDone, summary="Change a meeting")
@api_policy(JOIN, edits=True)
def put_unit_meeting(request: HttpRequest, unit_meeting_id: UUID, sent: MeetingSent) -> Done:
    """Another day, place or room."""
    call = calling(request)
    _not_stale(call, unit_meeting_id)
    version = call.expected_version
    act_change(call.acting, unit_meeting_id, _called(sent), version=version, at=call.at, on=call.on)
    return Done(MeetingDone(meeting=unit_meeting_id), version=version + 1)


@router.post(ONE + "/items", response=MadeInMeeting, summary="Put something on the agenda")
@api_policy(JOIN)
def add_unit_meeting_item(request: HttpRequest, unit_meeting_id: UUID, sent: ItemSent) -> Done:
    """Put something on the agenda."""
    call = calling(request)
    what = ToTakeUp(**sent.model_dump())
    item = act_put_on(call.acting, unit_meeting_id, what, at=call.at, on=call.on)
    return Done(MadeInMeeting(meeting=unit_meeting_id, id=item.public_id))


@router.delete(ONE + "/items/{uuid:item_id}", response=MeetingDone, summary="Take something off the agenda")
@api_policy(JOIN)
def remove_unit_meeting_item(request: HttpRequest, unit_meeting_id: UUID, item_id: UUID) -> Done:
    """Not to be taken up after all. What was decided about it stays."""
    call = calling(request)
    act_take_off(call.acting, unit_meeting_id, item_id, at=call.at, on=call.on)
    return Done(MeetingDone(meeting=unit_meeting_id))


@router.post(ONE + "/fill", response=MeetingDone, summary="Ask the rules for more")
@api_policy(JOIN)
def fill_unit_meeting(request: HttpRequest, unit_meeting_id: UUID) -> Done:
    """Add what has come since the agenda was made."""
    call = calling(request)
    act_fill(call.acting, unit_meeting_id, at=call.at, on=call.on)
    return Done(MeetingDone(meeting=unit_meeting_id))


@router.post(ONE + "/decisions", response=MadeInMeeting, summary="Write a decision")
@api_policy(JOIN)
def add_unit_meeting_decision(request: HttpRequest, unit_meeting_id: UUID, sent: DecisionSent) -> Done:
    """Write a decision; with somebody responsible it becomes their task."""
    call = calling(request)
    decided = Decided(sent.text, sent.responsible, sent.due)
    made = act_decide(call.acting, unit_meeting_id, sent.item, decided, at=call.at, on=call.on)
    return Done(MadeInMeeting(meeting=unit_meeting_id, id=made.public_id))


@router.post(ONE + "/finish", response=MeetingDone, summary="Finish the minutes")
@api_policy(JOIN, edits=True)
def finish_unit_meeting(request: HttpRequest, unit_meeting_id: UUID) -> Done:
    """Nothing more is written in them. Tasks go on."""
    call = calling(request)
    _not_stale(call, unit_meeting_id)
    act_close(call.acting, unit_meeting_id, version=call.expected_version, at=call.at, on=call.on)
    return Done(MeetingDone(meeting=unit_meeting_id))


@router.get("/me/naming", response=NamingsShown, summary="Whether you may be named in meetings")
@api_policy(needs(Ability.RECORD_OWN))
def get_my_naming(request: HttpRequest) -> dict[str, Any]:
    """Each meeting in which you can come up, and what you have said."""
    call = calling(request)
    return {
        "meetings": [
            {
                "kind": kind,
                "unit": unit.public_id,
                "unit_name": unit.name,
                "agrees": said.agrees if said else None,
                "stated_on": said.stated_on if said else None,
            }
            for kind, unit, said in access_my_namings(call.acting, at=call.at, on=call.on)
        ]
    }


@router.post("/me/naming", response=NamingDone, summary="Say whether you may be named")
@api_policy(needs(Ability.RECORD_OWN))
def state_my_naming(request: HttpRequest, sent: NamingSent) -> Done:
    """Yes or no. It holds from this moment, also in minutes that are written."""
    call = calling(request)
    act_state_naming(call.acting, sent.kind, sent.unit, agrees=sent.agrees, at=call.at, on=call.on)
    return Done(NamingDone(unit=sent.unit))


def _not_stale(call: Call, meeting: UUID) -> None:
    found = access_meeting(call.acting, meeting, at=call.at, on=call.on).meeting
    if found.version != call.expected_version:
        current = {"held_on": found.held_on.isoformat(), "place": found.place, "guests": found.guests}
        raise Stale(call.expected_version, found.version, current)


def _called(sent: MeetingSent) -> Called:
    return Called(
        kind=sent.kind,
        treatment_team=sent.treatment_team,
        held_on=sent.held_on,
        starts_at=time.fromisoformat(sent.starts_at) if sent.starts_at else None,
        place=sent.place,
        guests=sent.guests,
        memberships=tuple(sent.who),
    )


def _listed(meeting: Any) -> dict[str, Any]:
    return {
        "id": meeting.public_id,
        "kind": meeting.kind,
        "treatment_team": meeting.treatment_team.name if meeting.treatment_team else None,
        "held_on": meeting.held_on,
        "is_finished": meeting.closed_on is not None,
    }


def _item(each: ItemShown) -> dict[str, Any]:
    return {
        "id": each.public_id,
        "kind": each.kind,
        "name": str(each.name) if each.name else None,
        "line_of_work": each.line_of_work,
        "employer": each.employer,
        "number": each.number,
        "why": each.why.get("code"),
        "put_by": each.put_by,
        "text": None if each.text.is_held_back else str(each.text),
        "decisions": _decisions(each.decisions),
        "before": _decisions(each.before),
    }


def _decisions(found: Iterable[DecisionShown]) -> list[dict[str, Any]]:
    return [
        {
            "id": each.public_id,
            "text": None if each.text.is_held_back else str(each.text),
            "responsible": each.responsible,
            "due": each.due,
            "done_on": each.done_on,
        }
        for each in found
    ]
