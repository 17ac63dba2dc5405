"""Who is around a person today, and what each of them may see: asked of the same table as the door asks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from fotfeste.apps.consents.door import Found
from fotfeste.apps.people.models import Relation
from fotfeste.domain.permissions import Permission, Protection, RelationKind, Role, decide

ROLES: Mapping[RelationKind, Role] = {
    RelationKind.EMPLOYMENT_SPECIALIST: Role.EMPLOYMENT_SPECIALIST,
    RelationKind.STAND_IN: Role.EMPLOYMENT_SPECIALIST,
    RelationKind.CLINICIAN: Role.CLINICIAN,
    RelationKind.NAV_ADVISER: Role.NAV_ADVISER,
    RelationKind.GUIDE: Role.GUIDE,
}


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody around the person. `sees` is what they may see today, with the clearance it may take."""

    name: str
    kind: RelationKind
    place: str
    until: date | None
    is_linked: bool
    sees: frozenset[Permission]


def near(found: Found, on: date) -> tuple[Near, ...]:
    """Everyone whose relation holds today."""
    return tuple(_near(relation, found) for relation in found.relations if relation.holds_on(on))


def _near(relation: Relation, found: Found) -> Near:
    kind = RelationKind(relation.kind)
    return Near(
        name=relation.account.name if relation.account else relation.contact_name,
        kind=kind,
        place=relation.unit.name if relation.unit else relation.unit_name,
        until=relation.until_day,
        is_linked=relation.account_id is not None,
        sees=_sees(relation, kind, found) if relation.account_id else frozenset(),
    )


def _sees(relation: Relation, kind: RelationKind, found: Found) -> frozenset[Permission]:
    role = ROLES.get(kind)
    if role is None:
        return frozenset()
    shares_controller = (
        relation.unit is not None and relation.unit.controller_id == found.person.controller_id
    )
    theirs = replace(
        found.circumstances,
        role=role,
        relations=frozenset({kind}),
        former_relations=frozenset(),
        is_same_controller=shares_controller,
        is_in_owning_unit=False,
        protection=Protection.NONE,
        is_own_staff=False,
        is_close_to_person=False,
        purpose="asked-when-they-look",
    )
    return decide(theirs).permitted
