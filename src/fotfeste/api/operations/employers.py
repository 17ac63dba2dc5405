"""Employers: what the team knows of businesses. Nothing here tells which jobseekers are helped."""

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
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employers.services import EmployerFacts, add_employer, change_employer
from fotfeste.domain.permissions import Ability

router = Router(tags=["Employers"])


class EmployerQuery(Sent):
    """Which employers to list."""

    q: Text = Field("", max_length=100, description="Part of a name.")
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
    version: int


class EmployerPersonShown(Shown):
    """Somebody to reach at the employer."""

    name: str
    position: str
    phone: str
    email: str


class EmployerShown(EmployerListed):
    """An employer with its people."""

    people: list[EmployerPersonShown]


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
def get_employer(request: HttpRequest, response: HttpResponse, employer_id: UUID) -> EmployerShown:
    """One employer of your team, with the people to reach there. ETag gives the version."""
    call = calling(request)
    card = access_employer(call.acting, employer_id, at=call.at)
    response["ETag"] = f'"{card.version}"'
    return EmployerShown.model_validate(card)


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


def _facts(employer: EmployerSent) -> EmployerFacts:
    return EmployerFacts(**employer.model_dump())


def _saved(row: Employer, *, status: int = 200) -> Done:
    location = f"/api/v1/employers/{row.public_id}" if status == 201 else ""
    return Done(Saved(id=row.public_id, version=row.version), status, location, row.version)
