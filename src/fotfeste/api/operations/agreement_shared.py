"""The agreement for the employment specialist, as long as the jobseeker shares it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.operations.agreement_employer import CommonLineShown, lines_sent
from fotfeste.api.policy import RECORD, api_policy
from fotfeste.api.schemas import Shown
from fotfeste.api.trouble import not_found
from fotfeste.apps.agreements.models import AgreementText
from fotfeste.apps.agreements.sharing import access_shared_text
from fotfeste.apps.agreements.text_seen import TextSeen
from fotfeste.clock import OSLO
from fotfeste.domain.agreements.content import Content

router = Router(tags=["Acts on one person"])
ADDRESS = "/people/{uuid:person_id}/shared-agreement"


class SharedVersionListed(Shown):
    """One version of the shared agreement."""

    number: int
    laid_out_on: date
    is_in_force: bool
    is_taken_back: bool


class SharedAgreementShown(Shown):
    """The agreement that the jobseeker shares with you. `version` is null for a draft."""

    person: UUID
    standing: str = Field(description="draft, to_be_signed, in_force, changing, ended or lapsed.")
    office: str
    employer: str | None
    contact: str | None
    version: SharedVersionListed | None
    lines: list[CommonLineShown]
    review_on: date | None
    versions: list[SharedVersionListed] = Field(description="All of them, the newest first.")


@router.get(ADDRESS, response=SharedAgreementShown, summary="The agreement a jobseeker shares with you")
@api_policy(RECORD)
def get_shared_agreement(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """What holds; or what waits for signatures, or the draft, where nothing holds yet."""
    found = _found(request, person_id)
    row = found.in_force or found.waiting
    return _shown(found, row, found.content_in(row) if row else found.whole())


@router.get(ADDRESS + "/versions/{int:number}", response=SharedAgreementShown, summary="One version of it")
@api_policy(RECORD)
def get_shared_agreement_version(request: HttpRequest, person_id: UUID, number: int) -> dict[str, Any]:
    """One version as it was."""
    found = _found(request, person_id)
    row = next((each for each in found.texts if each.number == number), None)
    if row is None:
        raise not_found()
    return _shown(found, row, found.content_in(row))


def _found(request: HttpRequest, person: UUID) -> TextSeen:
    call = calling(request)
    return access_shared_text(call.acting, person, at=call.at, purpose=call.purpose)


def _shown(found: TextSeen, row: AgreementText | None, content: Content) -> dict[str, Any]:
    return {
        "person": found.person.public_id,
        "standing": found.standing.value,
        "office": content.office,
        "employer": content.employer.name if content.employer else None,
        "contact": content.contact.name if content.contact else None,
        "version": next(_versions([row])) if row else None,
        "lines": lines_sent(content.lines),
        "review_on": content.review_on,
        "versions": list(_versions(found.texts)),
    }


def _versions(rows: Iterable[AgreementText]) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield {
            "number": row.number,
            "laid_out_on": row.laid_out_at.astimezone(OSLO).date(),
            "is_in_force": row.concluded_at is not None and row.replaced_at is None,
            "is_taken_back": row.dropped_at is not None,
        }
