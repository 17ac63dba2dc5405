"""The employer signs what it was shown, or takes its signature back: through the door, one act, logged."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.agreements import signatures
from fotfeste.apps.agreements.employer_view import agreement_entered, person_of
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import opened
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.agreements.identified import SignedBy
from fotfeste.domain.permissions import Permission


def act_sign_as_employer(
    acting: Acting, agreement: UUID, *, shown: str, signed_by: SignedBy, at: datetime, on: date
) -> None:
    """Sign the version with this digest. Raises Denied and Refused."""
    with _entered(acting, agreement, at=at, on=on) as deed:
        signatures.sign(deed, shown=shown, signed_by=signed_by)


def act_take_back_as_employer(acting: Acting, agreement: UUID, *, at: datetime, on: date) -> None:
    """Take the employer's signature back, as long as not all have signed. Raises Denied and Refused."""
    with _entered(acting, agreement, at=at, on=on) as deed:
        signatures.take_back(deed)


@contextmanager
def _entered(acting: Acting, agreement: UUID, *, at: datetime, on: date) -> Iterator[Deed]:
    person = person_of(acting, agreement, at=at)
    door = opened(acting, person, Permission.EMPLOYER_AGREEMENT_CHANGE, at=at, action=Action.AGREEMENT_SIGNED)
    with door as found:
        agreement_entered(found, acting, agreement, at=at, on=on)
        yield Deed(found, by=acting, at=at, on=on)
