"""My own job development plan, on the phone and on paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from fotfeste import clock
from fotfeste.apps.mine.job_plan import access_my_job_plan
from fotfeste.domain.permissions import Ability
from fotfeste.web.job_plan_shown import job_plan_page
from fotfeste.web.policy import needs
from fotfeste.web.requests import actor


@needs(Ability.RECORD_OWN)
@require_safe
def my_job_plan(request: HttpRequest) -> HttpResponse:
    """My plan as it stands."""
    found = access_my_job_plan(actor(request), at=clock.now(), on=clock.today())
    page = job_plan_page(found) | {"public_id": found.header.public_id}
    return render(request, "mine/job_plan.html", page)


urlpatterns = [path("min-side/plan", my_job_plan, name="my_person_job_plan")]
