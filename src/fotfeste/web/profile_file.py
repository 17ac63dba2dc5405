"""The profile as a file for NAV's case-worker system, and the JSON Schema of that file (I-4.2d)."""

import json
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fotfeste.apps.caseload.profile import ForNav
from fotfeste.apps.people.sealed import Sealed
from fotfeste.domain.career_profile_sections import ProfileSection
from fotfeste.web.policy import public
from fotfeste.web.profile_words import section_words

SCHEMA_ADDRESS = "/skjema/karriereprofil-1.json"
FORMAT, VERSION = "fotfeste-karriereprofil", 1
LONGEST = 4_000
_DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}

SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": SCHEMA_ADDRESS,
    "title": "Career profile, carried over by the employment specialist",
    "description": (
        "Only the parts the jobseeker has agreed to. Holds no national identity number: "
        "who takes the file in knows whom it is about, and puts it where it belongs."
    ),
    "type": "object",
    "additionalProperties": False,
    "required": [
        "$schema",
        "format",
        "format_version",
        "name",
        "profile_version",
        "carried_over_on",
        "sections",
    ],
    "properties": {
        "$schema": {"type": "string"},
        "format": {"const": FORMAT},
        "format_version": {"const": VERSION},
        "name": {"type": "string", "description": "The jobseeker's name."},
        "profile_version": {
            "type": "integer",
            "minimum": 1,
            "description": "The version the texts are from.",
        },
        "carried_over_on": _DAY,
        "carried_over_by": {"type": "string", "description": "The employment specialist."},
        "sections": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["code", "title", "text", "written_on"],
                "properties": {
                    "code": {"enum": [section.value for section in ProfileSection]},
                    "title": {"type": "string"},
                    "text": {"type": "string", "minLength": 1, "maxLength": LONGEST},
                    "written_on": _DAY,
                },
            },
        },
    },
}
"""What the file holds. A change that others must know of takes a new address; this one stays as it is."""


def file_of(found: ForNav) -> dict[str, Any]:
    """The file, for one time parts of the profile went over and still may."""
    if found.chosen is None:
        raise LookupError("Nothing was chosen.")
    key = found.header.key
    return {
        "$schema": SCHEMA_ADDRESS,
        "format": FORMAT,
        "format_version": VERSION,
        "name": str(found.header.name),
        "profile_version": found.chosen.number,
        "carried_over_on": found.chosen.on.isoformat(),
        "carried_over_by": found.chosen.by.name,
        "sections": [
            {
                "code": row.section,
                "title": section_words(row.section),
                "text": str(Sealed(row, "sealed_text", key)),
                "written_on": row.on.isoformat(),
            }
            for row in found.texts
        ],
    }


def as_text(content: dict[str, Any]) -> str:
    """The same as text to copy: a heading, and what stands under it."""
    head = _("Karriereprofil, versjon %(number)s") % {"number": content["profile_version"]}
    parts = [f"{each['title'].upper()}\n{each['text']}" for each in _sections(content)]
    return "\n\n".join([head, *parts])


def _sections(content: dict[str, Any]) -> Sequence[dict[str, str]]:
    found: Sequence[dict[str, str]] = content["sections"]
    return found


def schema_document() -> str:
    """docs/career-profile.schema.json, and what stands at its address."""
    return json.dumps(SCHEMA, ensure_ascii=False, indent=2) + "\n"


@public
@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """The JSON Schema, for whoever takes the file in."""
    return HttpResponse(schema_document(), content_type="application/schema+json; charset=utf-8")


urlpatterns = [path(SCHEMA_ADDRESS.lstrip("/"), schema, name="profile_schema")]
