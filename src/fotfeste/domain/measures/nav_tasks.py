"""The NAV adviser's tasks for one jobseeker, and what is due of them (I-5.2b)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.verdict import Reason, Verdict, because

_SOURCE = "I §5"


class NavTask(StrEnum):
    """One task. The values are stable, and stand in the order they are shown."""

    STATUS_FORM = "status_form"
    BENEFITS = "benefits"
    RIGHTS_AND_DUTIES = "rights_and_duties"
    NEED_DECISION = "need_decision"
    WHO_REGISTERS = "who_registers"
    ARENA_ENROLMENT = "arena_enrolment"
    ARENA_EXIT = "arena_exit"
    DEBT_ADVISER = "debt_adviser"
    MUNICIPAL_SERVICES = "municipal_services"
    FOUR_PARTY_MEETING = "four_party_meeting"


class TaskState(StrEnum):
    """How it stands with a task."""

    DONE = "done"
    PLANNED = "planned"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """What was put down last of one task. `day` is when it was done, or when it is planned for."""

    task: NavTask
    state: TaskState
    day: date | None = None


@dataclass(frozen=True, slots=True)
class TasksKnown:
    """All that is put down, and when the course began and ended; null while it has not, or is not told."""

    tasks: tuple[TaskFacts, ...] = ()
    course_began_on: date | None = None
    course_ended_on: date | None = None

    def of(self, task: NavTask) -> TaskFacts | None:
        """What was put down last of this task."""
        return next((each for each in self.tasks if each.task is task), None)


@dataclass(frozen=True, slots=True)
class TaskDue:
    """A task that is due: which, why, and by when."""

    task: NavTask
    why: Reason
    due: date | None


def tasks_due(known: TasksKnown, *, on: date) -> tuple[TaskDue, ...]:
    """What the adviser has to do, in the order of the tasks."""
    found = [*_planned(known, on), *_arena(known)]
    order = list(NavTask)
    return tuple(sorted(found, key=lambda each: order.index(each.task)))


def can_be_put_down(said: TaskFacts) -> Verdict:
    """Why it cannot be put down so: what is done or planned has a day."""
    if said.day is None and said.state is not TaskState.NOT_NEEDED:
        return (because("nav-task.say-when", "house §measures"),)
    return ()


def _planned(known: TasksKnown, on: date) -> Iterator[TaskDue]:
    for each in known.tasks:
        if each.state is TaskState.PLANNED and each.day is not None:
            code = because("nav-task.overdue", _SOURCE, by=each.day)
            if each.day >= on:
                code = because("nav-task.planned", _SOURCE, by=each.day)
            yield TaskDue(each.task, code, each.day)


def _arena(known: TasksKnown) -> Iterator[TaskDue]:
    """Enrolment when the course has begun, and exit when it has ended (Arena keeps who takes part)."""
    began, ended = known.course_began_on, known.course_ended_on
    enrolled, left = known.of(NavTask.ARENA_ENROLMENT), known.of(NavTask.ARENA_EXIT)
    if began is not None and ended is None and enrolled is None:
        yield TaskDue(NavTask.ARENA_ENROLMENT, because("nav-task.enrol", _SOURCE, began_on=began), began)
    if ended is not None and left is None and enrolled is not None and enrolled.state is TaskState.DONE:
        yield TaskDue(NavTask.ARENA_EXIT, because("nav-task.exit", _SOURCE, ended_on=ended), ended)
