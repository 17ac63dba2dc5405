"""Signing together: the jobseeker signs on the specialist's device, which opens nothing else meanwhile."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hmac import compare_digest
from uuid import UUID

from django.db.models import F

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.caseload.person import Header, Look, header_of
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found, opened
from fotfeste.apps.consents.models import ConsentStatement, SigningTogether
from fotfeste.apps.consents.selectors import all_consents
from fotfeste.apps.consents.services.signing import Signature, Way, sign_consent
from fotfeste.apps.people.models import Account
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.people.timeline import logged
from fotfeste.apps.vault.keyring import key_ring
from fotfeste.apps.vault.sealing import blind_index
from fotfeste.domain.consent import Given, Identified
from fotfeste.domain.permissions import Permission

LASTS = timedelta(minutes=20)
"""From the specialist hands over the device until nothing more can be signed on it. Our own choice."""
MOST_TRIES = 5


class Over(Exception):  # says what has happened
    """The signing is over: handed back, timed out, too many tries, or the wrong person."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the specialist and the jobseeker have agreed on, to be typed by each."""

    birth_day: date
    word: str

    def fingerprint(self, signing: UUID) -> bytes:
        """Keyed, and only good for this one signing."""
        word = " ".join(self.word.casefold().split())
        said = f"{signing.hex}\0{self.birth_day.isoformat()}\0{word}"
        return blind_index(key_ring().index_key, "signing-together", said)


@dataclass(frozen=True, slots=True)
class Signing:
    """What the page on the device shows: a name, whether there is a log-in, the answers so far."""

    row: SigningTogether
    name: SealedContact = field(repr=False)
    log_in: Account | None
    statements: list[ConsentStatement]


def act_open_signing(look: Look, agreed: Agreed | None) -> UUID:
    """Make ready for the person to sign here. With nothing agreed, they confirm with their own password."""
    with _opened(look, Action.SIGNING_OPENED) as found:
        row = SigningTogether(
            person=found.person,
            opened_by_id=look.acting.account_id,
            opened_at=look.at,
            ends_at=look.at + LASTS,
        )
        row.fingerprint = agreed.fingerprint(row.public_id) if agreed else None
        row.save()
        return row.public_id


def signing_of(account: int, public_id: UUID) -> SigningTogether | None:
    """The signing that this log-in is locked to; whether it is still open, it says itself."""
    rows = SigningTogether.objects.select_related("person")
    return rows.filter(opened_by_id=account, public_id=public_id).first()


def is_open(row: SigningTogether, *, at: datetime) -> bool:
    """Whether anything can still be signed."""
    return row.closed_at is None and at < row.ends_at


def access_signing(look: Look, row: SigningTogether) -> Signing:
    """What the page shows. Answers are told only to one who is identified."""
    with opened(
        look.acting,
        look.public_id,
        Permission.ABOUT_PERSON_CHANGE,
        at=look.at,
        purpose=look.purpose,
        area="signing",
    ) as found:
        return Signing(
            row=row,
            name=SealedContact(found.person, found.key),
            log_in=Account.objects.filter(person=found.person, is_active=True).first(),
            statements=all_consents(found.person) if row.identified_at else [],
        )


def access_before_signing(look: Look) -> tuple[Header, Account | None]:
    """What the specialist sees before the device is handed over."""
    with opened(
        look.acting,
        look.public_id,
        Permission.ABOUT_PERSON_CHANGE,
        at=look.at,
        purpose=look.purpose,
        area="signing",
    ) as found:
        return header_of(found, on=look.on), Account.objects.filter(
            person=found.person, is_active=True
        ).first()


def agrees(row: SigningTogether, typed: Agreed) -> bool:
    """Whether the jobseeker has typed what was agreed."""
    kept = bytes(row.fingerprint or b"")
    return bool(kept) and compare_digest(kept, typed.fingerprint(row.public_id))


def act_identify(row: SigningTogether, how: Identified, *, at: datetime) -> None:
    """The jobseeker is known. Raises Over when it is too late."""
    fresh = SigningTogether.objects.filter(pk=row.pk, closed_at=None, ends_at__gt=at)
    if not fresh.update(identified_at=at, identified_by=how, fingerprint=None):
        raise Over


def act_failed_try(look: Look, row: SigningTogether) -> None:
    """What was typed was wrong. After some tries the signing is over. Raises Over then."""
    SigningTogether.objects.filter(pk=row.pk).update(tries=F("tries") + 1)
    row.refresh_from_db(fields=["tries"])
    if row.tries >= MOST_TRIES:
        act_close(look, row, "too_many_tries")
        raise Over


def act_sign_together(look: Look, row: SigningTogether, signature: Signature) -> ConsentStatement:
    """The jobseeker answers on this device. Raises Over when the signing is over, Changed as when alone."""
    with _opened(look, Action.CONSENT_SIGNED_TOGETHER) as found:
        held = SigningTogether.objects.select_for_update().get(pk=row.pk)
        if not is_open(held, at=look.at) or held.identified_at is None:
            raise Over
        way = Way(Given.SPECIALIST_DEVICE, Identified(held.identified_by), look.acting.account_id)
        return sign_consent(Deed(found, by=look.acting, at=look.at, on=look.on), signature, way=way)


def act_close(look: Look, row: SigningTogether, kind: str) -> None:
    """The signing is over, for whatever reason; what was agreed for it is forgotten. Closed once."""
    still_open = SigningTogether.objects.filter(pk=row.pk, closed_at=None)
    with act():
        if still_open.update(closed_at=look.at, close_kind=kind, fingerprint=None):
            logged(
                Action.SIGNING_ENDED,
                by=look.acting,
                at=look.at,
                about=row.person,
                object_type="signing",
                object_id=row.public_id,
                area=kind,
            )


def _opened(look: Look, action: Action) -> AbstractContextManager[Found]:
    return opened(
        look.acting,
        look.public_id,
        Permission.ABOUT_PERSON_CHANGE,
        at=look.at,
        action=action,
        purpose=look.purpose,
    )
