"""One person's jobs: what is known, how follow-along goes, what is next to do with each."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from fotfeste.apps.caseload.jobs import access_jobs
from fotfeste.domain.permissions import Permission
from fotfeste.web.jobs_shown import jobs_page
from fotfeste.web.lines import source_link
from fotfeste.web.looks import look_of
from fotfeste.web.person_header import header_page
from fotfeste.web.policy import record

KEPT = "figures §kept"
"""Where the definition of work kept is told."""


@record
@require_safe
def jobs(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Jobs, education and measures."""
    look = look_of(request, public_id)
    found = access_jobs(look)
    page = header_page(found.header, "person_jobs", on=look.on) | jobs_page(found, on=look.on)
    page["kept_source"] = source_link(KEPT)
    page["may_see_support"] = found.header.may(Permission.SUPPORT_PLAN_READ)
    page["may_see_files"] = found.header.may(Permission.ATTACHMENT_READ)
    return render(request, "person/jobs.html", page)


urlpatterns = [path("personer/<uuid:public_id>/jobb", jobs, name="person_jobs")]
