"""The jobseeker lets the own employment specialist read the agreement, and takes it back.

It is about one agreement: the next one is not shared before the jobseeker says so again. Nobody else around
the person is let in, and the specialist changes nothing.
"""

from datetime import datetime
from uuid import UUID

from fotfeste.apps.agreements.models import SharedWithSpecialist
from fotfeste.apps.agreements.newest import agreement_asked, agreement_of
from fotfeste.apps.agreements.shared import is_shared, shared_rows
from fotfeste.apps.agreements.text_seen import TextSeen, text_seen
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, record, refused
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.door import Denied, opened
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.permissions import Decision, Permission
from fotfeste.domain.verdict import because

AREA = "shared"
_OURS = "house §agreements"


def share(deed: Deed) -> None:
    """From now on the specialist reads it. Raises Refused when there is none, or it is shared already."""
    agreement = agreement_asked(deed.found)
    if is_shared(deed.person):
        refuse((because("agreement.shared-already", _OURS),))
    SharedWithSpecialist.objects.create(person=deed.person, agreement=agreement, from_day=deed.on)
    deed.done("agreement.shared")


def stop_sharing(deed: Deed) -> None:
    """From this moment the specialist reads nothing of it. Raises Refused when it is not shared."""
    if not is_shared(deed.person):
        refuse((because("agreement.not-shared", _OURS),))
    shared_rows(deed.person).update(until_day=deed.on)
    deed.done("agreement.no-longer-shared")


def access_shared_text(acting: Acting, public_id: UUID, *, at: datetime, purpose: str = "") -> TextSeen:
    """The text, for specialist and stand-in. Raises Denied: not shared and not there look the same."""
    action, permission = Action.AGREEMENT_SEEN, Permission.AGREEMENT_SHARED_READ
    with opened(acting, public_id, permission, at=at, action=action, purpose=purpose, area=AREA) as found:
        agreement = agreement_of(found.person)
        if agreement is None or not is_shared(found.person):
            code = "access.not-this-part"
            entry = Entry(action, acting.who, at, subject=found.person.log_id, area=AREA, purpose=purpose)
            record(refused(entry, code))
            raise Denied(Decision(reason_code=code, may_know=True))
        return text_seen(found, agreement, at=at)
