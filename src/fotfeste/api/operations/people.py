"""The persons one may have in a list, and finding one among them."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from fotfeste.api.calls import calling, purposes_of
from fotfeste.api.fields import PAGE, Id, PageSize, Switch, Text
from fotfeste.api.operations.lines import PersonNamed
from fotfeste.api.policy import api_policy, needs
from fotfeste.api.schemas import Sent, Shown
from fotfeste.api.trouble import no_such_place
from fotfeste.apps.caseload.listed import ListAsked, Listed, NoSuchPlace, access_list
from fotfeste.apps.caseload.mine import Mine
from fotfeste.apps.caseload.search import access_search
from fotfeste.domain.course import CourseStage
from fotfeste.domain.permissions import Ability

router = Router(tags=["People"])


class PeopleQuery(Sent):
    """Which persons to list. A specialist's caseload holds those discharged only when asked for by stage."""

    stage: CourseStage | None = None
    overdue: Switch | None = Field(None, description="Only those with, or without, something overdue.")
    after: Id | None = Field(None, description="`next_after` of the page before.")
    limit: PageSize = PAGE


class PersonListed(PersonNamed):
    """A person in the list. What you may not see, or have not said why you look at, is left out."""

    stage: CourseStage | None = None
    since: date | None = None
    overdue: int | None = Field(None, description="How many lines are overdue.")
    next_due: date | None = None
    is_stand_in: bool = Field(description="Whether you stand in for a colleague.")


class People(Shown):
    """A page of persons, by name."""

    people: list[PersonListed]
    next_after: UUID | None = Field(description="Where the next page begins; null on the last.")


class Sought(Sent):
    """What to look for. It is never logged."""

    text: Text = Field(
        min_length=2,
        max_length=200,
        description="Part of a name, or a whole identity number, phone number or e-mail address.",
    )


class PeopleFound(Shown):
    """Who was found among those you may see."""

    people: list[PersonNamed]
    has_more: bool = Field(description="Whether there are more than are shown: write more of the name.")


@router.get("/people", response=People, exclude_unset=True, summary="The persons in my list")
@api_policy(needs(Ability.CASELOAD_OWN, Ability.SHARED_PEOPLE_READ, Ability.RECORD_OWN))
def list_people(request: HttpRequest, asked: Query[PeopleQuery]) -> dict[str, Any]:
    """Everyone you may have in a list, by name: your caseload, or the jobseekers that are shared with you."""
    call = calling(request)
    wanted = ListAsked(asked.stage, asked.overdue, asked.after, asked.limit)
    try:
        page = access_list(call.acting, wanted, at=call.at, on=call.on, purposes=purposes_of(call))
    except NoSuchPlace:
        raise no_such_place() from None
    return {"people": [_listed(each) for each in page.people], "next_after": page.next_after}


@router.post("/people/search", response=PeopleFound, summary="Find somebody")
@api_policy(needs(Ability.PERSON_SEARCH), only_looks=True)
def search_people(request: HttpRequest, sought: Sought) -> dict[str, Any]:
    """Find somebody among those you may see. Nobody there and nobody of yours are the same answer.

    A POST, so that no name and no number stands in an address. It changes nothing and takes no key.
    """
    call = calling(request)
    found = access_search(call.acting, sought.text, at=call.at, on=call.on)
    return {"people": [_named(mine) for mine in found.people], "has_more": found.has_more}


def _listed(each: Listed) -> dict[str, Any]:
    found = {**_named(each.mine), "is_stand_in": each.mine.is_stand_in}
    if each.standing is not None:
        found |= {"stage": each.standing.stage, "since": each.standing.since}
    if each.overdue is not None:
        found |= {"overdue": each.overdue, "next_due": each.next_due}
    return found


def _named(mine: Mine) -> dict[str, Any]:
    return {"id": mine.public_id, "name": str(mine.name)}
