"""The career profile on the person's page and on one's own: as it stands, by whom, the review."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_safe

from fotfeste.apps.caseload.profile import Page, Profile, access_page, access_profile
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.profiles.models import ProfileText
from fotfeste.apps.profiles.services.one_page import PARTS
from fotfeste.domain.permissions import Ability, Permission
from fotfeste.domain.vocational_assessment import Capacity
from fotfeste.web.acts_call import own_look
from fotfeste.web.lines import act_url
from fotfeste.web.looks import look_of
from fotfeste.web.person_header import header_page
from fotfeste.web.policy import needs, record
from fotfeste.web.profile_words import CAPACITIES, page_words, section_words

FRAME, OWN_FRAME = "person/base.html", "profile/base_mine.html"


@dataclass(frozen=True, slots=True)
class SectionShown:
    """One part of the profile. `number` is the version it was last written in."""

    code: str
    title: str
    why: str
    text: str = ""
    by: str = ""
    capacity: str = ""
    on: date | None = None
    number: int = 0
    url: str = ""
    is_new_to_clinician: bool = False


@record
@require_safe
def profile(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The profile on the person's page."""
    look = look_of(request, public_id)
    found = access_profile(look)
    page = header_page(found.header, "profile", on=look.on) | profile_page(found, is_mine=False)
    return render(request, "profile/profile.html", page | {"frame": FRAME})


@needs(Ability.RECORD_OWN)
@require_safe
def my_profile(request: HttpRequest) -> HttpResponse:
    """My profile, and writing in it."""
    found = access_profile(own_look(request))
    return render(request, "profile/profile.html", profile_page(found, is_mine=True) | {"frame": OWN_FRAME})


@record
@require_safe
def one_page(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The jobseeker's page in plain words, for the specialist."""
    look = look_of(request, public_id)
    found = access_page(look)
    page = header_page(found.header, "profile", on=look.on) | _plain_page(found, is_mine=False)
    return render(request, "profile/one_page.html", page | {"frame": FRAME})


@needs(Ability.RECORD_OWN)
@require_safe
def my_one_page(request: HttpRequest) -> HttpResponse:
    """My page in plain words, to show and to print."""
    found = access_page(own_look(request))
    return render(request, "profile/one_page.html", _plain_page(found, is_mine=True) | {"frame": OWN_FRAME})


def profile_page(found: Profile, *, is_mine: bool) -> dict[str, Any]:
    """What both pages show."""
    header = found.header
    number = max((row.number for row in found.texts), default=0)
    newest = max(found.texts, key=lambda row: (row.number, row.at), default=None)
    return {
        "is_mine": is_mine,
        "level": 2 if is_mine else 3,
        "may_write": header.may(Permission.PROFILE_CHANGE),
        "may_change": header.may(Permission.ABOUT_PERSON_CHANGE),
        "may_read_assessment": header.may(Permission.ASSESSMENT_READ),
        "sections": list(_sections(found, is_mine=is_mine)),
        "number": number,
        "newest": newest,
        "dated": found.dated,
        "is_elsewhere": not found.texts and found.dated is not None,
        "is_asked": found.is_asked,
        "review": _review(found),
        "urls": _urls(header.public_id, is_mine=is_mine),
    }


def _sections(found: Profile, *, is_mine: bool) -> Iterator[SectionShown]:
    written = {row.section: row for row in found.texts}
    for section in found.sections:
        row = written.get(section)
        page = (
            reverse("my_act", args=["edit-profile"])
            if is_mine
            else act_url(found.header.public_id, "edit-profile")
        )
        yield _section(section.value, row, found, f"{page}?om={section}")


def _section(code: str, row: ProfileText | None, found: Profile, url: str) -> SectionShown:
    title, why = section_words(code), section_words(code, "why")
    if row is None:
        return SectionShown(code, title, why, url=url)
    review = found.review
    return SectionShown(
        code=code,
        title=title,
        why=why,
        text=str(Sealed(row, "sealed_text", found.header.key)),
        by=row.by.name,
        capacity=str(CAPACITIES[Capacity(row.capacity)]),
        on=row.on,
        number=row.number,
        url=url,
        is_new_to_clinician=review is not None
        and review.answered_on is not None
        and row.number > review.number,
    )


def _review(found: Profile) -> dict[str, Any] | None:
    row = found.review
    if row is None:
        return None
    return {
        "clinician": row.clinician.name,
        "asked_by": row.asked_by.name,
        "asked_on": row.asked_on,
        "seen_at": row.seen_at,
        "answered_on": row.answered_on,
        "comment": str(Sealed(row, "sealed_comment", found.header.key)),
        "comment_seen_on": row.comment_seen_on,
        "number": row.number,
    }


def _urls(public_id: UUID, *, is_mine: bool) -> dict[str, str]:
    names = ("assessment", "profile", "profile_versions", "profile_difference", "one_page")
    args = [] if is_mine else [public_id]
    return {name: reverse(f"my_{name}" if is_mine else name, args=args) for name in names}


def _plain_page(found: Page, *, is_mine: bool) -> dict[str, Any]:
    page, header = found.page, found.header
    write = "write-one-page"
    may_write = is_mine or (header.may(Permission.PROFILE_CHANGE) and not found.has_log_in)
    return {
        "is_mine": is_mine,
        "name_on_page": str(header.name),
        "page": page,
        "parts": [
            (
                page_words(part),
                page_words(part, "why"),
                str(Sealed(page, f"sealed_{part}", header.key)) if page else "",
            )
            for part in PARTS
        ],
        "may_write": may_write,
        "write_url": reverse("my_act", args=[write]) if is_mine else act_url(header.public_id, write),
        "urls": _urls(header.public_id, is_mine=is_mine),
    }


urlpatterns = [
    path("personer/<uuid:public_id>/profil", profile, name="profile"),
    path("personer/<uuid:public_id>/profil/ark", one_page, name="one_page"),
    path("min-side/profil", my_profile, name="my_profile"),
    path("min-side/profil/ark", my_one_page, name="my_one_page"),
]
