"""What meetings have taken up and decided about one person: for those who read the notes, and nobody else."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fotfeste.apps.caseload.person import Header, Look, header_of
from fotfeste.apps.consents.door import opened
from fotfeste.apps.people.models import Unit
from fotfeste.apps.unit_meetings.models import AgendaItem, Decision, NamingStatement
from fotfeste.apps.unit_meetings.naming import namings_of, units_of
from fotfeste.apps.unit_meetings.texts import Sealed
from fotfeste.domain.permissions import Permission
from fotfeste.domain.unit_meeting import UnitMeetingKind

MOST = 50


@dataclass(frozen=True, slots=True)
class TakenUp:
    """Once in a meeting: when, whether named, and what was decided."""

    meeting_kind: str
    held_on: date
    was_named: bool
    decisions: tuple["DecidedAbout", ...]


@dataclass(frozen=True, slots=True)
class DecidedAbout:
    """A decision about the person, opened when it is said."""

    public_id: UUID
    text: Sealed
    responsible: str
    due: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class PersonInMeetings:
    """What has been taken up, the newest first; what the person says of being named, meeting by meeting."""

    header: Header
    taken_up: tuple[TakenUp, ...]
    can_come_up_in: tuple[tuple[UnitMeetingKind, Unit], ...]
    namings: tuple[NamingStatement, ...]


def access_person_in_meetings(look: Look) -> PersonInMeetings:
    """A look at what meetings have said of one person."""
    with opened(
        look.acting,
        look.public_id,
        Permission.NOTE_READ,
        at=look.at,
        purpose=look.purpose,
        area="unit_meetings",
    ) as found:
        person = found.person.pk
        items = AgendaItem.objects.filter(person=person).select_related("meeting")
        decisions = Decision.objects.filter(person=person).select_related("responsible").order_by("pk")
        by_item: dict[int | None, list[DecidedAbout]] = {}
        for row in decisions:
            shown = DecidedAbout(
                public_id=row.public_id,
                text=Sealed(row, found.key),
                responsible=row.responsible.name if row.responsible else "",
                due=row.due,
                done_on=row.done_on,
            )
            by_item.setdefault(row.item_id, []).append(shown)
        rows = items.order_by("-meeting__held_on", "-pk")[:MOST]
        return PersonInMeetings(
            header=header_of(found, on=look.on),
            taken_up=tuple(
                TakenUp(
                    row.meeting.kind,
                    row.meeting.held_on,
                    row.was_named or any(each.was_named for each in decisions if each.item_id == row.pk),
                    tuple(by_item.get(row.pk, [])),
                )
                for row in rows
                if row.pk in by_item or row.put_by_id is not None
            ),
            can_come_up_in=tuple(units_of(person, on=look.on)),
            namings=tuple(namings_of(person)),
        )
