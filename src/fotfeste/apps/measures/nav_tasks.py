"""The NAV adviser's tasks for a jobseeker: put down, read, and what is due (I-5.2b)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.door import OSLO, Found, opened
from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.measures.deciding import NEEDS
from fotfeste.apps.measures.models import MeasureDecision, NavTaskDone
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.day_limits import can_be_agreed, has_happened
from fotfeste.domain.measures.nav_tasks import (
    NavTask,
    TaskDue,
    TaskFacts,
    TasksKnown,
    TaskState,
    can_be_put_down,
    tasks_due,
)
from fotfeste.domain.permissions import Permission


@dataclass(frozen=True, slots=True)
class TasksSeen:
    """The tasks of one person: every word on them, the newest first, and what is due."""

    person: Person
    contact: SealedContact
    rows: Sequence[NavTaskDone]
    decided_on: date | None
    due: tuple[TaskDue, ...]
    may_change: bool
    may_read_case: bool
    is_mine: bool
    key: SealingKey = field(repr=False)

    def newest(self, task: NavTask) -> NavTaskDone | None:
        """What was put down last of a task."""
        return next((row for row in self.rows if row.task == task), None)


def access_nav_tasks(acting: Acting, public_id: UUID, *, at: datetime) -> TasksSeen:
    """The tasks, for the person, the NAV adviser whom the person agrees to, and the office in charge."""
    permission, action = Permission.NAV_TASKS_READ, Action.MEASURE_SEEN
    with opened(acting, public_id, permission, at=at, action=action, area="nav_tasks") as found:
        rows = list(
            NavTaskDone.objects.filter(person=found.person).select_related("written_by").order_by("-pk")
        )
        return TasksSeen(
            person=found.person,
            contact=SealedContact(found.person, found.key),
            rows=rows,
            decided_on=_decided_on(found) if found.may(Permission.MEASURE_READ) else None,
            due=tasks_due(_known(rows, found), on=at.astimezone(OSLO).date()),
            may_change=found.may(Permission.NAV_TASKS_CHANGE),
            may_read_case=found.may(Permission.MEASURE_READ),
            is_mine=found.may(Permission.MEASURE_ASK),
            key=found.key,
        )


def put_down_task(deed: Deed, said: TaskFacts, *, words: str) -> None:
    """Put down how it stands with a task. What was put down before stays."""
    refuse(can_be_put_down(said))
    day = None if said.state is TaskState.NOT_NEEDED else said.day
    if day is not None:
        refuse(
            has_happened(day, on=deed.on) if said.state is TaskState.DONE else can_be_agreed(day, on=deed.on)
        )
    row = NavTaskDone(
        person=deed.person,
        task=said.task,
        state=said.state,
        day=day,
        written_on=deed.on,
        written_by_id=deed.by.account_id,
    )
    row.seal("sealed_words", words.strip(), deed.key)
    row.save()
    deed.done("measure.nav-task", day=deed.on)


def planned_tasks(people: Sequence[int], *, on: date) -> dict[int, tuple[TaskDue, ...]]:
    """What is due of what is put down, for many persons in one statement. Says nothing of the course."""
    found: dict[int, list[NavTaskDone]] = {}
    for row in NavTaskDone.objects.filter(person__in=people).order_by("-pk"):
        found.setdefault(row.person_id, []).append(row)
    return {person: tasks_due(TasksKnown(_newest(rows)), on=on) for person, rows in found.items()}


def _known(rows: Sequence[NavTaskDone], found: Found) -> TasksKnown:
    """The course is known to those who may read of it."""
    if not found.may(Permission.COURSE_READ):
        return TasksKnown(_newest(rows))
    episode = Episode.objects.filter(person=found.person).order_by("-pk").first()
    if episode is None:
        return TasksKnown(_newest(rows))
    return TasksKnown(_newest(rows), episode.accepted_on, episode.discharged_on)


def _newest(rows: Sequence[NavTaskDone]) -> tuple[TaskFacts, ...]:
    newest: dict[str, NavTaskDone] = {}
    for row in rows:
        newest.setdefault(row.task, row)
    return tuple(TaskFacts(NavTask(row.task), TaskState(row.state), row.day) for row in newest.values())


def _decided_on(found: Found) -> date | None:
    """The day the need for help was decided, where that counts."""
    rows = MeasureDecision.objects.filter(person=found.person, kind__in=NEEDS).order_by("-pk")
    return next((row.decided_on for row in rows if row.counts), None)
