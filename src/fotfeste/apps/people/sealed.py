"""A text that is still sealed, together with what opens it: read in the transaction, opened after it."""

from dataclasses import dataclass, field

from fotfeste.apps.people.models import Person
from fotfeste.apps.people.records import Contact, contact_of
from fotfeste.apps.people.rows import SealedRow
from fotfeste.apps.vault.sealing import SealingKey


@dataclass(frozen=True, slots=True)
class Sealed:
    """One sealed column of one row. Saying it as a string opens it; that takes no database."""

    row: SealedRow | Person
    column: str
    key: SealingKey = field(repr=False)

    def __str__(self) -> str:
        return self.row.opened(self.column, self.key)

    def __bool__(self) -> bool:
        return bool(getattr(self.row, self.column))


@dataclass(frozen=True, slots=True)
class SealedContact:
    """How a person is named and reached; opened only when it is said, for a protected person."""

    person: Person = field(repr=False)
    key: SealingKey = field(repr=False)

    def __str__(self) -> str:
        return self.contact.name

    @property
    def contact(self) -> Contact:
        """Name, phone and e-mail."""
        return contact_of(self.person, self.key)
