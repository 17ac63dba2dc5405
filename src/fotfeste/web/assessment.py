"""The assessment: ten areas as a conversation, what each has said, what is left (I-4.2a, W-05)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_safe

from fotfeste.apps.caseload.assessment import Assessment, access_assessment
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.profiles.models import Contribution
from fotfeste.apps.profiles.selectors import contribution_fact
from fotfeste.domain.permissions import Ability, Permission
from fotfeste.domain.vocational_assessment import (
    AssessmentArea,
    Capacity,
    left,
    would_rather_not,
    yet_to_name_strengths,
)
from fotfeste.web.acts_call import own_look
from fotfeste.web.lines import act_url
from fotfeste.web.looks import look_of
from fotfeste.web.person_header import header_page
from fotfeste.web.policy import needs, record
from fotfeste.web.profile_words import ContributionShown, area_words, contribution_in_words, questions


@dataclass(frozen=True, slots=True)
class AreaShown:
    """One area: what it is about, questions to begin with, what has been said, where one writes."""

    code: str
    title: str
    why: str
    questions: list[str]
    said: list[ContributionShown]
    is_rather_not: bool
    url: str


@record
@require_safe
def assessment(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The assessment on the person's page."""
    look = look_of(request, public_id)
    found = access_assessment(look)
    page = header_page(found.header, "profile", on=look.on) | assessment_page(found, is_mine=False)
    return render(request, "profile/assessment.html", page | {"frame": "person/base.html"})


@needs(Ability.RECORD_OWN)
@require_safe
def my_assessment(request: HttpRequest) -> HttpResponse:
    """The same on one's own pages."""
    found = access_assessment(own_look(request))
    page = assessment_page(found, is_mine=True)
    return render(request, "profile/assessment.html", page | {"frame": "profile/base_mine.html"})


def assessment_page(found: Assessment, *, is_mine: bool) -> dict[str, Any]:
    """What both pages show."""
    facts = [contribution_fact(row) for row in found.contributions]
    reader = Capacity.JOBSEEKER if is_mine else Capacity.SPECIALIST
    header = found.header
    said = [contribution_in_words(row, header.key, reader=reader) for row in found.contributions]
    missing = yet_to_name_strengths(facts)
    to_do = [area for area in left(facts) if area in found.areas]
    return {
        "is_mine": is_mine,
        "level": 2 if is_mine else 3,
        "may_write": header.may(Permission.ASSESSMENT_CHANGE),
        "may_change": header.may(Permission.ABOUT_PERSON_CHANGE),
        "areas": [
            _area(area, said, facts, _url(header.public_id, area, is_mine=is_mine)) for area in found.areas
        ],
        "left": [(area.value, area_words(area)) for area in to_do],
        "done": len(found.areas) - len(to_do),
        "total": len(found.areas),
        "strengths": [each for each in said if each.is_strength],
        "jobseeker_names_none": Capacity.JOBSEEKER in missing,
        "specialist_names_none": Capacity.SPECIALIST in missing,
        "earlier": list(_earlier(found.earlier, found)),
        "assess_url": reverse("my_act", args=["assess"]) if is_mine else act_url(header.public_id, "assess"),
        "profile_url": _named("profile", found, is_mine=is_mine),
        "may_read_money": header.may(Permission.ECONOMY_READ),
        **_money(found, is_mine=is_mine),
    }


def _money(found: Assessment, *, is_mine: bool) -> dict[str, Any]:
    talk, key, public_id = found.talk, found.header.key, found.header.public_id
    flag = "flag-money-problem"
    return {
        "talk": talk,
        "corrected": str(Sealed(talk, "sealed_corrected", key)) if talk else "",
        "problems": [
            (
                row,
                str(Sealed(row, "sealed_text", key)),
                f"{act_url(public_id, 'settle-money-problem')}?om={row.public_id.hex}",
            )
            for row in found.problems
        ],
        "flag_url": reverse("my_act", args=[flag]) if is_mine else act_url(public_id, flag),
        "talk_url": "" if is_mine else act_url(public_id, "talk-economy"),
    }


def _area(area: AssessmentArea, said: list[ContributionShown], facts: list[Any], url: str) -> AreaShown:
    return AreaShown(
        code=area.value,
        title=area_words(area),
        why=area_words(area, "why"),
        questions=questions(area),
        said=[each for each in said if each.area == area],
        is_rather_not=would_rather_not(facts, area),
        url=url,
    )


def _earlier(rows: list[Contribution], found: Assessment) -> Iterator[tuple[str, ContributionShown]]:
    for row in rows:
        shown = contribution_in_words(row, found.header.key, reader=Capacity.SPECIALIST)
        yield area_words(row.area), shown


def _url(public_id: UUID, area: AssessmentArea, *, is_mine: bool) -> str:
    page = reverse("my_act", args=["assess"]) if is_mine else act_url(public_id, "assess")
    return f"{page}?om={area}"


def _named(name: str, found: Assessment, *, is_mine: bool) -> str:
    return reverse(f"my_{name}") if is_mine else reverse(name, args=[found.header.public_id])


urlpatterns = [
    path("personer/<uuid:public_id>/kartlegging", assessment, name="assessment"),
    path("min-side/kartlegging", my_assessment, name="my_assessment"),
]
