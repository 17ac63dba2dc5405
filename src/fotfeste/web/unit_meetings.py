"""The team's meetings: the list, one meeting with its agenda and minutes, and what is done in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fotfeste import clock
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.unit_meetings.acting import (
    act_close,
    act_decide,
    act_done,
    act_put_on,
    act_take_off,
)
from fotfeste.apps.unit_meetings.door import IN_THE_TEAM
from fotfeste.apps.unit_meetings.making import act_fill, treatment_teams
from fotfeste.apps.unit_meetings.page import ItemShown, MeetingPage, access_meeting, access_meetings
from fotfeste.apps.unit_meetings.preparing import access_preparing
from fotfeste.apps.unit_meetings.tasks import access_tasks
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.web.lines import SourceLink
from fotfeste.web.once import new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.refusals import in_words, tell
from fotfeste.web.requests import actor, read_number, read_uuid
from fotfeste.web.unit_meeting_forms import DecideForm, TakeUpForm
from fotfeste.web.unit_meeting_tasks import tasks_shown
from fotfeste.web.unit_meeting_words import ITEMS, UNNAMED, title_of, why_it_is_there

BLAMED = {"unit-meeting.responsible": "responsible", "unit-meeting.text": "text", "day.": "due"}


@dataclass(frozen=True, slots=True)
class ItemInWords:
    """An item as the page shows it, with the form for a decision about it."""

    public_id: UUID
    heading: str
    is_named: bool
    employer_id: UUID | None
    why: str
    source: SourceLink | None
    put_by: str
    text: str
    is_text_held_back: bool
    decisions: list[dict[str, Any]]
    before: list[dict[str, Any]]
    form: DecideForm


@needs(Ability.UNIT_MEETING_JOIN)
@require_safe
def unit_meetings(request: HttpRequest) -> HttpResponse:
    """The meetings of one's own unit, and one's own tasks from them."""
    acting, on = actor(request), clock.today()
    may_call = acting.role in IN_THE_TEAM
    page = {
        "meetings": [(each, title_of(each)) for each in access_meetings(acting, at=clock.now())],
        "tasks": tasks_shown(access_tasks(acting, at=clock.now())),
        "may_call": may_call,
        "treatment_teams": treatment_teams(acting, on=on) if may_call else [],
        "form_key": new_form_key(),
    }
    return render(request, "unit_meetings/list.html", page)


@needs(Ability.UNIT_MEETING_JOIN)
@require_safe
def unit_meeting(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One meeting: who is there, the agenda in order, what is decided."""
    return _shown(request, public_id)


@needs(Ability.UNIT_MEETING_JOIN)
@require_POST
def decide(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A decision in one line, about an item or about nothing on the agenda."""
    acting, at, on = actor(request), clock.now(), clock.today()
    item = read_uuid(request.POST.get("item", ""))
    found = access_meeting(acting, public_id, at=at, on=on)
    form = DecideForm(request.POST, attendants=found.attendants)
    if form.is_valid():
        try:
            return once(request, lambda: _decide(acting, public_id, item, form), at=at)
        except Refused as refused:
            tell(form, refused, BLAMED, on=on)
    return _shown(request, public_id, wrong=(item, form), status=422)


@needs(Ability.UNIT_MEETING_JOIN)
@require_http_methods(["GET", "HEAD", "POST"])
def take_up(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Put something on the agenda."""
    acting, at, on = actor(request), clock.now(), clock.today()
    try:
        found = access_preparing(acting, public_id, at=at, on=on)
    except Refused as refused:
        return _shown(request, public_id, refused=in_words(refused.verdict, on=on), status=409)
    data = request.POST if request.method == "POST" else None
    form = TakeUpForm(data, meeting=found.meeting, role=acting.role, mine=found.mine)
    if data is not None and form.is_valid():
        try:
            return once(request, lambda: _take_up(acting, public_id, form), at=at)
        except Refused as refused:
            tell(form, refused, BLAMED | {"unit-meeting.on-the": "kind"}, on=on)
    page = {
        "form": form,
        "title": title_of(found.meeting),
        "public_id": public_id,
        "mine": [(each, str(each.name), [ITEMS[kind] for kind in each.on_agenda]) for each in found.mine],  # type: ignore[index]  # kept as its code
        "form_key": new_form_key(),
    }
    return render(request, "unit_meetings/take_up.html", page, status=422 if form.is_bound else 200)


@needs(Ability.UNIT_MEETING_JOIN)
@require_POST
def take_off(request: HttpRequest, public_id: UUID, item: UUID) -> HttpResponse:
    """Not to be taken up after all."""
    acting = actor(request)
    return _do(
        request,
        public_id,
        lambda: act_take_off(acting, public_id, item, at=clock.now(), on=clock.today()),
        _("Tatt av sakslista."),
    )


@needs(Ability.UNIT_MEETING_JOIN)
@require_POST
def fill(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Ask the rules again for what has come since the agenda was made."""
    acting = actor(request)
    return _do(
        request,
        public_id,
        lambda: act_fill(acting, public_id, at=clock.now(), on=clock.today()),
        _("Sakslista er hentet fram på nytt."),
    )


@needs(Ability.UNIT_MEETING_JOIN)
@require_POST
def close(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The minutes are finished."""
    acting, version = actor(request), read_number(request.POST.get("version", "")) or 0
    return _do(
        request,
        public_id,
        lambda: act_close(acting, public_id, version=version, at=clock.now(), on=clock.today()),
        _("Referatet er ferdig. Oppgavene står hos dem som har dem."),
    )


@needs(Ability.UNIT_MEETING_JOIN)
@require_POST
def task_done(request: HttpRequest, decision: UUID) -> HttpResponse:
    """A task from a meeting is done."""
    acting = actor(request)

    def do() -> str:
        act_done(acting, decision, at=clock.now(), on=clock.today())
        return reverse(
            "today"
            if request.POST.get("fra") == "i-dag" and acting.has(Ability.AGENDA_OWN)
            else "unit_meetings"
        )

    answer = once(request, do, at=clock.now())
    messages.success(request, _("Oppgaven er gjort."))
    return answer


def _do(request: HttpRequest, public_id: UUID, act: Callable[[], object], said: str) -> HttpResponse:
    """Carry out a button's act and go back to the meeting; a refusal is told there, and nothing is lost."""

    def do() -> str:
        act()
        return reverse("unit_meeting", args=[public_id])

    try:
        answer = once(request, do, at=clock.now())
    except Refused as refused:
        return _shown(request, public_id, refused=in_words(refused.verdict, on=clock.today()), status=409)
    messages.success(request, said)
    return answer


def _decide(acting: Acting, meeting: UUID, item: UUID | None, form: DecideForm) -> str:
    act_decide(acting, meeting, item, form.decided(), at=clock.now(), on=clock.today())
    return reverse("unit_meeting", args=[meeting]) + (f"#sak-{item}" if item else "#vedtak")


def _take_up(acting: Acting, meeting: UUID, form: TakeUpForm) -> str:
    item = act_put_on(acting, meeting, form.what(), at=clock.now(), on=clock.today())
    return reverse("unit_meeting", args=[meeting]) + f"#sak-{item.public_id}"


def _shown(
    request: HttpRequest,
    public_id: UUID,
    *,
    wrong: tuple[UUID | None, DecideForm] | None = None,
    refused: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    acting, on = actor(request), clock.today()
    found = access_meeting(acting, public_id, at=clock.now(), on=on)
    wrong_item, wrong_form = wrong or (None, None)
    known = {each.public_id for each in found.items}
    if wrong_item and wrong_item not in known:
        raise Http404
    general = wrong_form if wrong and wrong_item is None else _form(found, None)
    page = {
        "meeting": found.meeting,
        "title": title_of(found.meeting),
        "attendants": found.attendants,
        "sections": list(_sections(found, wrong_item, wrong_form, on)),
        "decisions": [_decision(each) for each in found.decisions],
        "form": general,
        "refused": refused or [],
        "may_change": found.may_change,
        "may_call": found.may_call and found.may_change,
        "form_key": new_form_key(),
    }
    return render(request, "unit_meetings/one.html", page, status=status)


def _sections(
    found: MeetingPage, wrong: UUID | None, form: DecideForm | None, on: date
) -> Iterator[tuple[str, str, list[ItemInWords]]]:
    for kind, words in ITEMS.items():
        items = [
            _item(each, form if form and each.public_id == wrong else _form(found, each.public_id), on)
            for each in found.items
            if each.kind == kind
        ]
        if items:
            yield kind.value, str(words), items


def _form(found: MeetingPage, item: UUID | None) -> DecideForm:
    return DecideForm(attendants=found.attendants, auto_id=f"id_{item or 'vedtak'}_%s")


def _item(each: ItemShown, form: DecideForm, on: date) -> ItemInWords:
    why, source = why_it_is_there(each.why, on=on)
    return ItemInWords(
        public_id=each.public_id,
        heading=heading_of(each),
        is_named=each.name is not None,
        employer_id=each.employer_id,
        why=why,
        source=source,
        put_by=each.put_by,
        text=str(each.text),
        is_text_held_back=each.text.is_held_back,
        decisions=[_decision(one) for one in each.decisions],
        before=[_decision(one) for one in each.before],
        form=form,
    )


def heading_of(each: ItemShown) -> str:
    """What an item is called: a name, an employer, a number, or how an unnamed jobseeker is called."""
    if each.name is not None:
        return str(each.name)
    if each.line_of_work:
        return str(UNNAMED[each.line_of_work])
    if each.employer:
        return each.employer
    if each.number is not None:
        return _("Omtrent %(number)s") % {"number": each.number}
    return str(each.text).partition("\n")[0][:80] or str(ITEMS[each.kind])


def _decision(each: Any) -> dict[str, Any]:
    return {
        "public_id": each.public_id,
        "text": str(each.text),
        "is_held_back": each.text.is_held_back,
        "responsible": each.responsible,
        "due": each.due,
        "done_on": each.done_on,
    }


urlpatterns = [
    path("teammoter", unit_meetings, name="unit_meetings"),
    path("teammoter/<uuid:public_id>", unit_meeting, name="unit_meeting"),
    path("teammoter/<uuid:public_id>/vedtak", decide, name="unit_meeting_decide"),
    path("teammoter/<uuid:public_id>/ny-sak", take_up, name="unit_meeting_take_up"),
    path("teammoter/<uuid:public_id>/saker/<uuid:item>/av", take_off, name="unit_meeting_take_off"),
    path("teammoter/<uuid:public_id>/hent-saker", fill, name="unit_meeting_fill"),
    path("teammoter/<uuid:public_id>/ferdig", close, name="unit_meeting_close"),
    path("teammoter/oppgaver/<uuid:decision>/gjort", task_done, name="unit_meeting_task_done"),
]
