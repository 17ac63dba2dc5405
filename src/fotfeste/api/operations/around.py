"""Those around a person: who they are, from when to when, what each can see; and changing it."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import BeforeValidator, Field

from fotfeste.api.calls import Call, calling, look_at
from fotfeste.api.fields import Day, Id, Text
from fotfeste.api.once import Done
from fotfeste.api.operations.lines import PersonNamed
from fotfeste.api.operations.person_sections import named
from fotfeste.api.policy import RECORD, api_policy, needs
from fotfeste.api.schemas import Sent, Shown
from fotfeste.api.trouble import Stale, not_found
from fotfeste.apps.around.people import (
    Around,
    PeopleAround,
    access_people_around,
    act_declare_closeness,
    act_end,
    act_link,
    act_put_down,
)
from fotfeste.apps.people.around import ROLE_OF, Somebody
from fotfeste.apps.people.models import Membership
from fotfeste.apps.people.selectors import membership_in, staff_called
from fotfeste.domain.closeness import ClosenessKind
from fotfeste.domain.permissions import Ability, Permission, RelationKind, Role
from fotfeste.domain.verdict import Refused

router = Router(tags=["People around"])

RELATIONS = "/people/{uuid:person_id}/relations"


InOrder = Annotated[list[Permission], BeforeValidator(sorted)]


class AroundShown(Shown):
    """One of those around the person."""

    id: UUID = Field(validation_alias="public_id")
    version: int = Field(description="For If-Match, to end or link it.")
    kind: RelationKind
    name: str
    unit: str = Field(validation_alias="unit_name")
    from_day: date
    until_day: date | None
    is_coming: bool
    is_only_a_name: bool = Field(description="Whether it is a name without an account, to be linked later.")
    is_brought_in: bool
    sees: InOrder = Field(description="What this one can see and do today.")


class AroundPerson(Shown):
    """Everyone around the person, now and before."""

    person: PersonNamed
    now: list[AroundShown]
    former: list[AroundShown]


class SomebodySent(Sent):
    """Who is to stand around the person: a role that somebody has here, or only a name."""

    kind: RelationKind
    membership: Id | None = Field(None, description="The id of a role, from GET /staff.")
    name: Text = Field("", max_length=120)
    unit_name: Text = Field("", max_length=120)
    until: Day | None = Field(None, description="The last day, for a stand-in.")


class LinkSent(Sent):
    """Whose account a name turned out to be."""

    membership: Id


class ClosenessSent(Sent):
    """How you are close to the person, and who takes over if you follow them."""

    kind: ClosenessKind
    successor: Id | None = Field(None, description="The id of a specialist's role, from GET /staff.")


class StaffQuery(Sent):
    """Whom to find."""

    role: Role
    q: Text = Field(min_length=2, max_length=80, description="Part of a name or of a unit's name.")


class StaffShown(Shown):
    """A role that somebody has."""

    id: UUID
    name: str
    unit: str


class StaffFound(Shown):
    """Those who were found, by name; at most twenty."""

    staff: list[StaffShown]


class Changed(Shown):
    """It is done, from this moment on."""

    person: UUID


@router.get("/people/{uuid:person_id}/around", response=AroundPerson, summary="Those around one person")
@api_policy(RECORD)
def get_person_around(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """Everyone around the person, now and before, and what each of them can see."""
    found = access_people_around(look_at(calling(request), person_id))
    return {"person": named(found.header), "now": found.now, "former": found.former}


@router.post(RELATIONS, response={201: Changed}, summary="Put somebody down")
@api_policy(RECORD)
def put_somebody_down(request: HttpRequest, person_id: UUID, somebody: SomebodySent) -> Done:
    """Somebody stands around the person from today. The specialist is changed by a handover only."""
    call = calling(request)
    who = Somebody(
        kind=somebody.kind,
        membership=_role(somebody.membership, somebody.kind, call),
        name=somebody.name.strip(),
        unit_name=somebody.unit_name.strip(),
        until=somebody.until,
    )
    act_put_down(look_at(call, person_id), who)
    return Done(Changed(person=person_id), 201, f"/api/v1/people/{person_id}/around")


@router.post(RELATIONS + "/{uuid:relation_id}/end", response=Changed, summary="End a relation")
@api_policy(RECORD, edits=True)
def end_relation(request: HttpRequest, person_id: UUID, relation_id: UUID) -> Done:
    """Somebody stands around the person no longer, from this moment. It stays as a former relation."""
    call = calling(request)
    look = look_at(call, person_id)
    try:
        act_end(look, relation_id, version=call.expected_version)
    except Refused as refused:
        _raise_stale(refused, access_people_around(look), relation_id, call)
        raise
    return Done(Changed(person=person_id))


@router.post(RELATIONS + "/{uuid:relation_id}/link", response=Changed, summary="Link a name to an account")
@api_policy(RECORD, edits=True)
def link_relation(request: HttpRequest, person_id: UUID, relation_id: UUID, link: LinkSent) -> Done:
    """A name turns out to have an account: from now on that account stands in the relation."""
    call = calling(request)
    look = look_at(call, person_id)
    around = access_people_around(look)
    relation = _found(around, relation_id)
    if relation is None:
        raise not_found()
    try:
        act_link(
            look, relation_id, _role(link.membership, relation.kind, call), version=call.expected_version
        )
    except Refused as refused:
        _raise_stale(refused, around, relation_id, call)
        raise
    return Done(Changed(person=person_id))


@router.post("/people/{uuid:person_id}/closeness", response=Changed, summary="Say that I am close")
@api_policy(RECORD)
def declare_closeness(request: HttpRequest, person_id: UUID, said: ClosenessSent) -> Done:
    """You are close to the person and step back: from your next call on you do not see the record."""
    call = calling(request)
    successor = said.successor and membership_in(Role.EMPLOYMENT_SPECIALIST, said.successor, on=call.on)
    act_declare_closeness(look_at(call, person_id), said.kind, successor or None)
    return Done(Changed(person=person_id))


@router.get("/staff", response=StaffFound, summary="Find somebody to put down")
@api_policy(needs(Ability.CASELOAD_OWN, Ability.TEAM_READ))
def find_staff(request: HttpRequest, asked: Query[StaffQuery]) -> dict[str, Any]:
    """Staff in a role, by part of a name: the ids that the other operations take."""
    call = calling(request)
    found = staff_called(asked.q, asked.role, on=call.on)
    return {"staff": [{"id": m.public_id, "name": m.account.name, "unit": m.unit.name} for m in found]}


def _role(membership: UUID | None, kind: RelationKind, call: Call) -> Membership | None:
    role = ROLE_OF.get(kind)
    return membership_in(role, membership, on=call.on) if role and membership else None


def _found(around: PeopleAround, relation_id: UUID) -> Around | None:
    everyone = (*around.now, *around.former)
    return next((each for each in everyone if each.public_id == relation_id), None)


def _raise_stale(refused: Refused, around: PeopleAround, relation_id: UUID, call: Call) -> None:
    """Where the refusal is that somebody else was first, say so with both values."""
    row = _found(around, relation_id)
    is_stale = any(reason.code == "around.changed-meanwhile" for reason in refused.verdict)
    if is_stale and row is not None and row.version != call.expected_version:
        current = AroundShown.model_validate(row).model_dump(mode="json")
        raise Stale(call.expected_version, row.version, current) from None
