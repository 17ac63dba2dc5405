"""A whole course as the picture shows it, and the versions of the guideline it followed."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste import clock
from fotfeste.api.calls import calling, look_at
from fotfeste.api.operations.lines import PersonNamed
from fotfeste.api.operations.person_sections import named
from fotfeste.api.policy import PUBLIC, RECORD, api_policy
from fotfeste.api.problems import language
from fotfeste.api.schemas import Shown
from fotfeste.apps.caseload.whole_course import access_whole_course
from fotfeste.domain.guideline_versions import GuidelineVersion, version_on
from fotfeste.domain.timeline import MarkKind, SpanKind
from fotfeste.parameters.guidelines import guideline_versions

router = Router(tags=["Course"])


class CourseSpan(Shown):
    """Something that lasts: a stage, a job, a hold, a stay in hospital."""

    kind: SpanKind
    label: str = Field(description="A stage's code, or an employer's name.")
    first: date
    last: date | None = Field(description="Empty while it lasts.")


class CourseMark(Shown):
    """Something that happened on a day."""

    kind: MarkKind
    on: date


class DischargeLetter(Shown):
    """A discharge with its letter."""

    id: UUID
    on: date


class WholeCourseShown(Shown):
    """Everything that lasted or happened, as far as you may see it, in the order it began."""

    person: PersonNamed
    first: date
    until: date
    spans: list[CourseSpan]
    marks: list[CourseMark]
    discharges: list[DischargeLetter]


class GuidelineNumber(Shown):
    """A number that a section gives."""

    name: str = Field(description="The parameter and its field.")
    value: int


class GuidelineSectionShown(Shown):
    """One section, in our words."""

    section: str
    says: str
    numbers: list[GuidelineNumber]


class GuidelineVersionShown(Shown):
    """One version of the guideline."""

    id: str
    dated: date
    authors: list[str]
    approver: str
    in_force_from: date
    in_force_to: date | None
    sections: list[GuidelineSectionShown]


class GuidelineVersions(Shown):
    """Every version, the newest first, and the one that applies today."""

    now: str
    versions: list[GuidelineVersionShown]


@router.get("/people/{uuid:person_id}/course", response=WholeCourseShown, summary="The whole course")
@api_policy(RECORD)
def get_person_course(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """What the picture *Forløpet* is drawn from: stages, jobs, holds, meetings, contacts with employers."""
    found = access_whole_course(look_at(calling(request), person_id))
    course = found.picture
    return {
        "person": named(found.header),
        "first": course.first,
        "until": course.until,
        "spans": course.spans,
        "marks": course.marks,
        "discharges": [{"id": each.public_id, "on": each.on} for each in found.left],
    }


@router.get("/guideline", response=GuidelineVersions, summary="The guideline's versions")
@api_policy(PUBLIC)
def get_guideline(request: HttpRequest) -> dict[str, Any]:
    """Who stands behind each version, from when it applies, what it says and the numbers it sets."""
    versions = guideline_versions()
    return {
        "now": version_on(versions, clock.today()).id,
        "versions": [_version(each, language()) for each in versions],
    }


def _version(version: GuidelineVersion, spoken: str) -> dict[str, Any]:
    return {
        "id": version.id,
        "dated": version.dated,
        "authors": [author[spoken] for author in version.authors],
        "approver": version.approver[spoken],
        "in_force_from": version.in_force_from,
        "in_force_to": version.in_force_to,
        "sections": [
            {
                "section": section.number,
                "says": section.says[spoken],
                "numbers": [{"name": name, "value": value} for name, value in section.sets],
            }
            for section in version.sections
        ],
    }
