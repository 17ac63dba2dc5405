"""What each of those around a person can see today: the permission table, asked on their behalf."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from fotfeste.apps.consents.door import Consents
from fotfeste.apps.people.acting import in_force
from fotfeste.apps.people.around import ROLE_OF
from fotfeste.apps.people.may_follow import Guard
from fotfeste.apps.people.models import Clearance, Closeness, Membership, Person, Relation
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.domain.permissions import Circumstances, Permission, Protection, RelationKind, Role, decide

_ROLES = {**ROLE_OF, RelationKind.EMPLOYMENT_SPECIALIST: Role.EMPLOYMENT_SPECIALIST}
NO_GUARD = Guard(Protection.NONE, is_own_staff=False)
_WHEN_ASKED = "said"
"""A stand-in says why before they see anything; what they see then is what is told here."""


@dataclass(frozen=True, slots=True)
class Eyes:
    """What is known of one account: its roles today, what it is cleared for, whether it is close."""

    memberships: tuple[Membership, ...]
    clearances: frozenset[str]
    is_close: bool


@dataclass(frozen=True, slots=True)
class Sight:
    """What one of those around may see and do, and the unit they act in."""

    permitted: frozenset[Permission] = frozenset()
    unit_name: str = ""


def what_each_sees(
    person: Person, relations: Sequence[Relation], consents: Consents, guard: Guard, *, on: date
) -> dict[int, frozenset[Permission]]:
    """For each relation that holds today (row ids) what its account may see and do, under this guard."""
    sight = sight_of_each(person, relations, consents, guard, on=on)
    return {row: each.permitted for row, each in sight.items()}


def sight_of_each(
    person: Person, relations: Sequence[Relation], consents: Consents, guard: Guard, *, on: date
) -> dict[int, Sight]:
    """The same, and the unit each of them acts in."""
    standing = [relation for relation in relations if relation.holds_on(on) and relation.account_id]
    accounts = {relation.account_id for relation in standing if relation.account_id}
    eyes = _eyes(person, accounts, guard, on)
    return {
        relation.pk: _sees(person, relation, eyes[relation.account_id], consents, guard)
        for relation in standing
        if relation.account_id
    }


def _sees(person: Person, relation: Relation, eyes: Eyes, consents: Consents, guard: Guard) -> Sight:
    kind = RelationKind(relation.kind)
    role = _ROLES.get(kind)
    membership = next((each for each in eyes.memberships if each.role == role), None)
    if role is None or membership is None or relation.account is None:
        return Sight()
    given = Circumstances(
        role=role,
        is_account_active=relation.account.is_active,
        is_same_controller=membership.unit.controller_id == person.controller_id,
        relations=frozenset({kind}),
        protection=guard.protection,
        is_cleared_for_protection=ClearanceKind.PROTECTED in eyes.clearances,
        is_own_staff=guard.is_own_staff,
        is_cleared_for_own_staff=ClearanceKind.OWN_STAFF in eyes.clearances,
        is_close_to_person=eyes.is_close,
        consents=consents.given,
        withdrawn_consents=consents.withdrawn,
        consents_to_earlier_text=consents.to_earlier_text,
        purpose=_WHEN_ASKED if kind is RelationKind.STAND_IN else "",
    )
    return Sight(decide(given).permitted, membership.unit.name)


def _eyes(person: Person, accounts: Collection[int], guard: Guard, on: date) -> dict[int, Eyes]:
    memberships: dict[int, list[Membership]] = {account: [] for account in accounts}
    close = Closeness.objects.filter(person=person, account=OuterRef("account"))
    roles = Membership.objects.filter(in_force(on), account__in=accounts).select_related("unit")
    for membership in roles.annotate(is_close=Exists(close)).order_by("pk"):
        memberships[membership.account_id].append(membership)
    clearances = _clearances(accounts, on) if guard != NO_GUARD else {}
    return {
        account: Eyes(
            memberships=tuple(roles_of_one),
            clearances=frozenset(clearances.get(account, ())),
            is_close=any(role.is_close for role in roles_of_one),  # type: ignore[attr-defined]  # annotated above
        )
        for account, roles_of_one in memberships.items()
    }


def _clearances(accounts: Collection[int], on: date) -> dict[int, set[str]]:
    """What each is cleared for. Only asked where there is something to be cleared for."""
    found: dict[int, set[str]] = {account: set() for account in accounts}
    held = Clearance.objects.filter(in_force(on), account__in=accounts)
    for account, kind in held.values_list("account", "kind"):
        found[account].add(kind)
    return found
