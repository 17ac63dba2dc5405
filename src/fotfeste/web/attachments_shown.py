"""Files as pages and programs show them, and how one is handed out."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from fotfeste.apps.attachments.access import Files, HandedOut
from fotfeste.apps.attachments.models import Attachment
from fotfeste.apps.attachments.services import JOB, LEAD
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.people.sealed import Sealed
from fotfeste.domain.attachments import AttachmentKind, FileKind
from fotfeste.web.attachment_words import KINDS, MEDIA_TYPES

NOTHING_RUNS = "default-src 'none'; sandbox"
"""The policy of a file that is handed out, should a browser ever show it."""


def as_file(found: HandedOut | None) -> HttpResponse:
    """A file to save, never to be shown in a frame of ours. 404 for one that is not there."""
    if found is None:
        raise Http404
    response = HttpResponse(found.content(), content_type=MEDIA_TYPES[FileKind(found.row.file_kind)])
    response["Content-Disposition"] = (
        content_disposition_header(True, found.name) or "attachment"
    )  # Django's own signature
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = NOTHING_RUNS
    return response


def files_shown(files: Files) -> list[dict[str, Any]]:
    """Each file as a list shows it."""
    return [_shown(row, files) for row in files.rows]


def belongs_choices(files: Files) -> Iterator[tuple[str, str]]:
    """What a file can belong to: the leads and the jobs."""
    key = files.header.key
    for lead in files.leads:
        yield f"{LEAD}:{lead.public_id.hex}", str(Sealed(lead, "sealed_title", key))[:80]
    for job in files.jobs:
        yield f"{JOB}:{job.public_id.hex}", _("Jobben hos %(employer)s") % {"employer": _employer(job)}


def _shown(row: Attachment, files: Files) -> dict[str, Any]:
    found = HandedOut(row, files.header.key)
    return {
        "key": row.public_id.hex,
        "name": found.name,
        "kind": KINDS[AttachmentKind(row.kind)],
        "size": row.size,
        "on": row.added_on,
        "by": row.added_by.name,
        "about": _belongs_to(row, files),
    }


def _belongs_to(row: Attachment, files: Files) -> str:
    if row.lead is not None:
        return str(Sealed(row.lead, "sealed_title", files.header.key))
    if row.job is not None:
        return _("Jobben hos %(employer)s") % {"employer": _employer(row.job)}
    return ""


def _employer(job: Employment) -> str:
    return job.employer.name if job.employer else _("en arbeidsgiver")
