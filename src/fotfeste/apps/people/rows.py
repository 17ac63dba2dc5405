"""What every row about a person has: an id for the outside, its person, texts sealed with their key.

A row that may be about nobody (an item of a meeting) has the same, with a key of the house instead.
"""

import uuid

from django.db import models

from fotfeste.apps.vault.sealing import Place, SealingKey


class SealedRow(models.Model):
    """A row with sealed texts. `public_id` is made before the insert and bound into what is sealed."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True

    def seal(self, column: str, text: str, key: SealingKey) -> None:
        """Put a text in a sealed column. An empty text is kept as nothing."""
        setattr(self, column, key.seal(text, self._place(column)) if text else b"")

    def opened(self, column: str, key: SealingKey) -> str:
        """The text of a sealed column. Raises CannotOpen when it was sealed for another row or key."""
        sealed = bytes(getattr(self, column))
        return key.open(sealed, self._place(column)) if sealed else ""

    def _place(self, column: str) -> Place:
        return Place(self._meta.db_table, column, self.public_id.hex)


class PersonRow(SealedRow):
    """A row of one person, whose key its texts are sealed with."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT)

    class Meta:
        abstract = True
