"""The profile's history: what was changed when and by whom, and two versions word by word."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_safe

from fotfeste.apps.caseload.profile import TwoVersions, Versions, access_two_versions, access_versions
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.profiles.models import ProfileText
from fotfeste.domain.permissions import Ability
from fotfeste.domain.word_difference import Piece, word_difference
from fotfeste.web.acts_call import own_look
from fotfeste.web.looks import look_of
from fotfeste.web.person_header import header_page
from fotfeste.web.policy import needs, record
from fotfeste.web.profile import FRAME, OWN_FRAME
from fotfeste.web.profile_words import section_words
from fotfeste.web.requests import read_number


@dataclass(frozen=True, slots=True)
class VersionShown:
    """One version: when, who, and which parts were written."""

    number: int
    on: date
    by: str
    sections: list[str]
    url: str


@dataclass(frozen=True, slots=True)
class DifferenceShown:
    """One part in two versions, word by word."""

    title: str
    pieces: tuple[Piece, ...]


@record
@require_safe
def versions(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Every version, the newest first."""
    look = look_of(request, public_id)
    found = access_versions(look, before=read_number(request.GET.get("etter", "")))
    page = header_page(found.header, "profile", on=look.on) | _versions_page(found, is_mine=False)
    return render(request, "profile/versions.html", page | {"frame": FRAME})


@needs(Ability.RECORD_OWN)
@require_safe
def my_versions(request: HttpRequest) -> HttpResponse:
    """The same on one's own pages."""
    found = access_versions(own_look(request), before=read_number(request.GET.get("etter", "")))
    return render(
        request, "profile/versions.html", _versions_page(found, is_mine=True) | {"frame": OWN_FRAME}
    )


@record
@require_safe
def difference(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The difference between two versions."""
    look = look_of(request, public_id)
    found = access_two_versions(look, *_asked(request))
    page = header_page(found.header, "profile", on=look.on) | _difference_page(request, found, is_mine=False)
    return render(request, "profile/difference.html", page | {"frame": FRAME})


@needs(Ability.RECORD_OWN)
@require_safe
def my_difference(request: HttpRequest) -> HttpResponse:
    """The same on one's own pages."""
    found = access_two_versions(own_look(request), *_asked(request))
    page = _difference_page(request, found, is_mine=True)
    return render(request, "profile/difference.html", page | {"frame": OWN_FRAME})


def _asked(request: HttpRequest) -> tuple[int, int]:
    """From which version to which. Without a first one: from the one before."""
    after = read_number(request.GET.get("til", "")) or 1
    before = read_number(request.GET.get("fra", ""))
    return (after - 1 if before is None else before, after)


def _versions_page(found: Versions, *, is_mine: bool) -> dict[str, Any]:
    public_id = found.header.public_id
    return {
        "is_mine": is_mine,
        "versions": list(
            _versions(found.changes, _address("profile_difference", public_id, is_mine=is_mine))
        ),
        "older_url": f"?etter={found.next_before}" if found.next_before else "",
        "profile_url": _address("profile", public_id, is_mine=is_mine),
        "difference_url": _address("profile_difference", public_id, is_mine=is_mine),
    }


def _versions(rows: Iterable[ProfileText], url: str) -> Iterator[VersionShown]:
    for number, group in groupby(rows, key=lambda row: row.number):
        changed = list(group)
        first = changed[0]
        sections = [section_words(row.section) for row in changed]
        yield VersionShown(number, first.on, first.by.name, sections, f"{url}?til={number}")


def _difference_page(request: HttpRequest, found: TwoVersions, *, is_mine: bool) -> dict[str, Any]:
    before, after = _asked(request)
    public_id = found.header.public_id
    return {
        "is_mine": is_mine,
        "before": before,
        "after": after,
        "newest": found.newest,
        "is_there": after <= found.newest,
        "differences": list(_differences(found)),
        "whole": [
            (section_words(row.section), text)
            for row in found.after
            if (text := str(Sealed(row, "sealed_text", found.header.key)))
        ],
        "versions_url": _address("profile_versions", public_id, is_mine=is_mine),
    }


def _differences(found: TwoVersions) -> Iterator[DifferenceShown]:
    """Only the parts that differ. A row that stands in both is the same text."""
    key = found.header.key
    before = {row.section: row for row in found.before}
    after = {row.section: row for row in found.after}
    for section in found.sections:
        was, now = before.get(section), after.get(section)
        if (was and was.pk) == (now and now.pk):
            continue
        texts = [str(Sealed(row, "sealed_text", key)) if row else "" for row in (was, now)]
        yield DifferenceShown(section_words(section), word_difference(*texts))


def _address(name: str, public_id: UUID, *, is_mine: bool) -> str:
    return reverse(f"my_{name}") if is_mine else reverse(name, args=[public_id])


urlpatterns = [
    path("personer/<uuid:public_id>/profil/versjoner", versions, name="profile_versions"),
    path("personer/<uuid:public_id>/profil/forskjell", difference, name="profile_difference"),
    path("min-side/profil/versjoner", my_versions, name="my_profile_versions"),
    path("min-side/profil/forskjell", my_difference, name="my_profile_difference"),
]
