"""A line of the agenda and a happening, as every operation shows them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import Field

from fotfeste.api.problems import language
from fotfeste.api.schemas import Shown
from fotfeste.apps.agenda.selectors import StoredLine
from fotfeste.apps.people.models import Event
from fotfeste.parameters.answers import reasons_as_json
from fotfeste.parameters.texts import text


class Why(Shown):
    """One reason of a rule, with its values."""

    code: str
    text: str
    source: str
    data: dict[str, str | int | None]


class LineShown(Shown):
    """One thing that is next for a person."""

    code: str
    title: str
    due: date | None
    act: str = Field(description="The act that answers it: POST /people/{person_id}/acts/{act}.")
    for_role: str
    why: list[Why]


class PersonNamed(Shown):
    """A person, by id and name."""

    id: UUID
    name: str


class Happening(Shown):
    """One thing that happened. Facts are days, numbers and codes, never a text about the person."""

    kind: str
    on: date
    at: datetime
    by: str = Field(description="Who did it, where that is known.")
    is_brought_in: bool
    facts: dict[str, str | int | bool | None]


def line_facts(line: StoredLine, *, on: date) -> dict[str, Any]:
    """A stored line as plain values, with its texts."""
    return {
        "code": line.code,
        "title": text(line.code, language(), "title", on=on, **dict(line.why[0].data)),
        "due": line.due,
        "act": line.act,
        "for_role": line.for_role,
        "why": reasons_as_json(line.why, language(), on=on),
    }


def happening_facts(event: Event) -> dict[str, Any]:
    """An event as plain values. `event.by` must be loaded with it."""
    return {
        "kind": event.kind,
        "on": event.on,
        "at": event.at,
        "by": event.by.name if event.by else "",
        "is_brought_in": event.is_brought_in,
        "facts": event.data,
    }
