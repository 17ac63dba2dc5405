"""A person's consents as those read them who may: specialist, stand-in, supervisor; and the documents."""

from dataclasses import dataclass
from uuid import UUID

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.caseload.person import Header, Look, header_of
from fotfeste.apps.consents.documents import SignedDocument, document_of
from fotfeste.apps.consents.door import opened
from fotfeste.apps.consents.models import ConsentStatement
from fotfeste.apps.consents.selectors import all_consents
from fotfeste.apps.economy.models import NavRegistration
from fotfeste.apps.economy.selectors import registration_of
from fotfeste.apps.people.models import Account
from fotfeste.domain.permissions import Permission


@dataclass(frozen=True, slots=True)
class Consents:
    """Everything that was said, the newest first; whether NAV's archive comes into it."""

    header: Header
    statements: list[ConsentStatement]
    registration: NavRegistration | None
    has_log_in: bool


def access_consents(look: Look) -> Consents:
    """The consents of one person."""
    with opened(
        look.acting,
        look.public_id,
        Permission.CONSENT_READ,
        at=look.at,
        purpose=look.purpose,
        area="consents",
    ) as found:
        return Consents(
            header=header_of(found, on=look.on),
            statements=all_consents(found.person),
            registration=registration_of(found.person) if found.may(Permission.ECONOMY_READ) else None,
            has_log_in=Account.objects.filter(person=found.person, is_active=True).exists(),
        )


def access_document(look: Look, statement: UUID) -> SignedDocument | None:
    """A signed document, handed out as the door stands right now; None when there is none (yet)."""
    with opened(
        look.acting,
        look.public_id,
        Permission.CONSENT_READ,
        at=look.at,
        purpose=look.purpose,
        action=Action.CONSENT_DOCUMENT_TAKEN,
    ) as found:
        return document_of(found, statement)
