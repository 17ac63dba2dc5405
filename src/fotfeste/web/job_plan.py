"""One person's job development plan: as it stands, and as it stood in each version."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from fotfeste.apps.caseload.job_plan import access_job_plan, access_job_plan_version
from fotfeste.apps.people.sealed import Sealed
from fotfeste.web.job_plan_shown import job_plan_page, wishes_in, written
from fotfeste.web.looks import look_of
from fotfeste.web.person_header import header_page
from fotfeste.web.policy import record


@record
@require_safe
def job_plan(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The plan as it stands."""
    look = look_of(request, public_id)
    found = access_job_plan(look)
    page = header_page(found.header, "person_job_plan", on=look.on) | job_plan_page(found)
    return render(request, "person/job_plan.html", page)


@record
@require_safe
def job_plan_version(request: HttpRequest, public_id: UUID, version: UUID) -> HttpResponse:
    """The plan as it stood in one version."""
    look = look_of(request, public_id)
    header, row = access_job_plan_version(look, version.hex)
    if row is None:
        raise Http404
    page = header_page(header, "person_job_plan", on=look.on) | {
        "written": written(row),
        "number": row.number,
        "wishes": list(wishes_in(row, header.key)),
        "goals": str(Sealed(row, "sealed_goals", header.key)),
        "withdrawn_on": row.plan.withdrawn_on,
    }
    return render(request, "person/job_plan_version.html", page)


urlpatterns = [
    path("personer/<uuid:public_id>/jobbplan", job_plan, name="person_job_plan"),
    path("personer/<uuid:public_id>/jobbplan/<uuid:version>", job_plan_version, name="job_plan_version"),
]
