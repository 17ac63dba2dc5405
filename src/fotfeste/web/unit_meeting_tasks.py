"""Tasks from the team's meetings, in words: on *Today*, and beside the list of meetings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fotfeste.apps.unit_meetings.tasks import Task
from fotfeste.web.unit_meeting_words import KINDS, UNNAMED


@dataclass(frozen=True, slots=True)
class TaskShown:
    """One task. `person` leads somewhere only for one who may open the record."""

    public_id: UUID
    meeting: UUID
    from_meeting: str
    held_on: date
    text: str
    is_held_back: bool
    who: str
    due: date | None


def tasks_shown(tasks: Iterable[Task]) -> list[TaskShown]:
    """Each task, opened."""
    return [
        TaskShown(
            public_id=each.public_id,
            meeting=each.meeting,
            from_meeting=str(KINDS[each.meeting_kind]),
            held_on=each.held_on,
            text=str(each.text),
            is_held_back=each.text.is_held_back,
            who=str(each.name) if each.name else str(UNNAMED[each.line_of_work]) if each.line_of_work else "",
            due=each.due,
        )
        for each in tasks
    ]
