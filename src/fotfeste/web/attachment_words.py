"""Files in words: what each is to the jobseeker, and what a browser is told that it is."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.domain.attachments import AttachmentKind, FileKind

Words = str | Promise

KINDS: Mapping[AttachmentKind, Words] = {
    AttachmentKind.CV: _("CV"),
    AttachmentKind.APPLICATION: _("Søknad"),
    AttachmentKind.CONTRACT: _("Arbeidsavtale"),
    AttachmentKind.OTHER: _("Annet"),
}
MEDIA_TYPES: Mapping[FileKind, str] = {
    FileKind.PDF: "application/pdf",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.ODT: "application/vnd.oasis.opendocument.text",
    FileKind.JPEG: "image/jpeg",
    FileKind.PNG: "image/png",
    FileKind.TXT: "text/plain; charset=utf-8",
}
