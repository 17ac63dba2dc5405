"""What is ready for NAV's case-worker system: text to copy, and the file (I-4.2d)."""

import json
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from fotfeste.apps.caseload.profile import ForNav, access_for_nav
from fotfeste.web.lines import words_of
from fotfeste.web.looks import look_of
from fotfeste.web.person_header import header_page
from fotfeste.web.policy import record
from fotfeste.web.profile import FRAME
from fotfeste.web.profile_file import SCHEMA_ADDRESS, as_text, file_of
from fotfeste.web.profile_words import section_words
from fotfeste.web.requests import read_uuid


@record
@require_safe
def for_nav(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The newest that was made ready, or the one asked for; and when others were."""
    look = look_of(request, public_id)
    found = access_for_nav(look, read_uuid(request.GET.get("om", "")))
    page = header_page(found.header, "profile", on=look.on) | {
        "frame": FRAME,
        "times": [(row, ", ".join(section_words(each) for each in row.sections)) for row in found.times],
        "chosen": found.chosen,
        "refused": [words_of(reason, on=look.on) for reason in found.refused],
        "schema_url": SCHEMA_ADDRESS,
        **_ready(found),
    }
    return render(request, "profile/for_nav.html", page)


@record
@require_safe
def nav_file(request: HttpRequest, public_id: UUID, carried: UUID) -> HttpResponse:
    """The file. Its name tells nothing of whom it is about."""
    found = access_for_nav(look_of(request, public_id), carried)
    if found.chosen is None:
        raise Http404
    if found.refused:
        return for_nav(request, public_id)
    content = json.dumps(file_of(found), ensure_ascii=False, indent=2)
    response = HttpResponse(content, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="karriereprofil-{found.chosen.on}.json"'
    return response


def _ready(found: ForNav) -> dict[str, Any]:
    if found.chosen is None or found.refused:
        return {"text": ""}
    return {"text": as_text(file_of(found))}


urlpatterns = [
    path("personer/<uuid:public_id>/profil/nav", for_nav, name="profile_for_nav"),
    path("personer/<uuid:public_id>/profil/nav/<uuid:carried>.json", nav_file, name="profile_nav_file"),
]
