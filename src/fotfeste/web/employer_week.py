"""The week with employers: what was done, what comes next, whom one has not seen for long."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fotfeste import clock
from fotfeste.apps.caseload.employer_week import EmployerWeek, access_employer_week
from fotfeste.domain.employer_contact import ContactWay
from fotfeste.domain.permissions import Ability
from fotfeste.web.employer_words import way_words
from fotfeste.web.lines import source_link
from fotfeste.web.policy import needs
from fotfeste.web.purposes import KEPT_AS
from fotfeste.web.requests import actor
from fotfeste.web.team_fidelity import figure_words

EARLIEST = date(1950, 1, 2)


@needs(Ability.EMPLOYER_READ)
@require_safe
def employer_week(request: HttpRequest) -> HttpResponse:
    """One week, this one unless another is asked for."""
    on = clock.today()
    day = _day(request.GET.get("uke", ""), on)
    purposes = request.session.get(KEPT_AS, {})
    found = access_employer_week(actor(request), day, at=clock.now(), on=on, purposes=purposes)
    return render(request, "employers/week.html", week_page(found, on) | {"is_team": _is_team(request)})


def week_page(found: EmployerWeek, on: date) -> dict[str, Any]:
    """The week in words. The week to come is offered no further than this one."""
    later = found.monday + timedelta(days=7)
    earlier = found.monday - timedelta(days=7)
    return {
        "week": found,
        "number": found.monday.isocalendar().week,
        "contacts": [
            {"contact": each, "way": way_words(each.way), "url": reverse("employer", args=[each.employer])}
            for each in found.contacts
        ],
        "on_behalf": [
            {
                "name": str(each.mine.name),
                "public_id": each.mine.public_id,
                "employer": each.contact.employer.name,
                "employer_id": each.contact.employer.public_id,
                "day": each.contact.held_on,
                "way": way_words(ContactWay(each.contact.way)),
            }
            for each in found.on_behalf
        ],
        "older_url": f"?uke={earlier.isoformat()}" if earlier >= EARLIEST else "",
        "newer_url": f"?uke={later.isoformat()}" if later <= on else "",
        "is_this_week": found.monday <= on <= found.sunday,
        "count_source": source_link("fidelity 17"),
        "first_contact": figure_words(found.first_contact),
        "first_contact_source": source_link("fidelity 15"),
        "relation_source": source_link("I §6.3"),
        "title": _("Uka med arbeidsgivere"),
    }


def _is_team(request: HttpRequest) -> bool:
    return actor(request).has(Ability.TEAM_READ)


def _day(typed: str, on: date) -> date:
    """The day asked for; nonsense, the far past and the future are this week."""
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return on
    return day if EARLIEST <= day <= on else on


urlpatterns = [path("arbeidsgivere/uka", employer_week, name="employer_week")]
