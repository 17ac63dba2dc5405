"""Calling a meeting of the team, and changing when, where and who. A stale page shows both."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fotfeste import clock
from fotfeste.apps.people.models import Membership, Unit
from fotfeste.apps.unit_meetings.door import IN_THE_TEAM
from fotfeste.apps.unit_meetings.making import act_call, act_change, treatment_teams, who_can_come
from fotfeste.apps.unit_meetings.page import MeetingPage, access_meeting
from fotfeste.domain.permissions import Ability
from fotfeste.domain.unit_meeting import UnitMeetingKind
from fotfeste.domain.verdict import Refused
from fotfeste.web.once import FIELD, new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.refusals import tell
from fotfeste.web.requests import actor, read_number
from fotfeste.web.unit_meeting_forms import CallForm, as_saved
from fotfeste.web.unit_meeting_words import KINDS, title_of

PAGE = ["GET", "HEAD", "POST"]
BLAMED = {"unit-meeting.nobody": "who", "day.": "held_on"}
STALE = "unit-meeting.somebody-else-first"


@needs(Ability.UNIT_MEETING_JOIN)
@require_http_methods(PAGE)
def new_meeting(request: HttpRequest) -> HttpResponse:
    """Call a meeting: of the team itself, or with the treatment team named in the address."""
    acting, at, on = actor(request), clock.now(), clock.today()
    if acting.role not in IN_THE_TEAM:
        raise Http404
    treating = _treating(request)
    people = who_can_come(_units(acting.unit_id, treating), on=on)
    data = request.POST if request.method == "POST" else None
    form = CallForm(data, people=people, initial={"held_on": on, "who": _usual(people, treating)})
    if data is not None and form.is_valid():
        try:
            return once(request, lambda: _call(request, form, treating), at=at, adds=False)
        except Refused as refused:
            tell(form, refused, BLAMED, on=on)
    title = _("Ukemøte med %(team)s") % {"team": treating.name} if treating else str(KINDS["vocational_unit"])
    page = {"form": form, "title": title, "form_key": new_form_key(), "back": reverse("unit_meetings")}
    return render(request, "unit_meetings/call.html", page, status=422 if form.is_bound else 200)


@needs(Ability.UNIT_MEETING_JOIN)
@require_http_methods(PAGE)
def change_meeting(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Change when, where and who. Who is named is asked again by itself."""
    acting, at, on = actor(request), clock.now(), clock.today()
    found = access_meeting(acting, public_id, at=at, on=on)
    if not found.may_call:
        raise Http404
    people = who_can_come(_units(found.meeting.team_id, found.meeting.treatment_team), on=on)
    data = request.POST if request.method == "POST" else None
    form = CallForm(data, people=people, initial=as_saved(found.meeting, found.attendants))
    version = found.meeting.version
    if data is not None:
        version = read_number(request.POST.get("version", "")) or 0
        if form.is_valid():
            try:
                return once(request, lambda: _change(request, found, form, version), at=at)
            except Refused as refused:
                if any(reason.code == STALE for reason in refused.verdict):
                    return _conflict(request, found, form)
                tell(form, refused, BLAMED, on=on)
    page = {
        "form": form,
        "title": title_of(found.meeting),
        "version": version,
        "form_key": new_form_key(),
        "back": reverse("unit_meeting", args=[public_id]),
    }
    return render(request, "unit_meetings/call.html", page, status=422 if form.is_bound else 200)


def _call(request: HttpRequest, form: CallForm, treating: Unit | None) -> str:
    kind = UnitMeetingKind.TREATMENT_TEAM if treating else UnitMeetingKind.VOCATIONAL_UNIT
    called = form.called(kind, str(treating.public_id) if treating else "")
    meeting = act_call(actor(request), called, at=clock.now(), on=clock.today())
    return reverse("unit_meeting", args=[meeting.public_id])


def _change(request: HttpRequest, found: MeetingPage, form: CallForm, version: int) -> str:
    called = form.called(UnitMeetingKind(found.meeting.kind), "")
    act_change(
        actor(request), found.meeting.public_id, called, version=version, at=clock.now(), on=clock.today()
    )
    return reverse("unit_meeting", args=[found.meeting.public_id])


def _conflict(request: HttpRequest, found: MeetingPage, form: CallForm) -> HttpResponse:
    """Both as they would stand, side by side; what was typed can be kept with one touch."""
    saved = CallForm(people=(), initial=as_saved(found.meeting, found.attendants))
    names = {str(each.membership): each.name for each in found.attendants}
    names |= {key: str(label) for key, label in form.fields["who"].choices}  # type: ignore[attr-defined]  # a choice field
    fields = [
        {"label": form[name].label, "own": own, "saved": there}
        for name in form.fields
        if (own := _said(form.cleaned_data[name], names)) != (there := _said(saved.initial[name], names))
    ]
    again = [(name, value) for name, values in request.POST.lists() for value in values]
    kept = [(name, value) for name, value in again if name not in {FIELD, "version", "csrfmiddlewaretoken"}]
    kept += [(FIELD, new_form_key()), ("version", str(found.meeting.version))]
    page = {
        "title": title_of(found.meeting),
        "conflict": {"fields": fields, "saved_by": "", "saved_at": None},
        "keep_url": request.path,
        "keep_form": format_html_join("", '<input type="hidden" name="{}" value="{}">', kept),
        "saved_url": reverse("unit_meeting", args=[found.meeting.public_id]),
    }
    return render(request, "unit_meetings/conflict.html", page, status=409)


def _said(value: Any, names: dict[str, str]) -> str:
    if isinstance(value, list):
        return ", ".join(sorted(names.get(str(each), "").partition(",")[0] for each in value))
    return (
        f"{value:%d.%m.%Y}"
        if hasattr(value, "year")
        else f"{value:%H.%M}"
        if hasattr(value, "hour")
        else str(value or "")
    )


def _treating(request: HttpRequest) -> Unit | None:
    asked = request.GET.get("med", "")
    if not asked:
        return None
    for team in treatment_teams(actor(request), on=clock.today()):
        if str(team.public_id) == asked:
            return team
    raise Http404


def _units(team: int | None, treating: Unit | None) -> list[int]:
    return [unit for unit in (team, treating.pk if treating else None) if unit]


def _usual(people: list[Membership], treating: Unit | None) -> list[str]:
    """In the team's own meeting everybody comes; with another team one chooses."""
    return [] if treating else [str(each.public_id) for each in people]


urlpatterns = [
    path("teammoter/nytt", new_meeting, name="unit_meeting_new"),
    path("teammoter/<uuid:public_id>/endre", change_meeting, name="unit_meeting_change"),
]
