"""What persons are called in a list. A protected person's name is sealed, and opened here."""

from collections.abc import Iterable, Mapping

from fotfeste.apps.people.models import Person
from fotfeste.apps.people.records import NOT_IN_CLEAR, contact_of
from fotfeste.apps.vault.keys import keys_of
from fotfeste.apps.vault.sealing import SealingKey


def display_names(people: Iterable[Person], keys: Mapping[int, SealingKey]) -> dict[int, str]:
    """The name of each person, by row id. Takes no database; `keys` holds those of protected persons."""
    return {
        person.pk: contact_of(person, keys[person.pk]).name if is_sealed(person) else person.name
        for person in people
    }


def keys_for_names(people: Iterable[Person]) -> dict[int, SealingKey]:
    """The keys that `display_names` needs: one statement, and none when nobody among them is protected."""
    sealed = [(person.pk, person.public_id) for person in people if is_sealed(person)]
    return keys_of(sealed) if sealed else {}


def is_sealed(person: Person) -> bool:
    """Whether name, phone and e-mail are kept sealed."""
    return person.protection in NOT_IN_CLEAR
