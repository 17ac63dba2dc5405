"""Before a meeting: those one follows, whether each would be named, and what stands there of them already.

Only for the one who follows them, and never on the meeting's own page.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import act, record
from fotfeste.apps.caseload.mine import caseload_of
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.unit_meetings.door import entry, open_meeting
from fotfeste.apps.unit_meetings.models import AgendaItem, UnitMeeting
from fotfeste.apps.unit_meetings.room import room_of
from fotfeste.domain.permissions import Role


@dataclass(frozen=True, slots=True)
class Mine:
    """One of those one follows. `on_agenda` are the kinds of items they stand under, named or not."""

    public_id: UUID
    name: SealedContact
    would_be_named: bool
    on_agenda: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preparing:
    """The meeting, and those one can put on its agenda."""

    meeting: UnitMeeting
    mine: tuple[Mine, ...]


def access_preparing(acting: Acting, meeting: UUID, *, at: datetime, on: date) -> Preparing:
    """A look at one's own caseload, for a meeting. Logged with everybody named."""
    with act():
        row = open_meeting(acting, meeting)
        people = caseload_of(acting, on=on, purposes={}) if acting.role is Role.EMPLOYMENT_SPECIALIST else []
        own = [each for each in people if not each.is_stand_in]
        room = room_of(row, [each.row for each in own], reader=acting, at=at, on=on)
        there = AgendaItem.objects.filter(meeting=row, taken_off_on=None, person__in=room.people)
        kinds = list(there.values_list("person_id", "kind"))
        subjects = tuple(each.log_id for each in own)
        record(entry(Action.UNIT_MEETING_SEEN, acting, row, at, area="preparing", subjects=subjects))
        return Preparing(
            meeting=row,
            mine=tuple(
                Mine(
                    public_id=each.public_id,
                    name=each.name,
                    would_be_named=each.row in room.named,
                    on_agenda=tuple(kind for person, kind in kinds if person == each.row),
                )
                for each in own
            ),
        )
