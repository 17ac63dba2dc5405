"""My own jobs, on the phone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from fotfeste import clock
from fotfeste.apps.mine.jobs import access_my_jobs
from fotfeste.domain.permissions import Ability
from fotfeste.web.jobs_shown import jobs_page
from fotfeste.web.policy import needs
from fotfeste.web.requests import actor


@needs(Ability.RECORD_OWN)
@require_safe
def my_jobs(request: HttpRequest) -> HttpResponse:
    """My jobs, and what is agreed about them."""
    on = clock.today()
    found = access_my_jobs(actor(request), at=clock.now(), on=on)
    return render(request, "mine/jobs.html", jobs_page(found, on=on))


urlpatterns = [
    path("min-side/jobb", my_jobs, name="my_jobs"),
    # Where an act about the jobs comes back to on one's own pages (web/acts_call.py).
    path("min-side/jobb", my_jobs, name="my_person_jobs"),
]
