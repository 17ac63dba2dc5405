"""The NAV adviser's tasks for a jobseeker: done or not, when, by whom, and what is due (I-5.2b)."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from fotfeste import clock
from fotfeste.apps.around.own import own_public_id
from fotfeste.apps.measures.models import NavTaskDone
from fotfeste.apps.measures.nav_tasks import TasksSeen, access_nav_tasks
from fotfeste.domain.measures.nav_tasks import NavTask, TaskState
from fotfeste.domain.permissions import Ability
from fotfeste.web.lines import act_url
from fotfeste.web.measure_around import said
from fotfeste.web.measure_tasks_words import COLORS, STATES, TASKS
from fotfeste.web.policy import needs, record
from fotfeste.web.requests import actor


@record
@require_safe
def tasks(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """For NAV."""
    return _tasks(request, public_id)


@needs(Ability.RECORD_OWN)
@require_safe
def my_tasks(request: HttpRequest) -> HttpResponse:
    """What NAV does for me."""
    return _tasks(request, own_public_id(actor(request)))


def _tasks(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = access_nav_tasks(actor(request), public_id, at=clock.now())
    return render(request, "measures/tasks.html", tasks_page(found, on=clock.today()))


def tasks_page(found: TasksSeen, *, on: date) -> dict[str, object]:
    """What the page shows."""
    public_id = found.person.public_id
    return {
        "frame": "base_mine.html" if found.is_mine else "base.html",
        "is_mine": found.is_mine,
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
    path("personer/<uuid:public_id>/tiltak/nav-oppgaver", tasks, name="measure_tasks"),
    path("min-side/tiltak/nav-oppgaver", my_tasks, name="my_measure_tasks"),
]
