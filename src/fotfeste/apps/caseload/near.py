"""Who is around a person today, and what each of them may see: asked of the same table as the door asks."""

from dataclasses import dataclass
from datetime import date

from fotfeste.apps.consents.door import Found
from fotfeste.apps.consents.sees import Sight, sight_of_each
from fotfeste.apps.people.may_follow import guard_of
from fotfeste.apps.people.models import Relation
from fotfeste.domain.permissions import Permission, RelationKind


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody around the person. `sees`: what they may see today; nothing for a name without an account."""

    name: str
    kind: RelationKind
    place: str
    until: date | None
    is_linked: bool
    sees: frozenset[Permission]


def near(found: Found, on: date) -> tuple[Near, ...]:
    """Everyone whose relation holds today."""
    sight = sight_of_each(found.person, found.relations, found.consents, guard_of(found.person), on=on)
    standing = [relation for relation in found.relations if relation.holds_on(on)]
    return tuple(_near(relation, sight.get(relation.pk, Sight())) for relation in standing)


def _near(relation: Relation, sight: Sight) -> Near:
    return Near(
        name=relation.account.name if relation.account else relation.contact_name,
        kind=RelationKind(relation.kind),
        place=relation.unit.name if relation.unit else relation.unit_name or sight.unit_name,
        until=relation.until_day,
        is_linked=relation.account_id is not None,
        sees=sight.permitted,
    )
