"""Employers: what the team knows of businesses. Nothing here tells which jobseekers are helped."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from fotfeste.api.calls import Call, calling
from fotfeste.api.fields import Text
from fotfeste.api.once import Done
from fotfeste.api.policy import api_policy, needs
from fotfeste.api.schemas import Saved, Sent, Shown
from fotfeste.api.trouble import Stale
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.employers import services
from fotfeste.apps.employers.access import EmployerPage, access_employer, access_employers, employer_opened
from fotfeste.apps.employers.cards import EmployerWhole
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employers.services import EmployerFacts, add_employer, change_employer
from fotfeste.domain.permissions import Ability
from fotfeste.web.requests import read_uuid

router = Router(tags=["Employers"])


class EmployerQuery(Sent):
    """Which employers to list."""

    q: Text = Field(
        "", max_length=100, description="Parts of a name or a place, or the beginning of a number."
    )
    after: Text = Field("", max_length=300, description="`next_after` of the page before.")


class EmployerSent(Sent):
    """What is known of a business. Without a number it is still to be cleared up."""

    name: Text = Field(max_length=200)
    organisation_number: Text = Field("", max_length=20, description="Nine digits, or empty.")
    place: Text = Field("", max_length=80)
    industry_code: Text = Field("", max_length=8, description="As in the register of businesses: 47.111.")


class EmployerListed(Shown):
    """An employer in the list."""

    id: UUID = Field(validation_alias="public_id")
    name: str
    organisation_number: str
    industry_code: str
    place: str
    is_brought_in: bool = Field(description="Whether it came with a list.")
    is_to_clear_up: bool = Field(description="Whether nobody has said yet which business this is.")
    closed_on: date | None = Field(description="The last day of a business that has closed.")
    last_contact_on: date | None = Field(description="The last contact that is about no jobseeker.")
    version: int


class EmployerPersonShown(Shown):
    """Somebody to reach at the employer."""

    id: UUID = Field(validation_alias="public_id")
    name: str
    position: str
    phone: str
    email: str


class SoughtShown(Shown):
    """What the employer looks for, as they said it that day."""

    id: UUID = Field(validation_alias="public_id")
    text: str
    said_on: date
    by: str


class TogetherShown(Shown):
    """Another of the team who was there too."""

    by: str
    outcome: str


class TeamContactShown(Shown):
    """A contact that is about no jobseeker."""

    id: UUID = Field(validation_alias="public_id")
    on: date
    way: str
    by: str
    cup: int | None
    outcome: str
    next_step: str
    next_step_on: date | None
    next_step_done_on: date | None
    together: list[TogetherShown]


class RelationShown(Shown):
    """Three cups of tea: how far the relation has come, and the day of each cup."""

    stage: str
    cups: list[date | None]
    last_on: date | None


class EmployerShown(EmployerListed):
    """An employer with all that the team knows. What is about a jobseeker stands with the jobseeker."""

    people: list[EmployerPersonShown]
    sought: list[SoughtShown]
    known_by: list[str]
    relation: RelationShown
    contacts: list[TeamContactShown]
    next_after: UUID | None = Field(description="For `after`: where the log of contacts goes on.")


class ContactsQuery(Sent):
    """Where to go on in the log of contacts."""

    after: Text = Field("", max_length=36)


class Employers(Shown):
    """One page of the team's employers, by name."""

    employers: list[EmployerListed]
    next_after: str = Field(description="Where the next page begins; empty on the last.")


@router.get("/employers", response=Employers, summary="The team's employers")
@api_policy(needs(Ability.EMPLOYER_READ))
def list_employers(request: HttpRequest, asked: Query[EmployerQuery]) -> EmployerPage:
    """The employers of your own team by name, fifty at a time."""
    call = calling(request)
    return access_employers(call.acting, at=call.at, search=asked.q, after=asked.after)


@router.get("/employers/{uuid:employer_id}", response=EmployerShown, summary="One employer")
@api_policy(needs(Ability.EMPLOYER_READ))
def get_employer(
    request: HttpRequest, response: HttpResponse, employer_id: UUID, asked: Query[ContactsQuery]
) -> dict[str, Any]:
    """One employer of your team: people, what they look for, and contacts. ETag gives the version."""
    call = calling(request)
    found = access_employer(call.acting, employer_id, at=call.at, after=read_uuid(asked.after))
    response["ETag"] = f'"{found.card.version}"'
    return _whole(found)


@router.post("/employers", response={201: Saved}, summary="Add an employer")
@api_policy(needs(Ability.EMPLOYER_CHANGE))
def add_employer_to_team(request: HttpRequest, employer: EmployerSent) -> Done:
    """Add an employer to the team. Refused when the number is not one, or the team has it already."""
    call = calling(request)
    return _saved(add_employer(_facts(employer), by=call.acting, at=call.at), status=201)


@router.put("/employers/{uuid:employer_id}", response=Saved, summary="Change an employer")
@api_policy(needs(Ability.EMPLOYER_CHANGE), edits=True)
def put_employer(request: HttpRequest, employer_id: UUID, employer: EmployerSent) -> Done:
    """Other facts about an employer, all of them. What is left out becomes empty."""
    call = calling(request)
    opened = employer_opened(call.acting, employer_id, at=call.at, action=Action.EMPLOYER_CHANGED)
    with opened as row:
        _change(row, employer, call)
    return _saved(row)


def _change(row: Employer, employer: EmployerSent, call: Call) -> None:
    try:
        change_employer(row, _facts(employer), version=call.expected_version)
    except services.Stale as stale:
        current = EmployerSent.model_construct(
            **{name: getattr(stale.saved, name) for name in EmployerSent.model_fields}
        )
        raise Stale(call.expected_version, stale.saved.version, current.model_dump(mode="json")) from None


def _whole(found: EmployerWhole) -> dict[str, Any]:
    card = {name: getattr(found.card, name) for name in EmployerListed.model_fields if name != "id"}
    parts = ("people", "sought", "known_by", "relation", "contacts", "next_after")
    return {**card, "public_id": found.card.public_id, **{name: getattr(found, name) for name in parts}}


def _facts(employer: EmployerSent) -> EmployerFacts:
    return EmployerFacts(**employer.model_dump())


def _saved(row: Employer, *, status: int = 200) -> Done:
    location = f"/api/v1/employers/{row.public_id}" if status == 201 else ""
    return Done(Saved(id=row.public_id, version=row.version), status, location, row.version)
