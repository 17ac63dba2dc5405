"""The workbook, and signed documents: the same as on the pages, with the same rights (I-4.1h)."""

from base64 import b64encode
from datetime import date, time
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling, look_at
from fotfeste.api.policy import RECORD, api_policy, needs
from fotfeste.api.schemas import Shown
from fotfeste.api.trouble import not_found
from fotfeste.apps.caseload.consents import access_document
from fotfeste.apps.mine.consents import access_my_document
from fotfeste.apps.mine.workbook import Workbook, access_workbook
from fotfeste.apps.people.sealed import Sealed
from fotfeste.domain.permissions import Ability, RelationKind
from fotfeste.web.documents import Document
from fotfeste.web.meetings_shown import place_in_words, who_in_words
from fotfeste.web.mine_workbook import TO_REACH

router = Router(tags=["Me"])


class WorkbookMeeting(Shown):
    """A meeting that is agreed with you."""

    id: UUID
    on: date
    at: time | None
    place: str
    who: str


class WorkbookContact(Shown):
    """Somebody you can reach."""

    kind: RelationKind
    name: str
    unit: str
    phone: str
    email: str


class WorkbookShown(Shown):
    """Everything you work with, in one place."""

    name: str
    goal: str = Field(description="What kind of work you want, in your words.")
    percent: int | None
    profiles: list[date] = Field(description="The days of your career profile's versions.")
    plan: str = Field(description="Your plan for difficult days.")
    plan_on: date | None
    watched: str = Field(description="What you have agreed to watch for.")
    answer: str = Field(description="The answer you made together in the start-up.")
    meetings: list[WorkbookMeeting]
    around: list[WorkbookContact]


class DocumentShown(Shown):
    """A signed document, whole. Taking it is logged as taking it on the page is."""

    name: str = Field(description="A neutral name for the file.")
    media_type: str
    content: str = Field(description="The file, as base64.")


@router.get("/me/workbook", response=WorkbookShown, summary="My workbook")
@api_policy(needs(Ability.RECORD_OWN))
def get_my_workbook(request: HttpRequest) -> dict[str, Any]:
    """What you want, your plan, your meetings and whom to reach."""
    call = calling(request)
    return _workbook(access_workbook(call.acting, at=call.at, on=call.on))


@router.get(
    "/me/consents/{uuid:statement_id}/document", response=DocumentShown, summary="A document I have signed"
)
@api_policy(needs(Ability.RECORD_OWN))
def get_my_consent_document(request: HttpRequest, statement_id: UUID) -> dict[str, str]:
    """The signed consent as PDF. Not found until it has been made."""
    call = calling(request)
    return document_shown(access_my_document(call.acting, statement_id, at=call.at))


@router.get(
    "/people/{uuid:person_id}/consents/{uuid:statement_id}/document",
    response=DocumentShown,
    summary="A signed consent",
)
@api_policy(RECORD)
def get_consent_document(request: HttpRequest, person_id: UUID, statement_id: UUID) -> dict[str, str]:
    """The signed consent as PDF, as the door stands right now. Not found until it has been made."""
    return document_shown(access_document(look_at(calling(request), person_id), statement_id))


def document_shown(found: Document | None) -> dict[str, str]:
    """A document as it is sent. Raises not found for one that there is not."""
    if found is None:
        raise not_found()
    content = b64encode(found.content()).decode()
    return {"name": found.name, "media_type": "application/pdf", "content": content}


def _workbook(found: Workbook) -> dict[str, Any]:
    wishes, key = found.wishes, found.key
    return {
        "name": str(found.name),
        "goal": str(Sealed(wishes, "sealed_work", key)) if wishes else "",
        "percent": wishes.percent if wishes else None,
        "profiles": [each.dated_on for each in found.profiles],
        "plan": str(found.of_episode("sealed_contingency_plan") or ""),
        "plan_on": found.episode.contingency_plan_on if found.episode else None,
        "watched": str(found.of_episode("sealed_agreed_problems") or ""),
        "answer": str(found.of_episode("sealed_joint_answer") or ""),
        "meetings": [
            {
                "id": each.public_id,
                "on": each.held_on,
                "at": each.starts_at,
                "place": place_in_words(each, key),
                "who": who_in_words(each, key),
            }
            for each in found.meetings
        ],
        "around": [
            {
                "kind": each.kind,
                "name": each.name,
                "unit": each.unit_name,
                "phone": each.phone,
                "email": each.email,
            }
            for each in found.around
            if each.kind in TO_REACH
        ],
    }
