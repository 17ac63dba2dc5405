"""The sealed document of a version: handed out through the door, each time anew, and logged as a look."""

from base64 import b64decode
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from fotfeste.apps.agreements.models import AgreementDocument
from fotfeste.apps.agreements.newest import agreement_called
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.door import opened
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.permissions import Permission


@dataclass(frozen=True, slots=True)
class SealedAgreement:
    """A document, still sealed with the person's key. `name` tells nothing of whom it is about."""

    name: str
    row: AgreementDocument = field(repr=False)
    key: SealingKey = field(repr=False)

    def content(self) -> bytes:
        """The file itself. Takes no database."""
        return b64decode(self.row.opened("sealed_content", self.key))


def access_document(
    acting: Acting, public_id: UUID, number: int, *, at: datetime, agreement: UUID | None = None
) -> SealedAgreement | None:
    """The document of one version of the agreement that counts, or of an earlier. None: it is not made."""
    action = Action.AGREEMENT_DOCUMENT_TAKEN
    with opened(acting, public_id, Permission.AGREEMENT_READ, at=at, action=action) as found:
        of = agreement_called(found.person, agreement)
        rows = AgreementDocument.objects.filter(text__agreement=of, text__number=number)
        row = rows.select_related("text").first()
        if row is None:
            return None
        return SealedAgreement(f"avtale-versjon-{row.text.number}.pdf", row, found.key)
