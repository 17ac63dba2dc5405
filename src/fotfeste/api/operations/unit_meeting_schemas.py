"""What is sent and shown about the team's meetings."""

from datetime import date, time
from uuid import UUID

from pydantic import Field

from fotfeste.api.fields import Day, Flag, Id, Text
from fotfeste.api.schemas import Sent, Shown
from fotfeste.domain.unit_meeting import AgendaKind, LineOfWork, UnitMeetingKind


class MeetingSent(Sent):
    """When, where and who (ids of their roles). The kind and the treatment team are not changed later."""

    kind: UnitMeetingKind = UnitMeetingKind.VOCATIONAL_UNIT
    treatment_team: Id | None = None
    held_on: Day
    starts_at: Text = Field("", max_length=5, pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9])?$")
    place: Text = Field("", max_length=80)
    guests: Text = Field("", max_length=200, description="With any guest nobody is named.")
    who: list[Id] = Field(max_length=100)


class ItemSent(Sent):
    """Something for the agenda. A jobseeker only by who follows them."""

    kind: AgendaKind
    text: Text = Field("", max_length=1_000)
    person: Id | None = None
    employer: Id | None = None
    number: int | None = Field(None, ge=0, le=500)
    wants_name: Flag = True
    line_of_work: LineOfWork = LineOfWork.ANY


class DecisionSent(Sent):
    """A decision in one line. `responsible` is the account of somebody who is there."""

    item: Id | None = None
    text: Text = Field(min_length=1, max_length=1_000)
    responsible: Id | None = None
    due: Day | None = None


class NamingSent(Sent):
    """Whether one may be named in this kind of meeting of this unit."""

    kind: UnitMeetingKind
    unit: Id
    agrees: Flag


class MeetingListed(Shown):
    """A meeting of your unit."""

    id: UUID
    kind: UnitMeetingKind
    treatment_team: str | None
    held_on: date
    is_finished: bool


class MeetingsShown(Shown):
    """The meetings of your unit, the newest first."""

    meetings: list[MeetingListed]


class Decision(Shown):
    """A decision. No text where it is held back: it was written while the jobseeker was named."""

    id: UUID
    text: str | None
    responsible: str
    due: date | None
    done_on: date | None


class Item(Shown):
    """An item. `name` is null where nobody is named; then nothing here tells who it is about."""

    id: UUID
    kind: AgendaKind
    name: str | None
    line_of_work: str
    employer: str
    number: int | None
    why: str | None = Field(description="The rule's code, where a rule put it there.")
    put_by: str
    text: str | None
    decisions: list[Decision]
    before: list[Decision] = Field(description="What was decided last time, about somebody who is named.")


class AttendantShown(Shown):
    """Somebody who is there."""

    account: UUID
    name: str
    unit: str


class MeetingShown(MeetingListed):
    """One meeting: the same for everybody who may open it."""

    version: int = Field(description="For If-Match. Also the ETag.")
    starts_at: time | None
    place: str
    guests: str
    attendants: list[AttendantShown]
    items: list[Item]
    decisions: list[Decision]


class TaskShown(Shown):
    """A task of yours. `person` and `name` only where you may know."""

    id: UUID
    meeting: UUID
    text: str | None
    due: date | None
    person: UUID | None
    name: str | None
    line_of_work: str


class TasksShown(Shown):
    """Your open tasks from meetings."""

    tasks: list[TaskShown]


class NamingShown(Shown):
    """A meeting in which you can come up, and what you have said; null where you have not answered."""

    kind: UnitMeetingKind
    unit: UUID
    unit_name: str
    agrees: bool | None
    stated_on: date | None


class NamingsShown(Shown):
    """Each meeting in which you can come up."""

    meetings: list[NamingShown]


class MeetingDone(Shown):
    """It is done."""

    meeting: UUID


class MadeInMeeting(MeetingDone):
    """It is done: what was made."""

    id: UUID


class TaskDone(Shown):
    """The task is done."""

    task: UUID


class NamingDone(Shown):
    """It is said, and holds from now."""

    unit: UUID
