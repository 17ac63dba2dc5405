"""The signed consent as a document: handed out through the door, each time anew, and logged as a look."""

from base64 import b64decode
from dataclasses import dataclass, field
from uuid import UUID

from fotfeste.apps.consents.door import Found
from fotfeste.apps.consents.models import ConsentDocument
from fotfeste.apps.vault.sealing import SealingKey


@dataclass(frozen=True, slots=True)
class SignedDocument:
    """A document, still sealed. `name` is neutral: it tells nothing of whom or what it is about."""

    name: str
    row: ConsentDocument = field(repr=False)
    key: SealingKey = field(repr=False)

    def content(self) -> bytes:
        """The file itself. Takes no database."""
        return b64decode(self.row.opened("sealed_content", self.key))


def document_of(found: Found, statement: UUID) -> SignedDocument | None:
    """The document of one of this person's statements; None when it is not theirs, or not made yet."""
    rows = ConsentDocument.objects.filter(person=found.person, statement__public_id=statement)
    row = rows.select_related("statement").first()
    if row is None:
        return None
    return SignedDocument(f"dokument-{row.statement.stated_on.isoformat()}.pdf", row, found.key)
