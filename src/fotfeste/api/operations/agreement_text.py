"""An agreement's text as jobseeker and NAV read it: as it stands, each version, its document (A-02)."""

from base64 import b64encode
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.operations.agreement_employer import CommonLineShown
from fotfeste.api.operations.workbook import DocumentShown
from fotfeste.api.policy import RECORD, api_policy
from fotfeste.api.problems import ReasonShown, shown
from fotfeste.api.schemas import Shown
from fotfeste.api.trouble import not_found
from fotfeste.apps.agreements.documents import access_document
from fotfeste.apps.agreements.models import AgreementText, Signature
from fotfeste.apps.agreements.text_seen import TextSeen, access_text
from fotfeste.domain.agreements.content import Content, Line
from fotfeste.domain.agreements.identified import OnBehalfReason, SignedBy
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.agreements.standing import Standing
from fotfeste.domain.agreements.validity import advice
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.permissions import Permission

router = Router(tags=["Agreement"])

TEXT = "/people/{uuid:person_id}/agreement/text"
ONE = "/people/{uuid:person_id}/agreement/versions/{number}"


class AgreementLineShown(CommonLineShown):
    """A line, with what it tells of the person."""

    topic: Topic | None


class ReachedShown(Shown):
    """Somebody by name, and how to reach them."""

    name: str
    phone: str
    email: str


class AgreementEmployerShown(Shown):
    """The business that is a party, and who answers for it."""

    name: str
    organisation_number: str
    contact: ReachedShown


class AgreementWordsShown(Shown):
    """All that is signed, or is to be."""

    office: str
    jobseeker: ReachedShown
    contact: ReachedShown | None
    employer: AgreementEmployerShown | None
    lines: list[AgreementLineShown]
    review_on: date | None


class AgreementSignatureShown(Shown):
    """Who signed, when and how. With `on_behalf_because` NAV signed for the jobseeker."""

    party: Party
    name: str
    signed_at: datetime
    signed_by: SignedBy
    on_behalf_because: list[OnBehalfReason]
    by: str = Field(description="Who in NAV signed for the jobseeker; else empty.")


class AgreementTextVersionNamed(Shown):
    """A version: when it was laid out, who has signed it, and whom it waits for."""

    number: int
    digest: str = Field(description="Of the words. Signing names it: one signs exactly what one has read.")
    laid_out_at: datetime
    is_in_force: bool
    signed: list[AgreementSignatureShown]
    awaited: list[Party]


class AgreementTextVersionShown(AgreementTextVersionNamed):
    """One version, word for word."""

    words: AgreementWordsShown


class AgreementTextShown(Shown):
    """The text as it stands: what waits for signatures, or the draft and what it lacks."""

    person: UUID
    standing: Literal["draft", "to_be_signed", "in_force", "changing", "lapsed", "ended"]
    lapses_on: date | None
    may_change: bool
    words: AgreementWordsShown
    own_lines: list[str] = Field(description="The keys of the draft's lines that you may change.")
    waiting: AgreementTextVersionNamed | None
    versions: list[AgreementTextVersionNamed] = Field(
        description="All but the one that waits, the newest first."
    )
    left_out: list[AgreementLineShown] = Field(description="What stays between the jobseeker and NAV.")
    lacks: list[ReasonShown] = Field(description="What keeps the draft from being signed.")
    advice: list[ReasonShown]


@router.get(TEXT, response=AgreementTextShown, summary="The text of a person's agreement")
@api_policy(RECORD)
def get_agreement_text(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """For the person, the office that answers for it, and the contact person in NAV."""
    found = _found(request, person_id)
    waiting, is_mine = found.waiting, calling(request).acting.person_id is not None
    own = found.written_by(Party.JOBSEEKER if is_mine else Party.NAV)
    is_drafted = waiting is None
    is_open = found.standing not in (Standing.ENDED, Standing.LAPSED)
    content = found.content_in(waiting) if waiting else found.common()
    return {
        "person": found.person.public_id,
        "standing": found.standing,
        "lapses_on": found.lapses_on,
        "may_change": found.decision.may(Permission.AGREEMENT_CHANGE),
        "words": _words(content),
        "own_lines": [line.key for line in content.lines if is_drafted and line.key in own],
        "waiting": _version(found, waiting) if waiting else None,
        "versions": [_version(found, each) for each in found.texts if each is not waiting],
        "left_out": _lines(found.left_out() if found.tellable is not None else ()),
        "lacks": [shown(each) for each in found.lacks()] if is_drafted and is_open else [],
        "advice": [shown(each) for each in advice(found.whole())] if is_drafted else [],
    }


@router.get(ONE, response=AgreementTextVersionShown, summary="One version of the text")
@api_policy(RECORD)
def get_agreement_version(request: HttpRequest, person_id: UUID, number: int) -> dict[str, Any]:
    """As it was laid out, word for word, with who signed it."""
    found = _found(request, person_id)
    row = next((each for each in found.texts if each.number == number), None)
    if row is None:
        raise not_found()
    return _version(found, row) | {"words": _words(found.content_in(row))}


@router.get(ONE + "/document", response=DocumentShown, summary="The sealed document of a version")
@api_policy(RECORD)
def get_agreement_document(request: HttpRequest, person_id: UUID, number: int) -> dict[str, str]:
    """As PDF. Not found until all have signed and it has been made."""
    call = calling(request)
    found = access_document(call.acting, person_id, number, at=call.at)
    if found is None:
        raise not_found()
    content = b64encode(found.content()).decode()
    return {"name": found.name, "media_type": "application/pdf", "content": content}


def _found(request: HttpRequest, person_id: UUID) -> TextSeen:
    call = calling(request)
    found = access_text(call.acting, person_id, at=call.at)
    if found is None:
        raise not_found()
    return found


def _words(content: Content) -> dict[str, Any]:
    return {
        "office": content.office,
        "jobseeker": content.jobseeker,
        "contact": content.contact,
        "employer": content.employer,
        "lines": _lines(content.lines),
        "review_on": content.review_on,
    }


def _lines(lines: Iterable[Line]) -> list[dict[str, Any]]:
    return [{name: getattr(line, name) for name in AgreementLineShown.model_fields} for line in lines]


def _version(found: TextSeen, row: AgreementText) -> dict[str, Any]:
    signed = found.signed(row)
    parties = {each.party for each in signed}
    return {
        "number": row.number,
        "digest": row.digest,
        "laid_out_at": row.laid_out_at,
        "is_in_force": row.concluded_at is not None and row.replaced_at is None,
        "signed": [_signature(found, each) for each in signed],
        "awaited": [each for each in row.asked.split() if each not in parties],
    }


def _signature(found: TextSeen, row: Signature) -> dict[str, Any]:
    because = row.on_behalf_because.split()
    return {
        "party": row.party,
        "name": found.name_of(row),
        "signed_at": row.signed_at,
        "signed_by": row.signed_by,
        "on_behalf_because": because,
        "by": row.account.name if because else "",
    }
