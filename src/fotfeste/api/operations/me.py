"""Who I am here: the account, the roles one can act in, and what each can do."""

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.policy import ANY_ACCOUNT, api_policy
from fotfeste.api.schemas import Shown
from fotfeste.apps.people.acting import Acting, memberships_of
from fotfeste.apps.people.models import Account, Membership
from fotfeste.domain.permissions import ABILITIES, Ability, Role

router = Router(tags=["Me"])


class RoleShown(Shown):
    """One role in one unit. Send its id in `Fotfeste-Acting-As` to act in it."""

    id: str
    role: Role
    unit: str


class Me(Shown):
    """Whom your calls count as, and in which role."""

    id: str
    name: str
    role: Role
    unit: str
    abilities: list[Ability] = Field(description="What the role can do that is not about one person.")
    is_machine: bool = Field(description="Whether a program acts for this account; the log names both.")
    roles: list[RoleShown] = Field(description="All roles you can act in today.")


@router.get("/me", response=Me, summary="Who am I")
@api_policy(ANY_ACCOUNT)
def get_me(request: HttpRequest) -> Me:
    """The account your calls count as, the role you act in, and what that role can do."""
    call = calling(request)
    roles = memberships_of(Account(pk=call.acting.account_id), on=call.on)
    return _me(call.acting, list(roles))


def _me(acting: Acting, roles: list[Membership]) -> Me:
    return Me(
        id=str(acting.account),
        name=acting.name,
        role=acting.role,
        unit=acting.unit_name,
        abilities=sorted(ability for ability, holders in ABILITIES.items() if acting.role in holders),
        is_machine=acting.machine is not None,
        roles=[
            RoleShown(id=str(role.public_id), role=Role(role.role), unit=role.unit.name) for role in roles
        ],
    )
