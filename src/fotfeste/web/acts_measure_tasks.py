"""The NAV adviser's act: put down how it stands with a task (I-5.2b)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.measures.models import NavTaskDone
from fotfeste.apps.measures.nav_tasks import put_down_task
from fotfeste.domain.measures.nav_tasks import NavTask, TaskFacts, TaskState
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Start
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import text_field
from fotfeste.web.measure_tasks_words import STATES, TASKS


class TaskForm(ActForm):
    """Which task, how it stands, and when."""

    blames = {"day.": "day", "nav-task.say-when": "day"}
    task = forms.ChoiceField(label=_("Hvilken oppgave?"), choices=list(TASKS.items()))
    state = forms.ChoiceField(
        label=_("Hvordan står det?"), choices=list(STATES.items()), widget=forms.RadioSelect
    )
    day = DayField(
        label=_("Hvilken dag?"),
        required=False,
        help_text=_("Dagen det ble gjort, eller dagen det er planlagt til."),
    )
    words = text_field(
        _("Mer om det"),
        hint=_("For eksempel hvem som registrerer deltakelsen. Personen kan lese det. Blir kryptert."),
    )


def _start(found: Found, asked: Asked) -> Start:
    number = NavTaskDone.objects.filter(person=found.person).count()
    chosen = asked.about if asked.about in set(NavTask) else ""
    return Start({"number": number}, suggested={"task": chosen, "state": TaskState.DONE, "day": asked.on})


def _do(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    facts = TaskFacts(NavTask(typed["task"]), TaskState(typed["state"]), typed["day"])
    put_down_task(deed, facts, words=typed["words"])


PAGES = (
    ActPage(
        slug="measure-nav-task",
        title=_("NAVs oppgaver for personen"),
        form=TaskForm,
        start=_start,
        do=_do,
        action=Action.MEASURE_CHANGED,
        back="measure_tasks",
        above="measure_tasks",
        on_menu=True,
        permission=Permission.NAV_TASKS_CHANGE,
    ),
)
