"""The days are over in which the owner of a log-in could stop another address for it: now it counts."""

from datetime import datetime
from uuid import UUID

from fotfeste.apps.audit.actions import Channel
from fotfeste.apps.caseload.log_in import act_end_of_wait
from fotfeste.apps.caseload.person import Look
from fotfeste.apps.consents.door import OSLO, Denied
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.people.acting import acting
from fotfeste.apps.people.models import NewAddress
from fotfeste.apps.people.new_addresses import end
from fotfeste.domain.log_in import AddressOutcome


def carry(errand: Errand, at: datetime) -> None:
    """Take the address into use as the one who asked; drop it when they may not give log-ins any more."""
    row = NewAddress.objects.select_related("asked_by", "person").get(
        public_id=UUID(str(errand.payload["row"]))
    )
    if row.ended_at is not None:
        return
    on = at.astimezone(OSLO).date()
    by = acting(row.asked_by, on=on) if row.asked_by.is_active else None
    if by is None:
        end(row, AddressOutcome.DROPPED, at=at)
        return
    look = Look(by.through(Channel.JOB, row.public_id), row.person.public_id, at=at, on=on)
    try:
        act_end_of_wait(look, row.public_id)
    except Denied:
        end(row, AddressOutcome.DROPPED, at=at)
