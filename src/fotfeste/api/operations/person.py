"""One person's record, part by part. Each operation is one look, through one door, in the log."""

import re
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from fotfeste.api.calls import calling, look_at
from fotfeste.api.fields import Id, Text
from fotfeste.api.operations.lines import Happening, LineShown, PersonNamed, happening_facts, line_facts
from fotfeste.api.operations.person_schemas import PersonShown
from fotfeste.api.operations.person_sections import named, sections
from fotfeste.api.policy import RECORD, api_policy
from fotfeste.api.schemas import Sent, Shown
from fotfeste.api.trouble import no_such_place
from fotfeste.apps.caseload.parts import access_agenda
from fotfeste.apps.caseload.person import access_facts, access_identity_number, access_notes, access_timeline

router = Router(tags=["One person"])

_EVENT_PLACE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})_([0-9a-f-]{36})")


class TimelineQuery(Sent):
    """Where to go on from."""

    after: Text = Field("", max_length=60, description="`next_after` of the page before.")


class NotesQuery(Sent):
    """Where to go on from."""

    after: Id | None = Field(None, description="`next_after` of the page before.")


class PersonsAgenda(Shown):
    """What is next for one person, most pressing first."""

    person: PersonNamed
    lines: list[LineShown]


class Timeline(Shown):
    """What has happened with one person, the newest first."""

    person: PersonNamed
    events: list[Happening]
    next_after: str = Field(description="Where the next page begins; empty on the last.")


class NoteShown(Shown):
    """A note, as it was written."""

    id: UUID
    text: str
    written_on: date
    written_by: str = Field(description="Empty where it is not known.")
    is_brought_in: bool


class Notes(Shown):
    """Notes about one person, the newest first."""

    person: PersonNamed
    notes: list[NoteShown]
    next_after: UUID | None = Field(description="Where the next page begins; null on the last.")


class IdentityNumber(Shown):
    """The national identity number; empty where it is not known."""

    identity_number: str


@router.get("/people/{uuid:person_id}", response=PersonShown, exclude_unset=True, summary="One person")
@api_policy(RECORD)
def get_person(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """Everything that is told of the person and that you may see. A section you may not see is not there."""
    return sections(access_facts(look_at(calling(request), person_id)))


@router.get("/people/{uuid:person_id}/agenda", response=PersonsAgenda, summary="What is next for one person")
@api_policy(RECORD)
def get_person_agenda(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """What is next, for whom, by when and why."""
    call = calling(request)
    found = access_agenda(look_at(call, person_id))
    lines = [line_facts(line, on=call.on) for line in found.lines]
    return {"person": named(found.header), "lines": lines}


@router.get("/people/{uuid:person_id}/timeline", response=Timeline, summary="What has happened")
@api_policy(RECORD)
def get_person_timeline(request: HttpRequest, person_id: UUID, asked: Query[TimelineQuery]) -> dict[str, Any]:
    """What has happened and you may see, thirty at a time."""
    look = look_at(calling(request), person_id)
    found = access_timeline(look, after=_event_place(asked.after))
    last = found.next_after
    return {
        "person": named(found.header),
        "events": [happening_facts(event) for event in found.events],
        "next_after": f"{last.on.isoformat()}_{last.public_id}" if last else "",
    }


@router.get("/people/{uuid:person_id}/notes", response=Notes, summary="Notes about one person")
@api_policy(RECORD)
def get_person_notes(request: HttpRequest, person_id: UUID, asked: Query[NotesQuery]) -> dict[str, Any]:
    """Notes, thirty at a time. Only the person and the specialist read them."""
    look = look_at(calling(request), person_id)
    found = access_notes(look, before=asked.after)
    notes = [
        {
            "id": note.public_id,
            "text": found.text(note),
            "written_on": note.written_on,
            "written_by": note.written_by.name if note.written_by else "",
            "is_brought_in": note.is_brought_in,
        }
        for note in found.notes
    ]
    return {"person": named(found.header), "notes": notes, "next_after": found.next_before}


@router.get(
    "/people/{uuid:person_id}/identity-number", response=IdentityNumber, summary="The identity number"
)
@api_policy(RECORD)
def get_person_identity_number(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """The identity number, asked for by itself and logged by itself."""
    _, number = access_identity_number(look_at(calling(request), person_id))
    return {"identity_number": str(number)}


def _event_place(text: str) -> tuple[date, UUID] | None:
    if not text:
        return None
    found = _EVENT_PLACE.fullmatch(text)
    if found is None:
        raise no_such_place()
    try:
        return date.fromisoformat(found.group(1)), UUID(found.group(2))
    except ValueError:
        raise no_such_place() from None
