"""One person's pages: overview, timeline, facts, notes, and the identity number asked for by itself."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from fotfeste.apps.caseload.person import (
    access_facts,
    access_identity_number,
    access_notes,
    access_overview,
    access_timeline,
)
from fotfeste.apps.people.models import Event
from fotfeste.web.acts import menu
from fotfeste.web.happenings import happening
from fotfeste.web.looks import look_of
from fotfeste.web.person_facts import facts_page
from fotfeste.web.person_header import header_page
from fotfeste.web.person_overview import overview_page
from fotfeste.web.policy import record
from fotfeste.web.requests import read_uuid


@record
@require_safe
def person(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What matters most about somebody, on one page."""
    look = look_of(request, public_id)
    found = access_overview(look)
    page = header_page(found.header, "person", on=look.on) | overview_page(found, on=look.on)
    page["more_acts"] = menu(found.header)
    return render(request, "person/overview.html", page)


@record
@require_safe
def timeline(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What has happened, the newest first."""
    look = look_of(request, public_id)
    found = access_timeline(look, after=_event_place(request.GET.get("etter", "")))
    page = header_page(found.header, "person_timeline", on=look.on)
    page |= {
        "happenings": [happening(event) for event in found.events],
        "older_url": _older(found.next_after),
    }
    return render(request, "person/timeline.html", page)


@record
@require_safe
def facts(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Everything that is told, with its day and where it comes from."""
    look = look_of(request, public_id)
    found = access_facts(look)
    page = header_page(found.header, "person_facts", on=look.on) | facts_page(found)
    return render(request, "person/facts.html", page)


@record
@require_safe
def notes(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The notes, the newest first."""
    look = look_of(request, public_id)
    found = access_notes(look, before=read_uuid(request.GET.get("etter", "")))
    page = header_page(found.header, "person_notes", on=look.on)
    page |= {
        "notes": [(note, found.text(note)) for note in found.notes],
        "older_url": f"?etter={found.next_before}" if found.next_before else "",
    }
    return render(request, "person/notes.html", page)


@record
@require_POST
def identity_number(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The identity number, shown because somebody asked for it. Logged by itself, kept nowhere."""
    look = look_of(request, public_id)
    header, sealed = access_identity_number(look)
    number = str(sealed)
    page = header_page(header, "person_facts", on=look.on)
    page |= {"number": f"{number[:6]} {number[6:]}" if number else ""}
    return render(request, "person/identity_number.html", page)


def _older(event: Event | None) -> str:
    return f"?etter={event.on.isoformat()}_{event.public_id}" if event else ""


def _event_place(text: str) -> tuple[date, UUID] | None:
    day, _, rest = text.partition("_")
    found = read_uuid(rest)
    try:
        return (date.fromisoformat(day), found) if found else None
    except ValueError:
        return None


urlpatterns = [
    path("personer/<uuid:public_id>", person, name="person"),
    path("personer/<uuid:public_id>/tidslinje", timeline, name="person_timeline"),
    path("personer/<uuid:public_id>/fakta", facts, name="person_facts"),
    path("personer/<uuid:public_id>/notater", notes, name="person_notes"),
    path("personer/<uuid:public_id>/fodselsnummer", identity_number, name="identity_number"),
]
