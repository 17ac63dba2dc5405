"""Tasks from meetings, as whoever has them may read them: named where they may know, else as it was."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.consents.together import Together, standing_to
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.unit_meetings.models import Decision
from fotfeste.apps.unit_meetings.naming import Key, those_who_agree
from fotfeste.apps.unit_meetings.room import asked_unit, units_of
from fotfeste.apps.unit_meetings.texts import Sealed, house_key
from fotfeste.domain.meeting_naming import Present, may_hear_the_name
from fotfeste.domain.permissions import Permission, decide

MOST = 20


@dataclass(frozen=True, slots=True)
class Task:
    """One task. `person` and `name` only for one who may know; `line_of_work` where nobody is named."""

    public_id: UUID
    meeting: UUID
    meeting_kind: str
    held_on: date
    text: Sealed
    due: date | None
    person: UUID | None
    name: SealedContact | None
    line_of_work: str


def access_tasks(acting: Acting, *, at: datetime) -> list[Task]:
    """One's own open tasks from meetings, those with a day first. Logged with everybody named."""
    with act():
        rows = list(
            Decision.objects.filter(responsible=acting.account_id, done_on=None)
            .select_related("meeting", "item")
            .order_by(F("due").asc(nulls_last=True), "pk")[:MOST]
        )
        if not rows:
            return []
        people = {row.person_id for row in rows if row.person_id}
        together = standing_to([acting], people, at=at)
        agreeing = those_who_agree(people)
        named = {row.pk for row in rows if _may_know(row, together, agreeing, acting)}
        subjects = {
            together[row.person_id].person.log_id for row in rows if row.pk in named and row.person_id
        }
        record(Entry(Action.UNIT_MEETING_TASKS_SEEN, acting.who, at, subjects=tuple(subjects)))
        return [_task(row, together, is_named=row.pk in named) for row in rows]


def _may_know(row: Decision, together: dict[int, Together], agreeing: set[Key], acting: Acting) -> bool:
    """Who follows the person always; about somebody who was named, also one who may still hear the name."""
    if row.person_id is None:
        return False
    given = together[row.person_id].given[0]
    if decide(given).may(Permission.PERSON_LIST):
        return True
    agrees = (row.person_id, row.meeting.kind, asked_unit(row.meeting)) in agreeing
    present = Present(given, is_of_the_units=acting.unit_id in units_of(row.meeting))
    return row.was_named and may_hear_the_name(present, agrees=agrees)


def _task(row: Decision, together: dict[int, Together], *, is_named: bool) -> Task:
    found = together.get(row.person_id or 0)
    return Task(
        public_id=row.public_id,
        meeting=row.meeting.public_id,
        meeting_kind=row.meeting.kind,
        held_on=row.meeting.held_on,
        text=Sealed(row, found.key if found else house_key(), is_held_back=row.was_named and not is_named),
        due=row.due,
        person=found.person.public_id if found and is_named else None,
        name=found.name if found and is_named else None,
        line_of_work=row.item.line_of_work if row.item and found and not is_named else "",
    )
