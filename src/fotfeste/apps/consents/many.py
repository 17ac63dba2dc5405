"""The door for several persons at once: the same question to the same table, in four statements for all."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import connection

from fotfeste.apps.consents.door import Found, circumstances, consents_of, people_as_seen_by
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person, Relation
from fotfeste.apps.vault.keys import unwrapped
from fotfeste.domain.permissions import decide


def found_many(acting: Acting, people: Iterable[int], *, at: datetime, purpose: str = "") -> list[Found]:
    """What the actor may do with each of these persons (row ids), by name. Logging is the caller's."""
    rows = list(people_as_seen_by(acting, at=at).filter(pk__in=list(people)).order_by("search_name", "pk"))
    ids = [person.pk for person in rows]
    consents, relations = consents_of(ids), _relations(ids)
    found = []
    for person in rows:
        around = tuple(relations[person.pk])
        given = circumstances(acting, person, around, consents[person.pk], at=at, purpose=purpose)
        found.append(Found(person, decide(given), around, given, unwrapped(person.key, person.public_id)))
    return found


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
