"""Varighet: how long a person's measure can last, drawn and in a table (F-12)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from fotfeste import clock
from fotfeste.apps.measures.duration import access_duration
from fotfeste.domain.permissions import Role
from fotfeste.web.measure_duration_shown import duration_page
from fotfeste.web.own_pages import framed, of_and_own
from fotfeste.web.requests import actor


@of_and_own
def duration(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Every participation of one person, with its ladder."""
    acting = actor(request)
    found = access_duration(acting, public_id, at=clock.now())
    page = duration_page(found, on=clock.today()) | framed(is_mine=acting.role is Role.JOBSEEKER)
    return render(request, "measures/duration.html", page)


urlpatterns = [
    path("personer/<uuid:public_id>/tiltak/varighet", duration.of, name="measure_duration"),
    path("min-side/tiltak/varighet", duration.own, name="my_measure_duration"),
]
