"""Supervision: a caseload step by step, what is put down, and the specialist's own side of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste import clock
from fotfeste.apps.around.handover_page import specialists
from fotfeste.apps.supervision.acting import PutDown, act_answer, act_put_down
from fotfeste.apps.supervision.reading import (
    NextStep,
    Put,
    SupervisionPage,
    access_my_supervision,
    access_supervision,
)
from fotfeste.domain.permissions import Ability
from fotfeste.domain.supervision import SupervisionKind
from fotfeste.domain.verdict import Refused
from fotfeste.web.forms_look import DayField
from fotfeste.web.lines import text_of, words_of
from fotfeste.web.once import new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.refusals import tell
from fotfeste.web.requests import actor, read_uuid

PAGE = ["GET", "HEAD", "POST"]
LONGEST = 2_000
KINDS: dict[str, str | Promise] = {
    SupervisionKind.HELD: _("Veiledning holdt"),
    SupervisionKind.COACHING: _("Veiledning ute i felt"),
    SupervisionKind.TASK: _("Oppgave til jobbspesialisten"),
}
BLAMED = {"supervision.nothing": "text", "day.has-passed": "due", "day.too-far-ahead": "due", "day.": "day"}


class PutDownForm(forms.Form):
    """Supervision held, coaching, or a task."""

    kind = forms.ChoiceField(label=_("Hva?"), choices=list(KINDS.items()), widget=forms.RadioSelect)
    day = DayField(label=_("Dag"))
    text = forms.CharField(
        label=_("Hva dere så på, eller hva oppgaven er"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Jobbspesialisten leser dette. Blir kryptert."),
    )
    next_step = forms.CharField(label=_("Neste steg"), max_length=LONGEST, required=False)
    person = forms.ChoiceField(label=_("Om en jobbsøker"), required=False)
    due = DayField(label=_("Innen"), required=False)

    def __init__(self, data: Any = None, *, page: SupervisionPage, **more: Any) -> None:
        super().__init__(data, **more)
        person = self.fields["person"]
        assert isinstance(person, forms.ChoiceField)  # noqa: S101  # declared above
        people = [(str(each.public_id), str(each.name)) for each in page.steps]
        person.choices = [("", _now("Ingen bestemt")), *people]

    def what(self) -> PutDown:
        """What was typed, as the act wants it."""
        typed = self.cleaned_data
        return PutDown(
            kind=SupervisionKind(typed["kind"]),
            day=typed["day"],
            text=typed["text"],
            next_step=typed["next_step"],
            due=typed["due"],
            person=read_uuid(typed["person"]),
        )


class AnswerForm(forms.Form):
    """The answer to a task."""

    text = forms.CharField(
        label=_("Svaret ditt"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )


@dataclass(frozen=True, slots=True)
class StepShown:
    """One jobseeker's next step, in words."""

    public_id: UUID
    name: str
    stage: str
    step: str
    due: date | None


@dataclass(frozen=True, slots=True)
class PutShown:
    """Something put down, opened."""

    public_id: UUID
    kind: str | Promise
    is_open_task: bool
    day: date
    who: str
    by: str
    text: str
    next_step: str
    due: date | None
    answer: str
    answered_on: date | None


@needs(Ability.TEAM_READ)
@require_safe
def supervised(request: HttpRequest) -> HttpResponse:
    """Whom one supervises."""
    team = specialists(actor(request), on=clock.today())
    return render(
        request, "team/supervised.html", {"specialists": [each for each in team if not each.is_gone]}
    )


@needs(Ability.TEAM_READ)
@require_http_methods(PAGE)
def supervision(request: HttpRequest, specialist: UUID) -> HttpResponse:
    """One specialist: each jobseeker's next step, and what is put down between the two."""
    acting, at, on = actor(request), clock.now(), clock.today()
    found = access_supervision(acting, specialist, at=at, on=on)
    data = request.POST if request.method == "POST" else None
    form = PutDownForm(data, page=found, initial={"day": on})
    if data is not None and form.is_valid():

        def do() -> str:
            act_put_down(acting, specialist, form.what(), at=clock.now(), on=clock.today())
            return reverse("supervision", args=[specialist])

        try:
            answer = once(request, do, at=at)
        except Refused as refused:
            tell(form, refused, BLAMED, on=on)
        else:
            messages.success(request, _now("Lagret. Jobbspesialisten ser det."))
            return answer
    page = {
        "name": found.name,
        "steps": [_step(each, on) for each in found.steps],
        "entries": [put_shown(each) for each in found.entries],
        "form": form,
        "form_key": new_form_key(),
    }
    return render(request, "team/supervision.html", page, status=422 if form.is_bound else 200)


@needs(Ability.AGENDA_OWN)
@require_safe
def my_supervision(request: HttpRequest) -> HttpResponse:
    """What one's supervisor has put down, and the tasks to answer."""
    found = [put_shown(each) for each in access_my_supervision(actor(request), at=clock.now())]
    return render(request, "today/supervision.html", {"entries": found})


@needs(Ability.AGENDA_OWN)
@require_http_methods(PAGE)
def answer_task(request: HttpRequest, task: UUID) -> HttpResponse:
    """Answer one task."""
    acting, at, on = actor(request), clock.now(), clock.today()
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():

        def do() -> str:
            act_answer(acting, task, form.cleaned_data["text"], at=clock.now(), on=clock.today())
            return reverse("my_supervision")

        try:
            answer = once(request, do, at=at)
        except Refused as refused:
            tell(form, refused, {}, on=on)
        else:
            messages.success(request, _now("Svaret er lagret. Veilederen ser det."))
            return answer
    found = [put_shown(each) for each in access_my_supervision(acting, at=at)]
    page = {
        "task": next((each for each in found if each.public_id == task), None),
        "form": form,
        "form_key": new_form_key(),
    }
    status = 422 if form.is_bound else 200 if page["task"] else 404
    return render(request, "today/supervision_answer.html", page, status=status)


def put_shown(each: Put) -> PutShown:
    """Something put down, in words."""
    row = each.row
    return PutShown(
        public_id=row.public_id,
        kind=KINDS[row.kind],
        is_open_task=row.kind == SupervisionKind.TASK and row.answered_on is None,
        day=row.day,
        who=str(each.name) if each.name else "",
        by=row.supervisor.name,
        text=each.said("text"),
        next_step=each.said("next"),
        due=row.due,
        answer=each.said("answer"),
        answered_on=row.answered_on,
    )


def _step(each: NextStep, on: date) -> StepShown:
    line = each.line
    return StepShown(
        public_id=each.public_id,
        name=str(each.name),
        stage=text_of(f"course-stage.{each.stage}", on=on),
        step=words_of(line.why[0], "title", on=on) if line else "",
        due=line.due if line else None,
    )


urlpatterns = [
    path("teamet/veiledning", supervised, name="supervised"),
    path("teamet/veiledning/<uuid:specialist>", supervision, name="supervision"),
    path("veiledning", my_supervision, name="my_supervision"),
    path("veiledning/<uuid:task>", answer_task, name="answer_supervision_task"),
]
