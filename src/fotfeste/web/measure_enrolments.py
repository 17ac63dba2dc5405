"""The provider's pages: those one is the guide of, who waits, and confirming a start (F-05, F-09)."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste import clock
from fotfeste.apps.measures.enrolments import (
    Enrolment,
    access_enrolment,
    access_enrolments,
    act_begin,
    act_name_guide,
)
from fotfeste.apps.measures.following import Participant, access_participants
from fotfeste.apps.measures.guides import guides_at
from fotfeste.apps.measures.places import is_over
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.web.forms_look import DayField
from fotfeste.web.lines import words_of
from fotfeste.web.measure_words import KINDS
from fotfeste.web.once import OtherContent, new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.refusals import tell
from fotfeste.web.requests import actor, read_uuid

TOO_LATE = frozenset({"measure-start.begun-already", "measure-guide.there-is-one"})
BLAMED = {"measure-guide.": "guide", "measure-start.": "day"}


class BeginForm(forms.Form):
    """The day it began, and who is the guide. Where it goes on without a guide, only that."""

    day = DayField(label=gettext_lazy("Når begynte deltakelsen, eller når begynner den?"))
    guide = forms.ChoiceField(label=gettext_lazy("Hvem er veileder?"))

    def __init__(self, data: Any, *, acting: Acting, found: Enrolment) -> None:
        on = clock.today()
        initial = {"day": max(on, found.row.starts_on), "guide": str(acting.account)}
        super().__init__(data, initial=initial)
        choices = [(str(each.public_id), each.name) for each in guides_at(acting.unit_id, on=on)]
        guide = self.fields["guide"]
        assert isinstance(guide, forms.ChoiceField)  # noqa: S101  # declared above
        guide.choices = [("", _("Velg")), *choices]
        if not found.needs_start:
            del self.fields["day"]


@needs(Ability.PARTICIPANTS_OWN)
@require_safe
def participants(request: HttpRequest) -> HttpResponse:
    """Those one is the guide of."""
    acting, on = actor(request), clock.today()
    found = access_participants(acting, at=clock.now(), on=on)
    page = {
        "unit": acting.unit_name,
        "going": [_participant(each) for each in found if not is_over(each.row, on)],
        "over": [_participant(each) for each in found if is_over(each.row, on)],
    }
    return render(request, "home/participants.html", page)


@needs(Ability.PARTICIPANTS_OWN)
@require_safe
def enrolments(request: HttpRequest) -> HttpResponse:
    """Who waits for start, and who has no guide."""
    acting = actor(request)
    found = access_enrolments(acting, at=clock.now(), on=clock.today())
    listed = [_enrolment(each) for each in found.enrolments]
    page = {
        "unit": acting.unit_name,
        "starts": [each for each in listed if each["needs_start"]],
        "unled": [each for each in listed if not each["needs_start"]],
        "waiting": found.waiting,
    }
    return render(request, "measures/enrolments.html", page)


@needs(Ability.PARTICIPANTS_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def enrolment(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Confirm the start and name the guide, in one."""
    if request.method != "POST":
        return _form(request, public_id, status=200)
    try:
        answer = once(request, lambda: _do(request, public_id), at=clock.now())
    except Refused as refused:
        if {reason.code for reason in refused.verdict} & TOO_LATE:
            return _too_late(request, refused)
        return _form(request, public_id, status=422, refused=refused)
    except _Wrong:
        return _form(request, public_id, status=422)
    except OtherContent:
        return _form(request, public_id, status=409)
    messages.success(request, _("Oppstart og veileder er lagret."))
    return answer


def _form(
    request: HttpRequest, public_id: UUID, *, status: int, refused: Refused | None = None
) -> HttpResponse:
    acting, on = actor(request), clock.today()
    found = access_enrolment(acting, public_id, at=clock.now(), on=on)
    form = BeginForm(request.POST if status != 200 else None, acting=acting, found=found)
    if refused is not None:
        tell(form, refused, BLAMED, on=on)
    elif status == 409:
        form.add_error(None, _("Skjemaet er sendt en gang før. Trykk en gang til for å sende det nye."))
    page = _enrolment(found) | {"form": form, "form_key": new_form_key()}
    return render(request, "measures/enrolment.html", page, status=status)


class _Wrong(Exception):
    """What was typed cannot be read."""


def _do(request: HttpRequest, public_id: UUID) -> str:
    acting, at, on = actor(request), clock.now(), clock.today()
    guide = read_uuid(request.POST.get("guide", ""))
    if "day" not in request.POST:
        row = act_name_guide(acting, public_id, guide, at=at, on=on)
    else:
        try:
            day = DayField(required=False).clean(request.POST["day"])
        except forms.ValidationError:
            raise _Wrong from None
        if day is None or guide is None:
            raise _Wrong
        row = act_begin(acting, public_id, day, guide, at=at, on=on)
    if guide == acting.account:
        return reverse("measure_participation", args=[row.person.public_id, row.public_id])
    return reverse("enrolments")


def _too_late(request: HttpRequest, refused: Refused) -> HttpResponse:
    """A colleague did it first. Nothing of the person is shown any more."""
    form = forms.Form({})
    tell(form, refused, {}, on=clock.today())
    return render(request, "measures/enrolment.html", {"form": form, "is_too_late": True}, status=409)


def _participant(found: Participant) -> dict[str, object]:
    row = found.row
    return {
        "row": row,
        "person": found.person,
        "name": str(found.name),
        "measure": KINDS[row.measure],
        "runs_out": [words_of(each, on=clock.today()) for each in found.runs_out],
    }


def _enrolment(found: Enrolment) -> dict[str, object]:
    row = found.row
    return {
        "row": row,
        "name": str(found.name),
        "measure": KINDS[row.measure],
        "office": row.office.name,
        "needs_start": found.needs_start,
    }


urlpatterns = [
    path("deltakere", participants, name="participants"),
    path("deltakere/venter", enrolments, name="enrolments"),
    path("deltakere/venter/<uuid:public_id>", enrolment, name="enrolment"),
]
