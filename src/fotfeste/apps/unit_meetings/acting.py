"""What is done in a meeting: putting something on the agenda, deciding in one line, finishing the minutes."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import act, record
from fotfeste.apps.consents.door import Denied, opened
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.apps.people.timeline import happened
from fotfeste.apps.unit_meetings.door import entry, item_of, open_meeting
from fotfeste.apps.unit_meetings.models import AgendaItem, Decision, UnitMeeting
from fotfeste.apps.unit_meetings.room import Room, room_of
from fotfeste.apps.unit_meetings.texts import key_in
from fotfeste.domain.permissions import Decision as Answer
from fotfeste.domain.permissions import Permission
from fotfeste.domain.unit_meeting import AgendaKind, DecisionFacts, LineOfWork, may_be_decided
from fotfeste.domain.verdict import Refused, because

_HOUSE = "house §unit-meeting"


@dataclass(frozen=True, slots=True)
class ToTakeUp:
    """Something for the agenda: a jobseeker, an employer, a lead, a number of patients, or anything else."""

    kind: AgendaKind
    text: str = ""
    person: UUID | None = None
    employer: UUID | None = None
    number: int | None = None
    wants_name: bool = True
    line_of_work: LineOfWork = LineOfWork.ANY


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as it was typed."""

    text: str
    responsible: UUID | None = None
    due: date | None = None


def act_put_on(acting: Acting, meeting: UUID, what: ToTakeUp, *, at: datetime, on: date) -> AgendaItem:
    """Put something on the agenda. Raises Refused with every reason."""
    with act():
        row = open_meeting(acting, meeting)
        person = _followed(acting, what.person, at=at) if what.person else None
        room = room_of(row, [person.pk] if person else [], reader=acting, at=at, on=on)
        is_named = person is not None and what.wants_name and person.pk in room.named
        names = (str(room.people[person.pk].name),) if person and not is_named else ()
        if against := may_be_decided(DecisionFacts(what.text, names=names, has_responsible=False), on=on):
            raise Refused(against)
        item = _row_for(row, what, person)
        item.put_by_id = acting.account_id
        item.wants_name, item.was_named, item.taken_off_on = what.wants_name, is_named, None
        item.number, item.line_of_work = what.number, what.line_of_work
        item.seal("sealed_text", what.text, key_in(room, person.pk if person else None))
        item.save()
        record(entry(Action.UNIT_MEETING_RECORDED, acting, row, at, area="put_on"))
        return item


def act_take_off(acting: Acting, meeting: UUID, item: UUID, *, at: datetime, on: date) -> None:
    """Not to be taken up after all. What was decided about it stays."""
    with act():
        row = open_meeting(acting, meeting)
        AgendaItem.objects.filter(pk=item_of(row, item).pk).update(taken_off_on=on)
        record(entry(Action.UNIT_MEETING_RECORDED, acting, row, at, area="taken_off"))


def act_decide(
    acting: Acting, meeting: UUID, item: UUID | None, decided: Decided, *, at: datetime, on: date
) -> Decision:
    """Write a decision. About a named person it is on their timeline; about an unnamed one it is not."""
    with act():
        row = open_meeting(acting, meeting)
        about = item_of(row, item) if item else None
        person = about.person_id if about else None
        room = room_of(row, [person] if person else [], reader=acting, at=at, on=on)
        is_named = about is not None and about.wants_name and person in room.named
        responsible = _responsible(room, decided.responsible)
        facts = DecisionFacts(
            text=decided.text,
            has_responsible=decided.responsible is not None,
            responsible_comes=responsible is not None,
            due=decided.due,
            names=(str(room.people[person].name),) if person and not is_named else (),
        )
        if against := may_be_decided(facts, on=on):
            raise Refused(against)
        made = Decision(
            meeting=row,
            item=about,
            person_id=person,
            was_named=is_named,
            decided_on=on,
            written_by_id=acting.account_id,
            responsible_id=responsible,
            due=decided.due,
        )
        made.seal("sealed_text", decided.text, key_in(room, person))
        made.save()
        _remember(acting, row, room, person if is_named else None, at=at, on=on)
        return made


def act_done(acting: Acting, decision: UUID, *, at: datetime, on: date) -> None:
    """A task is done. Only whoever has it can say so; saying it twice changes nothing."""
    with act():
        row = Decision.objects.filter(public_id=decision, responsible=acting.account_id).first()
        if row is None:
            raise Denied(Answer(reason_code="access.no-such-person"))
        open_ones = Decision.objects.filter(pk=row.pk, done_on=None)
        open_ones.update(done_on=on, version=F("version") + 1)
        record(entry(Action.UNIT_MEETING_RECORDED, acting, row.meeting, at, area="task_done"))


def act_close(acting: Acting, meeting: UUID, *, version: int, at: datetime, on: date) -> None:
    """The minutes are finished. Tasks go on; nothing more is written in them."""
    with act():
        row = open_meeting(acting, meeting, version=version)
        UnitMeeting.objects.filter(pk=row.pk).update(
            closed_on=on, closed_by=acting.account_id, version=F("version") + 1
        )
        record(entry(Action.UNIT_MEETING_RECORDED, acting, row, at, area="closed"))


def _followed(acting: Acting, person: UUID, *, at: datetime) -> Person:
    """The jobseeker, through their own door: only who follows them puts them on an agenda."""
    action = Action.UNIT_MEETING_RECORDED
    with opened(acting, person, Permission.ABOUT_PERSON_CHANGE, at=at, action=action) as found:
        return found.person


def _row_for(meeting: UnitMeeting, what: ToTakeUp, person: Person | None) -> AgendaItem:
    """A new row; or the one the rules put there, or that was taken off. Refused when it is there already."""
    employer = (
        Employer.objects.filter(team=meeting.team_id, public_id=what.employer).first()
        if what.employer
        else None
    )
    rows = AgendaItem.objects.filter(meeting=meeting, kind=what.kind)
    there = None
    if person is not None:
        there = rows.filter(person=person).first()
    elif employer is not None:
        there = rows.filter(employer=employer).first()
    if there is not None and there.taken_off_on is None and there.put_by_id is not None:
        raise Refused((because("unit-meeting.on-the-agenda-already", _HOUSE),))
    return there or AgendaItem(meeting=meeting, kind=what.kind, person=person, employer=employer)


def _responsible(room: Room, account: UUID | None) -> int | None:
    return next((each.account_id for each in room.attendants if each.public_id == account), None)


def _remember(
    acting: Acting, meeting: UnitMeeting, room: Room, named: int | None, *, at: datetime, on: date
) -> None:
    subject = None
    if named is not None:
        person = room.people[named].person
        happened(person, "unit-meeting.decided", on=on, by=acting, at=at, meeting=meeting.kind)
        subject = person.log_id
    record(entry(Action.UNIT_MEETING_RECORDED, acting, meeting, at, area="decided", subject=subject))
