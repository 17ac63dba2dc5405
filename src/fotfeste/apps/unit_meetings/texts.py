"""Texts of a meeting: about a person sealed with the person's key, else with a key of the house."""

from dataclasses import dataclass, field

from fotfeste.apps.people.rows import SealedRow
from fotfeste.apps.unit_meetings.room import Room
from fotfeste.apps.vault.keys import key_for
from fotfeste.apps.vault.sealing import SealingKey

PURPOSE = "unit-meetings"


def house_key() -> SealingKey:
    """What texts about nobody in particular are sealed with."""
    return key_for(PURPOSE)


def key_in(room: Room, person: int | None) -> SealingKey:
    """What a text about this person (row id), or about nobody, is sealed with."""
    return house_key() if person is None else room.key_of(person).key


@dataclass(frozen=True, slots=True)
class Sealed:
    """A text, opened when it is said; nothing where it is held back."""

    row: SealedRow
    key: SealingKey = field(repr=False)
    is_held_back: bool = False

    def __str__(self) -> str:
        return "" if self.is_held_back else self.row.opened("sealed_text", self.key)
