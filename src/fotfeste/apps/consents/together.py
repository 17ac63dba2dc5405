"""The permission table asked for several actors and several persons at once: who of these may know of whom.

For meetings. Nothing is opened and nothing is logged here; the one who asks does that.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from fotfeste.apps.consents.door import circumstances, consents_of, people_as_seen_by
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Closeness, DeclaredCloseness, Person, Relation
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.vault.keys import unwrapped
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.permissions import Circumstances


@dataclass(frozen=True, slots=True)
class Together:
    """One person, and how each of the actors stands to them, in the order of the actors."""

    person: Person
    key: SealingKey = field(repr=False)
    given: tuple[Circumstances, ...]

    @property
    def owning_unit_id(self) -> int | None:
        """The unit the person belongs to (row id)."""
        return self.person.owning_unit_id  # type: ignore[attr-defined, no-any-return]  # annotated by the door

    @property
    def name(self) -> SealedContact:
        """The name; opened when it is said."""
        return SealedContact(self.person, self.key)


def standing_to(actors: Sequence[Acting], people: Iterable[int], *, at: datetime) -> dict[int, Together]:
    """By person (row id). Five statements, however many actors and persons."""
    if not actors:
        return {}
    rows = list(people_as_seen_by(actors[0], at=at).filter(pk__in=list(people)))
    ids = [person.pk for person in rows]
    consents, relations, close = consents_of(ids), _relations(ids), _close(actors, rows)
    found = {}
    for person in rows:
        given = []
        person.has_emergency_access = False
        for actor in actors:
            person.is_close_to_actor = (person.pk, actor.account_id) in close
            around = tuple(relations[person.pk])
            given.append(circumstances(actor, person, around, consents[person.pk], at=at, purpose=""))
        found[person.pk] = Together(person, unwrapped(person.key, person.public_id), tuple(given))
    return found


def _relations(people: list[int]) -> dict[int, list[Relation]]:
    found: dict[int, list[Relation]] = defaultdict(list)
    for relation in Relation.objects.filter(person_id__in=people).order_by("from_day", "pk"):
        found[relation.person_id].append(relation)
    return found


def _close(actors: Sequence[Acting], people: Sequence[Person]) -> set[tuple[int, int]]:
    """Who has told that they are close to whom, of those who are here and of those who came later."""
    accounts = [actor.account_id for actor in actors]
    here = Closeness.objects.filter(person__in=people, account__in=accounts)
    found = set(here.values_list("person", "account"))
    by_index = {bytes(person.identity_index): person.pk for person in people if person.identity_index}
    told = DeclaredCloseness.objects.filter(identity_index__in=list(by_index), account__in=accounts)
    return found | {(by_index[bytes(row.identity_index)], row.account_id) for row in told}
