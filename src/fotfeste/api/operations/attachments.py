"""Files of a job search: which there are, one sent, one fetched, one deleted. One's own the same way."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Router, UploadedFile
from pydantic import Field

from fotfeste.api.calls import calling, look_at
from fotfeste.api.fields import Text
from fotfeste.api.once import Done
from fotfeste.api.operations.lines import PersonNamed
from fotfeste.api.operations.person_sections import named
from fotfeste.api.policy import RECORD, api_policy, needs
from fotfeste.api.schemas import Sent, Shown
from fotfeste.apps.around.own import own_public_id
from fotfeste.apps.attachments.access import (
    Files,
    HandedOut,
    access_file,
    access_files,
    act_attach,
    act_remove,
)
from fotfeste.apps.attachments.services import ToAttach
from fotfeste.apps.caseload.person import Look
from fotfeste.domain.attachments import AttachmentKind, size_refused
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.parameters import ATTACHMENT_LIMITS
from fotfeste.web.attachments_shown import as_file

router = Router(tags=["Attachments"])

OF_PERSON = "/people/{uuid:person_id}/attachments"
MINE = "/me/attachments"
ONE = "/{uuid:attachment_id}"
OWN = needs(Ability.RECORD_OWN)
A_FILE = {
    "responses": {
        200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
    }
}


class AttachmentShown(Shown):
    """A file. What it holds is fetched by itself."""

    id: UUID
    kind: str = Field(description="What it is to the jobseeker.")
    file_kind: str = Field(description="What it is by its content, as its name ends.")
    name: str
    size: int = Field(description="In bytes.")
    added_on: date
    added_by: str
    lead: UUID | None
    job: UUID | None


class AttachmentsShown(Shown):
    """The files of one person, the newest first."""

    person: PersonNamed
    attachments: list[AttachmentShown]


class AttachmentSent(Sent):
    """What a file is. `about`: `lead:` or `job:` and an id, or nothing. Without a name the file's own."""

    kind: AttachmentKind
    name: Text = Field("", max_length=300)
    about: Text = Field("", max_length=60)


class AttachmentSaved(Shown):
    """Added, or deleted."""

    id: UUID


@router.get(OF_PERSON, response=AttachmentsShown, summary="Attachments")
@api_policy(RECORD)
def list_attachments(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """The files of a jobseeker: for the jobseeker and the specialist alone."""
    return _facts(access_files(look_at(calling(request), person_id)))


@router.post(OF_PERSON, response={201: AttachmentSaved}, summary="Add an attachment")
@api_policy(RECORD)
def add_attachment(
    request: HttpRequest, person_id: UUID, sent: Form[AttachmentSent], file: File[UploadedFile]
) -> Done:
    """Send a file. What it is, is read from its content."""
    return _add(look_at(calling(request), person_id), sent, file)


@router.get(OF_PERSON + ONE, response={200: None}, openapi_extra=A_FILE, summary="Fetch an attachment")
@api_policy(RECORD)
def get_attachment(request: HttpRequest, person_id: UUID, attachment_id: UUID) -> HttpResponse:
    """The file itself. Each fetching is in the log, and the jobseeker sees it."""
    return as_file(access_file(look_at(calling(request), person_id), attachment_id.hex))


@router.delete(OF_PERSON + ONE, response=AttachmentSaved, summary="Delete an attachment")
@api_policy(RECORD)
def remove_attachment(request: HttpRequest, person_id: UUID, attachment_id: UUID) -> Done:
    """The file is gone for good; that it was here stays."""
    act_remove(look_at(calling(request), person_id), attachment_id.hex)
    return Done(AttachmentSaved(id=attachment_id))


@router.get(MINE, response=AttachmentsShown, summary="My attachments")
@api_policy(OWN)
def list_my_attachments(request: HttpRequest) -> dict[str, Any]:
    """My own files, the newest first."""
    return _facts(access_files(_own(request)))


@router.post(MINE, response={201: AttachmentSaved}, summary="Add an attachment of mine")
@api_policy(OWN)
def add_my_attachment(request: HttpRequest, sent: Form[AttachmentSent], file: File[UploadedFile]) -> Done:
    """Send a file of my own."""
    return _add(_own(request), sent, file)


@router.get(MINE + ONE, response={200: None}, openapi_extra=A_FILE, summary="Fetch an attachment of mine")
@api_policy(OWN)
def get_my_attachment(request: HttpRequest, attachment_id: UUID) -> HttpResponse:
    """One of my files, as it was sent."""
    return as_file(access_file(_own(request), attachment_id.hex))


@router.delete(MINE + ONE, response=AttachmentSaved, summary="Delete an attachment of mine")
@api_policy(OWN)
def remove_my_attachment(request: HttpRequest, attachment_id: UUID) -> Done:
    """One of my files is gone for good."""
    act_remove(_own(request), attachment_id.hex)
    return Done(AttachmentSaved(id=attachment_id))


def _own(request: HttpRequest) -> Look:
    call = calling(request)
    return Look(call.acting, own_public_id(call.acting), call.at, call.on)


def _add(look: Look, sent: AttachmentSent, file: UploadedFile) -> Done:
    if wrong := size_refused(file.size or 0, ATTACHMENT_LIMITS.on(look.on)):
        raise Refused(wrong)
    row = act_attach(look, ToAttach(sent.kind, file.read(), sent.name or file.name or "", sent.about))
    return Done(AttachmentSaved(id=row.public_id), 201)


def _facts(found: Files) -> dict[str, Any]:
    key = found.header.key
    return {
        "person": named(found.header),
        "attachments": [
            {
                "id": row.public_id,
                "kind": row.kind,
                "file_kind": row.file_kind,
                "name": HandedOut(row, key).name,
                "size": row.size,
                "added_on": row.added_on,
                "added_by": row.added_by.name,
                "lead": row.lead.public_id if row.lead else None,
                "job": row.job.public_id if row.job else None,
            }
            for row in found.rows
        ],
    }
