"""What is next for everyone one follows: the page *Today*, for programs."""

import re
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from fotfeste.api.calls import calling, purposes_of
from fotfeste.api.fields import Id, Text
from fotfeste.api.operations.lines import Happening, LineShown, PersonNamed, happening_facts, line_facts
from fotfeste.api.policy import api_policy, needs
from fotfeste.api.schemas import Sent, Shown
from fotfeste.api.trouble import no_such_place
from fotfeste.apps.caseload.mine import Mine
from fotfeste.apps.caseload.today import LinePlace, Pressing, Today, TodayAsked, access_today
from fotfeste.domain.permissions import Ability

router = Router(tags=["Agenda"])

_PLACE = re.compile(r"((?:[0-9]{4}-[0-9]{2}-[0-9]{2})?)_([0-9]{1,5})_([0-9a-f-]{36})")


class AgendaQuery(Sent):
    """Which lines to show."""

    pressing: Pressing = Field(Pressing.ALL, description="Only those overdue, due soon, or without a day.")
    person: Id | None = Field(None, description="Only one person's.")
    after: Text = Field("", max_length=60, description="`next_after` of the page before.")


class LineOfSomebody(LineShown):
    """One thing that is next, and for whom."""

    person: PersonNamed


class HappeningOfSomebody(Happening):
    """Something that others have done, and with whom."""

    person: PersonNamed


class CountsShown(Shown):
    """How many lines there are of each kind."""

    overdue: int
    this_week: int
    open: int
    to_clear_up: int


class Agenda(Shown):
    """A page of what is next, most pressing first."""

    lines: list[LineOfSomebody]
    next_after: str = Field(description="Where the next page begins; empty on the last.")
    counts: CountsShown
    active: int = Field(description="How many you follow yourself.")
    most_advised: int = Field(description="How many the method advises in a full position.")
    news: list[HappeningOfSomebody]
    new_since: datetime
    closed: list[PersonNamed] = Field(
        description="Those you stand in for. Their lines come when Fotfeste-Purpose says why you look."
    )


@router.get("/agenda", response=Agenda, summary="What is next for those I follow")
@api_policy(needs(Ability.AGENDA_OWN))
def get_my_agenda(request: HttpRequest, asked: Query[AgendaQuery]) -> dict[str, Any]:
    """Every line for those you follow, most pressing first, twenty-five at a time, and what is new."""
    call = calling(request)
    wanted = TodayAsked(pressing=asked.pressing, person=asked.person, after=_place(asked.after))
    purposes = purposes_of(call)
    found = access_today(call.acting, at=call.at, on=call.on, asked=wanted, purposes=purposes)
    return _shown(found, call.on)


def _shown(found: Today, on: date) -> dict[str, Any]:
    return {
        "lines": [
            {"person": _named(found.people[line.person]), **line_facts(line, on=on)} for line in found.lines
        ],
        "next_after": _written(found.next_place),
        "counts": found.counts,
        "active": found.caseload.active,
        "most_advised": found.most_advised,
        "news": [
            {"person": _named(found.people[event.person_id]), **happening_facts(event)}
            for event in found.news
        ],
        "new_since": found.new_since,
        "closed": [_named(mine) for mine in found.closed],
    }


def _named(mine: Mine) -> dict[str, Any]:
    return {"id": mine.public_id, "name": str(mine.name)}


def _written(place: LinePlace | None) -> str:
    if place is None:
        return ""
    return f"{place.due.isoformat() if place.due else ''}_{place.place}_{place.person}"


def _place(text: str) -> LinePlace | None:
    if not text:
        return None
    found = _PLACE.fullmatch(text)
    if found is None:
        raise no_such_place()
    due, place, person = found.groups()
    try:
        return LinePlace(date.fromisoformat(due) if due else None, int(place), UUID(person))
    except ValueError:
        raise no_such_place() from None
