"""The door for several persons at once: the same question to the same table, in four statements for all."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from fotfeste.apps.consents.door import (
    Found,
    circumstances,
    consents_of,
    not_elsewhere,
    people_as_seen_by,
)
from fotfeste.apps.people.acting import Acting, acting, memberships_of
from fotfeste.apps.people.models import Account, Person, Relation
from fotfeste.apps.vault.keys import unwrapped
from fotfeste.domain.permissions import Permission, decide


def found_many(acting: Acting, people: Iterable[int], *, at: datetime, purpose: str = "") -> list[Found]:
    """What the actor may do with each of these persons (row ids), by name. Logging is the caller's."""
    rows = list(people_as_seen_by(acting, at=at).filter(pk__in=list(people)).order_by("search_name", "pk"))
    ids = [person.pk for person in rows]
    consents, relations = consents_of(ids), _relations(ids)
    found = []
    for person in rows:
        around = tuple(relations[person.pk])
        given = circumstances(acting, person, around, consents[person.pk], at=at, purpose=purpose)
        decision = decide(given)
        shown = not_elsewhere(around, decision, acting)
        found.append(Found(person, decision, shown, given, unwrapped(person.key, person.public_id)))
    return found


def may_know_of(account: Account, public_id: UUID, *, at: datetime, on: date) -> bool:
    """Whether this account, in any of its roles, may have this person in a list right now.

    Asked before something that has waited is sent: a withdrawal, an end and a new protection count.
    """
    person = Person.objects.filter(public_id=public_id).values_list("pk", flat=True)
    roles = [acting(account, on=on, membership=role.public_id) for role in memberships_of(account, on=on)]
    return any(
        found.may(Permission.PERSON_LIST)
        for role in roles
        if role is not None
        for found in found_many(role, person, at=at)
    )


def hold_still(people: Iterable[int]) -> None:
    """Where writers do not exclude each other: lock those one wants to change, always in the same order."""
    if connection.vendor == "postgresql":
        locked = Person.objects.select_for_update(no_key=True).filter(pk__in=list(people)).order_by("pk")
        list(locked.values_list("pk"))


def _relations(people: Sequence[int]) -> dict[int, list[Relation]]:
    by_person: dict[int, list[Relation]] = {person: [] for person in people}
    rows = Relation.objects.filter(person_id__in=people).select_related("account", "unit")
    for relation in rows.order_by("from_day", "pk"):
        by_person[relation.person_id].append(relation)
    return by_person
