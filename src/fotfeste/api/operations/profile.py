"""The assessment and the career profile: as they stand, in versions, and what is ready for NAV.

Writing goes by the acts (`assess`, `edit-profile`, `ask-profile-review`, `comment-profile`,
`carry-profile-over`, `write-one-page` and the rest), read by the very forms of the pages.
The jobseeker's own program calls them too.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from fotfeste.api.calls import calling, look_at
from fotfeste.api.operations.lines import PersonNamed
from fotfeste.api.operations.person_sections import named
from fotfeste.api.policy import RECORD, api_policy
from fotfeste.api.schemas import Sent, Shown
from fotfeste.api.trouble import Trouble, not_found
from fotfeste.apps.caseload.assessment import access_assessment
from fotfeste.apps.caseload.profile import (
    ForNav,
    access_for_nav,
    access_page,
    access_profile,
    access_two_versions,
    access_versions,
)
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.profiles.models import ProfileReview, ProfileText
from fotfeste.apps.profiles.selectors import contribution_fact
from fotfeste.apps.profiles.services.one_page import PARTS
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.career_profile_sections import ProfileSection
from fotfeste.domain.vocational_assessment import (
    AssessmentArea,
    Capacity,
    ContributionKind,
    left,
    yet_to_name_strengths,
)
from fotfeste.web.profile_file import as_text, file_of

router = Router(tags=["Assessment and career profile"])


class ContributionShown(Shown):
    """Something said in an area. Changed by `assess` about `<area>.<id>`, by whoever may."""

    id: UUID
    area: AssessmentArea
    kind: ContributionKind
    text: str
    use: str = Field(description="Of a strength: where in working life it is useful.")
    capacity: Capacity
    by: str
    on: date


class MoneyTalkShown(Shown):
    """The last talk about money, and what cannot wait."""

    talked_on: date | None
    income_known: str | None
    change_talked_through: bool
    open_problems: list[UUID]


class AssessmentShown(Shown):
    """The assessment as it stands, for the areas the reader may see."""

    person: PersonNamed
    areas: list[AssessmentArea]
    left: list[AssessmentArea]
    yet_to_name_strengths: list[Capacity]
    contributions: list[ContributionShown]
    economy: MoneyTalkShown


class ProfileSectionShown(Shown):
    """The text of one part."""

    section: ProfileSection
    text: str
    version: int = Field(description="The version of the profile in which it was written.")
    by: str
    on: date


class ProfileReviewShown(Shown):
    """The last time a clinician was asked."""

    clinician: str
    version: int
    asked_on: date
    seen_at: datetime | None
    answered_on: date | None
    comment: str
    comment_seen_on: date | None = Field(description="When the specialist had read it.")


class CareerProfileShown(Shown):
    """The profile as it stands. `dated_on` alone, without texts: it stands elsewhere."""

    person: PersonNamed
    version: int
    dated_on: date | None
    reviewed_on: date | None
    sections: list[ProfileSectionShown]
    review: ProfileReviewShown | None


class ProfileChangeShown(Shown):
    """A part that was written in a version."""

    version: int
    section: ProfileSection
    by: str
    on: date


class ProfileVersionsShown(Shown):
    """What was written in each version, the newest first."""

    person: PersonNamed
    changes: list[ProfileChangeShown]
    next_before: int | None


class ProfileVersionShown(Shown):
    """The profile as it stood in one version."""

    person: PersonNamed
    version: int
    newest: int
    sections: list[ProfileSectionShown]


class ProfileBeforeQuery(Sent):
    """Where to go on from."""

    before: int | None = Field(None, ge=1, le=999_999_999)


class CarriedShown(Shown):
    """One time parts were made ready for NAV."""

    id: UUID
    version: int
    on: date
    by: str
    sections: list[ProfileSection]


class ForNavShown(Shown):
    """Every time, the newest first."""

    person: PersonNamed
    times: list[CarriedShown]


class NavFileShown(Shown):
    """The file (its schema is published at /skjema/karriereprofil-1.json), and the same as text to copy."""

    file: dict[str, Any]
    text: str


class OnePageShown(Shown):
    """The page in plain words."""

    person: PersonNamed
    version: int
    on: date | None
    who: str
    can: str
    wants: str
    helps: str


@router.get("/people/{uuid:person_id}/assessment", response=AssessmentShown, summary="Assessment")
@api_policy(RECORD)
def get_assessment(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """What has been said in each area, by whom and when; what is left."""
    found = access_assessment(look_at(calling(request), person_id))
    key, facts = found.header.key, [contribution_fact(row) for row in found.contributions]
    return {
        "person": named(found.header),
        "areas": found.areas,
        "left": [area for area in left(facts) if area in found.areas],
        "yet_to_name_strengths": yet_to_name_strengths(facts),
        "contributions": [
            {
                "id": row.public_id,
                "area": row.area,
                "kind": row.kind,
                "text": str(Sealed(row, "sealed_text", key)),
                "use": str(Sealed(row, "sealed_use", key)),
                "capacity": row.capacity,
                "by": row.by.name,
                "on": row.on,
            }
            for row in found.contributions
        ],
        "economy": {
            "talked_on": found.talk.talked_on if found.talk else None,
            "income_known": found.talk.income_known if found.talk else None,
            "change_talked_through": bool(found.talk and found.talk.change_talked_through),
            "open_problems": [row.public_id for row in found.problems],
        },
    }


@router.get("/people/{uuid:person_id}/profile", response=CareerProfileShown, summary="Career profile")
@api_policy(RECORD)
def get_profile(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """The profile as it stands, for the parts the reader may see."""
    found = access_profile(look_at(calling(request), person_id))
    dated = found.dated
    return {
        "person": named(found.header),
        "version": max((row.number for row in found.texts), default=0),
        "dated_on": dated.dated_on if dated else None,
        "reviewed_on": dated.reviewed_with_clinician_on if dated else None,
        "sections": _sections(found.texts, found.header.key),
        "review": _review(found.review, found.header.key),
    }


@router.get(
    "/people/{uuid:person_id}/profile/versions", response=ProfileVersionsShown, summary="Profile versions"
)
@api_policy(RECORD)
def list_profile_versions(
    request: HttpRequest, person_id: UUID, asked: Query[ProfileBeforeQuery]
) -> dict[str, Any]:
    """What was written when, and by whom."""
    found = access_versions(look_at(calling(request), person_id), before=asked.before)
    return {
        "person": named(found.header),
        "changes": [
            {"version": row.number, "section": row.section, "by": row.by.name, "on": row.on}
            for row in found.changes
        ],
        "next_before": found.next_before,
    }


@router.get(
    "/people/{uuid:person_id}/profile/versions/{int:number}",
    response=ProfileVersionShown,
    summary="One version of the profile",
)
@api_policy(RECORD)
def get_profile_version(request: HttpRequest, person_id: UUID, number: int) -> dict[str, Any]:
    """The profile as it stood in that version. 404 for one there is not."""
    wanted = min(number, 999_999_999)
    found = access_two_versions(look_at(calling(request), person_id), 0, wanted)
    if not 1 <= wanted <= found.newest:
        raise not_found()
    return {
        "person": named(found.header),
        "version": wanted,
        "newest": found.newest,
        "sections": _sections(found.after, found.header.key),
    }


@router.get("/people/{uuid:person_id}/profile/for-nav", response=ForNavShown, summary="Made ready for NAV")
@api_policy(RECORD)
def list_profile_for_nav(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """When parts of the profile were made ready, and by whom."""
    found = access_for_nav(look_at(calling(request), person_id))
    return {
        "person": named(found.header),
        "times": [
            {
                "id": row.public_id,
                "version": row.number,
                "on": row.on,
                "by": row.by.name,
                "sections": row.sections,
            }
            for row in found.times
        ],
    }


@router.get(
    "/people/{uuid:person_id}/profile/for-nav/{uuid:carried_id}",
    response=NavFileShown,
    summary="The profile as a file for NAV",
)
@api_policy(RECORD)
def get_profile_for_nav(request: HttpRequest, person_id: UUID, carried_id: UUID) -> dict[str, Any]:
    """The file, while every consent it rests on holds."""
    found = access_for_nav(look_at(calling(request), person_id), carried_id)
    _still_open(found)
    content = file_of(found)
    return {"file": content, "text": as_text(content)}


@router.get("/people/{uuid:person_id}/one-page", response=OnePageShown, summary="The page in plain words")
@api_policy(RECORD)
def get_one_page(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """The jobseeker's own page."""
    found = access_page(look_at(calling(request), person_id))
    page, key = found.page, found.header.key
    texts = {part: str(Sealed(page, f"sealed_{part}", key)) if page else "" for part in PARTS}
    return {
        "person": named(found.header),
        "version": page.number if page else 0,
        "on": page.on if page else None,
        **texts,
    }


def _still_open(found: ForNav) -> None:
    if found.chosen is None:
        raise not_found()
    if found.refused:
        raise Trouble(403, found.refused[0].code, found.refused)


def _sections(rows: list[ProfileText], key: SealingKey) -> list[dict[str, Any]]:
    return [
        {
            "section": row.section,
            "text": str(Sealed(row, "sealed_text", key)),
            "version": row.number,
            "by": row.by.name,
            "on": row.on,
        }
        for row in rows
    ]


def _review(row: ProfileReview | None, key: SealingKey) -> dict[str, Any] | None:
    if row is None:
        return None
    return {
        "clinician": row.clinician.name,
        "version": row.number,
        "asked_on": row.asked_on,
        "seen_at": row.seen_at,
        "answered_on": row.answered_on,
        "comment": str(Sealed(row, "sealed_comment", key)),
        "comment_seen_on": row.comment_seen_on,
    }
