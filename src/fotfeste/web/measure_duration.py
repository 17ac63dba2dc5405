"""Varighet: how long a person's measure can last, drawn and in a table (F-12)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from fotfeste import clock
from fotfeste.apps.around.own import own_public_id
from fotfeste.apps.measures.duration import access_duration
from fotfeste.domain.permissions import Ability
from fotfeste.web.measure_duration_shown import duration_page
from fotfeste.web.policy import needs, record
from fotfeste.web.requests import actor


@record
@require_safe
def measure_duration(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Every participation of one person, with its ladder."""
    found = access_duration(actor(request), public_id, at=clock.now())
    page = duration_page(found, on=clock.today()) | {"frame": "base.html"}
    return render(request, "measures/duration.html", page)


@needs(Ability.RECORD_OWN)
@require_safe
def my_measure_duration(request: HttpRequest) -> HttpResponse:
    """My own."""
    acting = actor(request)
    found = access_duration(acting, own_public_id(acting), at=clock.now())
    page = duration_page(found, on=clock.today()) | {"frame": "base_mine.html", "is_mine": True}
    return render(request, "measures/duration.html", page)


urlpatterns = [
    path("personer/<uuid:public_id>/tiltak/varighet", measure_duration, name="measure_duration"),
    path("min-side/tiltak/varighet", my_measure_duration, name="my_measure_duration"),
]
