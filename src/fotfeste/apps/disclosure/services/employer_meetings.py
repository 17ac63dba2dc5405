"""A meeting with an employer and the person: a contact that was clarified first, with an hour and a place."""

from datetime import date
from uuid import UUID

from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.disclosure.models import ContactState, EmployerContact
from fotfeste.apps.disclosure.services.contacts import agree_contact
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.episodes.models import Meeting, MeetingKind
from fotfeste.apps.episodes.services.meetings import Around, plan_meeting
from fotfeste.apps.people.services import touch
from fotfeste.domain.employer_contact import ContactWay
from fotfeste.domain.startup import PlaceKind


def plan_employer_meeting(
    deed: Deed, employer: Employer, *, day: date, place_kind: PlaceKind, around: Around
) -> Meeting:
    """Agree on it. Refused until the person has said what this employer may be told (I-4.3c)."""
    contact = agree_contact(deed, employer, way=ContactWay.MEETING, day=day)
    kind = MeetingKind.EMPLOYER
    contact.meeting = plan_meeting(deed, day=day, place_kind=place_kind, around=around, kind=kind)
    contact.save(update_fields=["meeting"])
    return contact.meeting


def follow_meeting(deed: Deed, meeting: UUID | None) -> None:
    """After the meeting was moved, held, missed, called off or undone, the contact is as the meeting is."""
    if meeting is None:
        return
    rows = EmployerContact.objects.filter(person=deed.person, meeting__public_id=meeting)
    contact = rows.select_related("meeting").first()
    if contact is None or contact.meeting is None:
        return
    row = contact.meeting
    contact.planned_on = row.held_on
    contact.held_on = row.held_on if row.is_held else None
    contact.state = ContactState.HELD if row.is_held else ContactState.CALLED_OFF
    if row.is_planned:
        contact.state = ContactState.AGREED
    contact.version += 1
    contact.save(update_fields=["planned_on", "held_on", "state", "version"])
    touch(deed.person, on=deed.on)
