"""How a person's information is protected: see it, set it, lift it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling, look_at
from fotfeste.api.fields import Flag, Id
from fotfeste.api.once import Done
from fotfeste.api.operations.around import StaffShown
from fotfeste.api.operations.lines import PersonNamed
from fotfeste.api.operations.person_sections import named
from fotfeste.api.policy import RECORD, api_policy
from fotfeste.api.schemas import Sent, Shown
from fotfeste.api.trouble import Stale
from fotfeste.apps.around.protection import ProtectionPage, access_protection, act_protect
from fotfeste.apps.people.may_follow import Guard
from fotfeste.apps.people.selectors import membership_in
from fotfeste.domain.permissions import Protection, Role

router = Router(tags=["Protection"])

ADDRESS = "/people/{uuid:person_id}/protection"


class ProtectionShown(Shown):
    """How it is, and what would follow from a change."""

    person: PersonNamed
    protection: Protection
    is_own_staff: bool
    version: int = Field(description="For If-Match. Also the ETag.")
    would_lose: list[str] = Field(description="Who would see nothing any more with an address protection.")
    own_staff_would_lose: list[str]
    successors: list[StaffShown] = Field(description="Who could take over.")


class ProtectionSent(Sent):
    """How it is to be. Works from everybody's next call on, yours too."""

    protection: Protection
    is_own_staff: Flag
    successor: Id | None = Field(None, description="Who takes over if you cannot see the record afterwards.")


class Protected(Shown):
    """It is done, from this moment on."""

    person: UUID


@router.get(ADDRESS, response=ProtectionShown, summary="How one person is protected")
@api_policy(RECORD)
def get_protection(request: HttpRequest, response: HttpResponse, person_id: UUID) -> dict[str, Any]:
    """The protection as it is, who would lose access, and who could take over."""
    found = access_protection(look_at(calling(request), person_id))
    response["ETag"] = f'"{found.version}"'
    return {
        "person": named(found.header),
        "protection": found.guard.protection,
        "is_own_staff": found.guard.is_own_staff,
        "version": found.version,
        "would_lose": [each.name for each in found.would_lose],
        "own_staff_would_lose": [each.name for each in found.own_staff_would_lose],
        "successors": [
            {"id": each.public_id, "name": each.account.name, "unit": each.unit.name}
            for each in found.successors
        ],
    }


@router.put(ADDRESS, response=Protected, summary="Set or lift protection")
@api_policy(RECORD, edits=True)
def put_protection(request: HttpRequest, person_id: UUID, sent: ProtectionSent) -> Done:
    """Set or lift protection. Refused when nobody could follow the person afterwards."""
    call = calling(request)
    look = look_at(call, person_id)
    found = access_protection(look)
    if found.version != call.expected_version:
        raise Stale(call.expected_version, found.version, _current(found))
    successor = sent.successor and membership_in(Role.EMPLOYMENT_SPECIALIST, sent.successor, on=call.on)
    act_protect(look, Guard(sent.protection, sent.is_own_staff), successor or None)
    return Done(Protected(person=person_id))


def _current(found: ProtectionPage) -> dict[str, object]:
    return {"protection": found.guard.protection, "is_own_staff": found.guard.is_own_staff}
