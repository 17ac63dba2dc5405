"""The jobseeker's own pages: the first screen, about me, and everything to take along."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from fotfeste import clock
from fotfeste.apps.agreements.inbox import unread
from fotfeste.apps.around.own import own_public_id
from fotfeste.apps.caseload.person import Look, access_facts
from fotfeste.apps.mine.home import Home, access_home
from fotfeste.apps.mine.take_out import TakenOut, access_everything
from fotfeste.domain.permissions import Ability, RelationKind
from fotfeste.web.around_words import KINDS, as_the_person_reads_it
from fotfeste.web.log_pages import shown, staff_shown
from fotfeste.web.measures_running_out import running_out
from fotfeste.web.meetings_shown import place_in_words
from fotfeste.web.mine_lines import my_lines
from fotfeste.web.mine_take_out import as_json, as_sections
from fotfeste.web.once import new_form_key
from fotfeste.web.person_facts import facts_page
from fotfeste.web.person_hold import hold_shown
from fotfeste.web.policy import needs
from fotfeste.web.requests import actor


@dataclass(frozen=True, slots=True)
class Mate:
    """One of those around oneself: what they are called, who they are, what they see."""

    name: str
    kind: str
    unit_name: str
    sees: str
    until: date | None
    phone: str
    email: str
    is_specialist: bool


@dataclass(frozen=True, slots=True)
class MyMeeting:
    """A meeting that is agreed."""

    on: date
    at: time | None
    what: str
    where: str
    file_url: str


@needs(Ability.RECORD_OWN)
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """My next step, my meetings, who sees what about me."""
    on = clock.today()
    acting = actor(request)
    found = access_home(acting, at=clock.now(), on=on, shown=staff_shown())
    lines, mates = my_lines(found.lines, on=on), list(_mates(found))
    page = {
        "first_name": str(found.name).split(" ")[0],
        "next_line": lines[0] if lines else None,
        "lines": lines[1:],
        "meetings": list(_meetings(found)),
        "hold": hold_shown(found.hold, found.stay, found.name.key),
        "mates": mates,
        "specialists": [mate for mate in mates if mate.is_specialist],
        "proposals": found.measures.proposals,
        "running_out": running_out(found.measures.expiring, on=on),
        "last_look": shown(found.last_look, to_you=True) if found.last_look else None,
        "unread_notices": unread(acting),
        "new_address": found.new_address,
        "form_key": new_form_key() if found.new_address else "",
        "last_look_at": found.last_look.look.first.at if found.last_look else None,
    }
    return render(request, "mine/home.html", page)


@needs(Ability.RECORD_OWN)
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What is written about me, and where it comes from."""
    acting, at, on = actor(request), clock.now(), clock.today()
    found = access_facts(Look(acting, own_public_id(acting), at, on))
    return render(request, "mine/about.html", facts_page(found) | {"name": str(found.header.name)})


@needs(Ability.RECORD_OWN)
@require_safe
def take_out(request: HttpRequest) -> HttpResponse:
    """What one can take along, and how."""
    return render(request, "mine/take_out.html")


@needs(Ability.RECORD_OWN)
@require_POST
def read_everything(request: HttpRequest) -> HttpResponse:
    """Everything about me, to read and to print."""
    found = access_everything(actor(request), at=clock.now(), area="page")
    page = {"sections": as_sections(found, shown=staff_shown()), "made_at": clock.now()}
    return render(request, "mine/everything.html", page)


@needs(Ability.RECORD_OWN)
@require_POST
def download_everything(request: HttpRequest) -> HttpResponse:
    """Everything about me as a file that other programs can read."""
    found: TakenOut = access_everything(actor(request), at=clock.now(), area="file")
    content: dict[str, Any] = as_json(found, shown=staff_shown(), made_at=clock.now())
    response = HttpResponse(
        json.dumps(content, ensure_ascii=False, indent=2), content_type="application/json; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="opplysninger-{clock.today().isoformat()}.json"'
    return response


def _meetings(found: Home) -> Iterable[MyMeeting]:
    words = {
        "start_up": _("Oppstartsmøte"),
        "jobseeker": _("Møte med jobbspesialisten"),
        "follow_along": _("Møte om jobben"),
        "clinician": _("Møte med behandleren din"),
        "nav": _("Møte med NAV"),
        "employer": _("Møte med en arbeidsgiver"),
    }
    person = found.name.person
    for meeting in found.meetings:
        yield MyMeeting(
            on=meeting.held_on,
            at=meeting.starts_at,
            what=words.get(meeting.kind, _("Møte")),
            where=place_in_words(meeting, found.name.key),
            file_url=reverse("meeting_file", args=[person.public_id, meeting.public_id]),
        )


def _mates(found: Home) -> Iterable[Mate]:
    for each in found.around:
        kind, sees = str(KINDS[each.kind]), as_the_person_reads_it(each)
        yield Mate(
            name=each.name,
            kind=kind,
            unit_name=each.unit_name,
            sees=sees,
            until=each.until_day,
            phone=each.phone,
            email=each.email,
            is_specialist=each.kind is RelationKind.EMPLOYMENT_SPECIALIST and not each.is_coming,
        )


urlpatterns = [
    path("min-side", mine, name="mine"),
    path("min-side/om-meg", about, name="mine_about"),
    path("min-side/mine-opplysninger", take_out, name="take_out"),
    path("min-side/mine-opplysninger/les", read_everything, name="read_everything"),
    path("min-side/mine-opplysninger/fil", download_everything, name="download_everything"),
]
