"""Support in a person's jobs: the plan as it stands, as it stood, and exactly what an employer gets."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from fotfeste.apps.caseload.job_support import (
    access_employer_part,
    access_job_support,
    access_support_version,
)
from fotfeste.domain.permissions import Ability
from fotfeste.web.acts_call import own_look
from fotfeste.web.job_support_shown import employer_part_page, job_support_page, plan_shown
from fotfeste.web.looks import look_of
from fotfeste.web.person_header import header_page
from fotfeste.web.policy import needs, record


@record
@require_safe
def job_support(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What was decided for each job, and the plan."""
    look = look_of(request, public_id)
    found = access_job_support(look)
    page = header_page(found.header, "person_jobs", on=look.on) | job_support_page(found)
    return render(request, "person/job_support.html", page)


@record
@require_safe
def job_support_version(request: HttpRequest, public_id: UUID, version: UUID) -> HttpResponse:
    """The plan as it stood in one version."""
    look = look_of(request, public_id)
    header, row = access_support_version(look, version)
    if row is None:
        raise Http404
    page = header_page(header, "person_jobs", on=look.on) | {"plan": plan_shown(row, header.key)}
    return render(request, "person/job_support_version.html", page)


@record
@require_safe
def job_support_employer(request: HttpRequest, public_id: UUID, job: UUID) -> HttpResponse:
    """Exactly what the employer gets of it, to read through and print."""
    look = look_of(request, public_id)
    found = access_employer_part(look, job)
    if found is None:
        raise Http404
    page = header_page(found.header, "person_jobs", on=look.on) | employer_part_page(found, on=look.on)
    return render(request, "person/job_support_employer.html", page)


@needs(Ability.RECORD_OWN)
@require_safe
def my_job_support(request: HttpRequest) -> HttpResponse:
    """Support in my jobs, on the phone and on paper."""
    found = access_job_support(own_look(request))
    page = job_support_page(found) | {"public_id": found.header.public_id}
    return render(request, "mine/job_support.html", page)


urlpatterns = [
    path("personer/<uuid:public_id>/jobbstotte", job_support, name="job_support"),
    path(
        "personer/<uuid:public_id>/jobbstotte/versjon/<uuid:version>",
        job_support_version,
        name="job_support_version",
    ),
    path(
        "personer/<uuid:public_id>/jobbstotte/<uuid:job>/arbeidsgiver",
        job_support_employer,
        name="job_support_employer",
    ),
    path("min-side/jobbstotte", my_job_support, name="my_job_support"),
]
