"""The jobseeker's own consents: read, signed, withdrawn, and the documents of what was signed."""

from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.around.own import own_record
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.documents import SignedDocument, document_of
from fotfeste.apps.consents.models import ConsentStatement
from fotfeste.apps.consents.selectors import all_consents
from fotfeste.apps.consents.services.signing import ON_OWN_LOGIN, Signature, sign_consent
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.permissions import Permission


def access_my_consents(acting: Acting, *, at: datetime) -> list[ConsentStatement]:
    """Everything one has said of consent, the newest first."""
    with own_record(acting, Permission.CONSENT_READ, at=at, area="consents") as found:
        return all_consents(found.person)


def act_sign(acting: Acting, signature: Signature, *, at: datetime, on: date) -> ConsentStatement:
    """Answer a consent on one's own log-in. Raises Changed when what was read is not what stands."""
    with own_record(acting, Permission.CONSENT_SIGN, at=at, action=Action.CONSENT_SIGNED) as found:
        deed = Deed(found, by=acting, at=at, on=on)
        return sign_consent(deed, signature, way=ON_OWN_LOGIN)


def access_my_document(acting: Acting, statement: UUID, *, at: datetime) -> SignedDocument | None:
    """The signed document, or None when there is none (yet)."""
    action = Action.CONSENT_DOCUMENT_TAKEN
    with own_record(acting, Permission.CONSENT_READ, at=at, action=action) as found:
        return document_of(found, statement)
