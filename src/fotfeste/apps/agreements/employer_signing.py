"""The employer signs what it was shown, or takes its signature back: through the door, one act, logged."""

from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.agreements import signatures
from fotfeste.apps.agreements.employer_deed import entered_by_employer
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.agreements.identified import SignedBy

SIGNED = Action.AGREEMENT_SIGNED


def act_sign_as_employer(
    acting: Acting, agreement: UUID, *, shown: str, signed_by: SignedBy, at: datetime, on: date
) -> None:
    """Sign the version with this digest. Raises Denied and Refused."""
    with entered_by_employer(acting, agreement, at=at, on=on, action=SIGNED, area="") as deed:
        signatures.sign(deed, shown=shown, signed_by=signed_by)


def act_take_back_as_employer(acting: Acting, agreement: UUID, *, at: datetime, on: date) -> None:
    """Take the employer's signature back, as long as not all have signed. Raises Denied and Refused."""
    with entered_by_employer(acting, agreement, at=at, on=on, action=SIGNED, area="") as deed:
        signatures.take_back(deed)
