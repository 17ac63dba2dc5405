"""Who is in the room, and who may be named before all of them. Asked anew at every look.

The one who reads counts as being there: minutes tell nobody more than the meeting would have.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.consents.together import Together, standing_to
from fotfeste.apps.people.acting import Acting, acting_in
from fotfeste.apps.unit_meetings.models import Attendance, UnitMeeting
from fotfeste.apps.unit_meetings.naming import those_who_agree
from fotfeste.domain.meeting_naming import Present, may_be_named
from fotfeste.domain.unit_meeting import UnitMeetingKind


@dataclass(frozen=True, slots=True)
class Attendant:
    """Somebody in the meeting, as the page names them."""

    public_id: UUID
    membership: UUID
    account_id: int
    name: str
    unit_name: str
    role: str


@dataclass(frozen=True, slots=True)
class Room:
    """Those who are there, the persons who come up, and which of them are named."""

    attendants: tuple[Attendant, ...]
    people: dict[int, Together]
    named: frozenset[int]

    def key_of(self, person: int) -> Together:
        """The person behind an item."""
        return self.people[person]


def units_of(meeting: UnitMeeting) -> frozenset[int]:
    """The units whose meeting it is (row ids)."""
    return frozenset(unit for unit in (meeting.team_id, meeting.treatment_team_id) if unit)


def asked_unit(meeting: UnitMeeting) -> int:
    """The unit that a person's yes must be about."""
    is_treatment = meeting.kind == UnitMeetingKind.TREATMENT_TEAM
    return meeting.treatment_team_id or meeting.team_id if is_treatment else meeting.team_id


def room_of(meeting: UnitMeeting, people: Iterable[int], *, reader: Acting, at: datetime, on: date) -> Room:
    """The room as it is now. Eight statements, however many are there and come up."""
    there = Attendance.objects.filter(meeting=meeting).values_list("membership", flat=True)
    here = acting_in(there, on=on)
    everybody = here if any(_same(each, reader) for each in here) else [*here, reader]
    found = standing_to(everybody, set(people), at=at)
    agreeing = {
        person
        for person, kind, unit in those_who_agree(found)
        if (kind, unit) == (meeting.kind, asked_unit(meeting))
    }
    named = (
        person
        for person, each in found.items()
        if _is_named(meeting, each, everybody, agrees=person in agreeing)
    )
    return Room(tuple(map(_attendant, here)), found, frozenset(named))


def _is_named(meeting: UnitMeeting, each: Together, everybody: list[Acting], *, agrees: bool) -> bool:
    if each.owning_unit_id != meeting.team_id:
        return False
    units = units_of(meeting)
    present = [
        Present(given, is_of_the_units=actor.unit_id in units)
        for given, actor in zip(each.given, everybody, strict=True)
    ]
    return may_be_named(present, agrees=agrees, has_guests=bool(meeting.guests))


def _same(one: Acting, other: Acting) -> bool:
    return one.account_id == other.account_id and one.membership == other.membership


def _attendant(actor: Acting) -> Attendant:
    return Attendant(
        public_id=actor.account,
        membership=actor.membership or actor.account,
        account_id=actor.account_id,
        name=actor.name,
        unit_name=actor.unit_name,
        role=actor.role,
    )
