"""The meeting's page: the same for everybody who may open it. What not all may know is not in it at all.

A jobseeker is named only when the person agrees and everybody there may know; else an item says no more than
which kind of work, and a text that was written while the name stood there is held back.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.unit_meetings.door import IN_THE_TEAM, entry, meeting_for, meetings_of
from fotfeste.apps.unit_meetings.models import AgendaItem, Decision, UnitMeeting
from fotfeste.apps.unit_meetings.room import Attendant, Room, room_of
from fotfeste.apps.unit_meetings.texts import Sealed, key_in
from fotfeste.domain.unit_meeting import AgendaKind

_ORDER = {kind: place for place, kind in enumerate(AgendaKind)}
A_PAGE = 20


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """A decision as everybody there may read it."""

    public_id: UUID
    text: Sealed
    responsible: str
    due: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class ItemShown:
    """An item as everybody there may read it. `name` is None where nobody is named.

    `put_by` is who takes it up. `before` is what was decided about a named person last time.
    """

    public_id: UUID
    kind: AgendaKind
    name: SealedContact | None
    line_of_work: str
    employer: str
    employer_id: UUID | None
    number: int | None
    why: dict[str, object]
    put_by: str
    text: Sealed
    decisions: tuple[DecisionShown, ...]
    before: tuple[DecisionShown, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """One meeting, its room, its agenda in order, and what was decided without an item."""

    meeting: UnitMeeting
    attendants: tuple[Attendant, ...]
    items: tuple[ItemShown, ...]
    decisions: tuple[DecisionShown, ...]
    may_change: bool
    may_call: bool


def access_meetings(acting: Acting, *, at: datetime) -> list[UnitMeeting]:
    """The meetings of one's own unit, the newest first. Nobody's name stands in the list."""
    with act():
        record(entry_of_list(acting, at))
        return list(meetings_of(acting).order_by("-held_on", "-pk")[:A_PAGE])


def access_meeting(acting: Acting, public_id: UUID, *, at: datetime, on: date) -> MeetingPage:
    """One meeting. Logged with everybody who is named in it."""
    with act():
        meeting = meeting_for(acting, public_id)
        items = list(
            AgendaItem.objects.filter(meeting=meeting, taken_off_on=None)
            .select_related("employer", "put_by")
            .order_by("pk")
        )
        people = {row.person_id for row in items if row.person_id}
        room = room_of(meeting, people, reader=acting, at=at, on=on)
        decisions = _decisions(Decision.objects.filter(meeting=meeting))
        before = _before(meeting, room)
        named = tuple(room.people[person].person.log_id for person in room.named)
        record(entry(Action.UNIT_MEETING_SEEN, acting, meeting, at, subjects=named))
        return MeetingPage(
            meeting=meeting,
            attendants=room.attendants,
            items=tuple(_item(row, room, decisions, before) for row in _in_order(items)),
            decisions=_shown(decisions[None], room),
            may_change=meeting.closed_on is None,
            may_call=acting.role in IN_THE_TEAM,
        )


def entry_of_list(acting: Acting, at: datetime) -> Entry:
    """The log's line about the list of meetings."""
    return Entry(Action.UNIT_MEETINGS_SEEN, acting.who, at, object_type="unit", object_id=acting.unit)


def _item(
    row: AgendaItem,
    room: Room,
    decisions: dict[int | None, list[Decision]],
    before: dict[int, list[Decision]],
) -> ItemShown:
    is_named = row.person_id is not None and row.wants_name and row.person_id in room.named
    return ItemShown(
        public_id=row.public_id,
        kind=AgendaKind(row.kind),
        name=room.people[row.person_id].name if is_named and row.person_id else None,
        line_of_work=row.line_of_work if row.person_id and not is_named else "",
        employer=row.employer.name if row.employer else "",
        employer_id=row.employer.public_id if row.employer else None,
        number=row.number,
        why=row.why,
        put_by=row.put_by.name if row.put_by else "",
        text=Sealed(row, key_in(room, row.person_id), is_held_back=row.was_named and not is_named),
        decisions=_shown(decisions[row.pk], room, is_named=is_named),
        before=_shown(before.get(row.person_id, []), room, is_named=True) if is_named else (),  # type: ignore[arg-type]  # a named item has its person
    )


def _shown(rows: Iterable[Decision], room: Room, *, is_named: bool = False) -> tuple[DecisionShown, ...]:
    return tuple(
        DecisionShown(
            public_id=row.public_id,
            text=Sealed(row, key_in(room, row.person_id), is_held_back=row.was_named and not is_named),
            responsible=row.responsible.name if row.responsible else "",
            due=row.due,
            done_on=row.done_on,
        )
        for row in rows
    )


def _decisions(rows: QuerySet[Decision]) -> dict[int | None, list[Decision]]:
    found: dict[int | None, list[Decision]] = defaultdict(list)
    for row in rows.select_related("responsible").order_by("pk"):
        found[row.item_id].append(row)
    return found


def _before(meeting: UnitMeeting, room: Room) -> dict[int, list[Decision]]:
    """What the last finished meeting of this kind decided about each of those who are named now."""
    rows = Decision.objects.filter(
        person__in=room.named,
        meeting__kind=meeting.kind,
        meeting__team=meeting.team_id,
        meeting__treatment_team=meeting.treatment_team_id,
        meeting__held_on__lte=meeting.held_on,
        meeting__closed_on__isnull=False,
    ).exclude(meeting=meeting)
    found: dict[int, list[Decision]] = defaultdict(list)
    for row in rows.select_related("responsible").order_by("-meeting__held_on", "-pk"):
        assert row.person_id is not None  # noqa: S101  # filtered by it
        if len(found[row.person_id]) < 3:
            found[row.person_id].append(row)
    return found


def _in_order(items: Sequence[AgendaItem]) -> list[AgendaItem]:
    return sorted(items, key=lambda row: (_ORDER[AgendaKind(row.kind)], row.pk))
