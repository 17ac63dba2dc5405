"""The letter of a discharge: what it is made from, and the file that is kept."""

from base64 import b64decode
from dataclasses import dataclass, field

from fotfeste.apps.discharge.models import Discharge, DischargeLetter
from fotfeste.apps.vault.sealing import SealingKey


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter as it was made, still sealed. Its name is neutral: it tells nothing of what it is about."""

    name: str
    row: DischargeLetter = field(repr=False)
    key: SealingKey = field(repr=False)

    def content(self) -> bytes:
        """The file itself. Takes no database."""
        return b64decode(self.row.opened("sealed_content", self.key))


def letter_of(row: Discharge, key: SealingKey) -> Letter | None:
    """The letter that was made; None while the worker has not made it."""
    letter = DischargeLetter.objects.filter(discharge=row).first()
    if letter is None:
        return None
    return Letter(f"brev-{row.discharged_on.isoformat()}.pdf", letter, key)
