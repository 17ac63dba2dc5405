"""A text to an employer leaves: exactly as it was composed, and only if all of it is still agreed.

Just before it leaves the record is opened as the one who queued it, and the agreement is asked once more.
What is withdrawn by then stops it, and the specialist is told on the agenda.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.mail import EmailMessage

from fotfeste.apps.audit.actions import Action, Channel
from fotfeste.apps.audit.ledger import Entry, Who, act, record
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import OSLO, Denied, opened
from fotfeste.apps.disclosure.models import ComposedText, TextState
from fotfeste.apps.disclosure.services.texts import against_leaving, put, stop
from fotfeste.apps.episodes.facts import newest_episodes
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.people.acting import Acting, acting
from fotfeste.apps.people.models import Relation
from fotfeste.apps.people.services import touch
from fotfeste.apps.people.timeline import happened, logged
from fotfeste.domain.permissions import Permission, RelationKind
from fotfeste.domain.purposes import Purpose


@dataclass(frozen=True, slots=True)
class Leaving:
    """What leaves, opened: nothing but this."""

    to: str
    subject: str
    text: str


def carry(errand: Errand, at: datetime) -> None:
    """Send it, or stop it. One that is no longer in the queue has been sent or stopped already."""
    row = ComposedText.objects.select_related("employer", "person", "to_person", "queued_by").get(
        public_id=UUID(str(errand.payload["text"]))
    )
    if row.state != TextState.QUEUED:
        return
    leaving = _checked(row, at)
    if leaving is None:
        return
    EmailMessage(leaving.subject, leaving.text, to=[leaving.to]).send()
    _mark_sent(row, at)


def _checked(row: ComposedText, at: datetime) -> Leaving | None:
    """Opened as the one who queued it; None when it may not leave, and then it is stopped."""
    on, sender = at.astimezone(OSLO).date(), _sender(row, at)
    try:
        if sender is None:
            _stopped(row, at)
            return None
        door = opened(
            sender,
            row.person.public_id,
            Permission.ABOUT_PERSON_CHANGE,
            at=at,
            area="text",
            purpose=_purpose(row),
        )
        with door as found:
            now = ComposedText.objects.select_related("employer", "to_person").get(pk=row.pk)
            now.person = found.person
            address = now.to_person.email if now.to_person else ""
            is_over = now.state != TextState.QUEUED
            if is_over or not address or _is_discharged(now, at) or against_leaving(now, found.key, on=on):
                if not is_over:
                    _stopped_here(Deed(found, by=sender, at=at, on=on), now)
                return None
            subject = now.opened("sealed_subject", found.key)
            return Leaving(address, subject, now.opened("sealed_text", found.key))
    except Denied:
        _stopped(row, at)
        return None


def _stopped_here(deed: Deed, row: ComposedText) -> None:
    """The agreement has changed since it was queued."""
    stop(row, on=deed.on)
    logged(Action.TEXT_STOPPED, by=deed.by, at=deed.at, about=deed.person)
    deed.done("text.stopped")


def _sender(row: ComposedText, at: datetime) -> Acting | None:
    on = at.astimezone(OSLO).date()
    if row.queued_by is None or not row.queued_by.is_active:
        return None
    who = acting(row.queued_by, on=on, membership=row.queued_role)
    return who.through(Channel.JOB, row.public_id) if who else None


def _purpose(row: ComposedText) -> str:
    """A stand-in covers for a colleague; everybody else's relation says why."""
    stand_in = Relation.objects.filter(
        person=row.person_id, account=row.queued_by_id, kind=RelationKind.STAND_IN, ended_at=None
    )
    return Purpose.COVERS_FOR_COLLEAGUE if stand_in.exists() else ""


def _is_discharged(row: ComposedText, at: datetime) -> bool:
    """Nothing leaves for somebody whose course is over."""
    episode = newest_episodes([row.person_id]).get(row.person_id)
    ended = episode.discharged_on if episode else None
    return ended is not None and ended <= at.astimezone(OSLO).date()


def _stopped(row: ComposedText, at: datetime) -> None:
    """The one who queued it may not send it any more."""
    on = at.astimezone(OSLO).date()
    with act():
        stop(row, on=on)
        who = Who(row.queued_by.public_id if row.queued_by else None, channel=Channel.JOB)
        record(Entry(Action.TEXT_STOPPED, who, at, subject=row.person.log_id))
        touch(row.person, on=on)


def _mark_sent(row: ComposedText, at: datetime) -> None:
    on, sender = at.astimezone(OSLO).date(), _sender(row, at)
    with act():
        now = ComposedText.objects.select_related("person").get(pk=row.pk)
        now.sent_on = on
        put(now, TextState.SENT, "sent_on")
        if sender is not None:
            happened(now.person, "text.sent", on=on, by=sender, at=at)
            record(Entry(Action.TEXT_SENT, sender.who, at, subject=now.person.log_id))
        touch(now.person, on=on)
