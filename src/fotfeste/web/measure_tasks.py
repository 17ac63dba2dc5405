"""The NAV adviser's tasks for a jobseeker: done or not, when, by whom, and what is due (I-5.2b)."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from fotfeste import clock
from fotfeste.apps.measures.models import NavTaskDone
from fotfeste.apps.measures.nav_tasks import TasksSeen, access_nav_tasks
from fotfeste.domain.measures.nav_tasks import NavTask, TaskState
from fotfeste.web.lines import act_url
from fotfeste.web.measure_around import said
from fotfeste.web.measure_tasks_words import COLORS, STATES, TASKS
from fotfeste.web.own_pages import framed, of_and_own
from fotfeste.web.requests import actor


@of_and_own
def tasks(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What NAV does for somebody: for NAV, which puts it down, and for the person."""
    found = access_nav_tasks(actor(request), public_id, at=clock.now())
    return render(request, "measures/tasks.html", tasks_page(found, on=clock.today()))


def tasks_page(found: TasksSeen, *, on: date) -> dict[str, object]:
    """What the page shows."""
    public_id = found.person.public_id
    return {
        **framed(is_mine=found.is_mine),
        "public_id": public_id,
        "name": str(found.contact),
        "may_read_case": found.may_read_case,
        "act_url": act_url(public_id, "measure-nav-task") if found.may_change else "",
        "due": [
            (TASKS[each.task], each.task, said((each.why,), on=on)[0], _is_late(each.due, on))
            for each in found.due
        ],
        "tasks": [_task(task, found) for task in NavTask],
        "history": [_row(row, found) for row in found.rows],
    }


def _is_late(due: date | None, on: date) -> bool:
    return due is not None and due < on


def _task(task: NavTask, found: TasksSeen) -> dict[str, object]:
    row = found.newest(task)
    shown: dict[str, object] = {"task": task, "title": TASKS[task], "is_put_down": row is not None}
    if row is not None:
        return shown | _row(row, found)
    if task is NavTask.NEED_DECISION and found.decided_on:
        done, day = TaskState.DONE, found.decided_on
        return shown | {"state": STATES[done], "color": COLORS[done], "day": day, "is_put_down": True}
    return shown


def _row(row: NavTaskDone, found: TasksSeen) -> dict[str, object]:
    return {
        "title": TASKS[row.task],
        "state": STATES[row.state],
        "color": COLORS[TaskState(row.state)],
        "day": row.day,
        "by": row.written_by.name,
        "on": row.written_on,
        "words": row.opened("sealed_words", found.key),
    }


urlpatterns = [
    path("personer/<uuid:public_id>/tiltak/nav-oppgaver", tasks.of, name="measure_tasks"),
    path("min-side/tiltak/nav-oppgaver", tasks.own, name="my_measure_tasks"),
]
