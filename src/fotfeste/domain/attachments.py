"""What may be attached: decided by what a file holds, never by its name or what a browser says it is."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from fotfeste.domain.attachment_archives import ArchiveLimits, Packed, look_into
from fotfeste.domain.verdict import Verdict, because

MEGABYTE = 1024 * 1024
LONGEST_NAME = 80


class AttachmentKind(StrEnum):
    """What it is to the jobseeker."""

    CV = "cv"
    APPLICATION = "application"
    CONTRACT = "contract"
    OTHER = "other"


class FileKind(StrEnum):
    """What a file is, by its content. The value is how its name ends."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    JPEG = "jpg"
    PNG = "png"
    TXT = "txt"


@dataclass(frozen=True, slots=True)
class AttachmentLimits:
    """How much, and what. `kinds` are values of FileKind with blanks between."""

    most_megabytes: int
    most_unpacked_megabytes: int
    most_entries: int
    most_files: int
    kinds: str

    @property
    def accepted(self) -> tuple[FileKind, ...]:
        """The kinds of file that are taken."""
        return tuple(FileKind(kind) for kind in self.kinds.split())

    @property
    def most_bytes(self) -> int:
        """How large a file may be."""
        return self.most_megabytes * MEGABYTE


def read_kind(content: bytes, limits: AttachmentLimits) -> FileKind | Verdict:
    """What the file is, or why it cannot be attached. Nothing in it is run, and nothing is unpacked."""
    if wrong := size_refused(len(content), limits):
        return wrong
    packed = ArchiveLimits(limits.most_entries, limits.most_unpacked_megabytes * MEGABYTE)
    kind, troubles = _by_content(content, packed)
    if kind is None or kind not in limits.accepted:
        return (because("attachment.of-another-kind", SOURCE, kinds=kinds_in_words(limits)),)
    return _refused(troubles) or kind


def size_refused(size: int, limits: AttachmentLimits) -> Verdict:
    """Whether so many bytes are none, or too many: known before they are read."""
    if not size:
        return (because("attachment.empty", SOURCE),)
    if size > limits.most_bytes:
        return (because("attachment.too-large", SOURCE, most=limits.most_megabytes),)
    return ()


def kinds_in_words(limits: AttachmentLimits) -> str:
    """The kinds that are taken, as people call them."""
    return ", ".join(_CALLED[kind] for kind in limits.accepted)


def cleaned_name(typed: str, kind: FileKind) -> str:
    """A name that is safe in every file system: without folders and hidden signs, ending as the content is.

    Empty when nothing of it is left.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", typed))[-1]
    stem = "".join(_signs(last))
    known = "|".join((*FileKind, "jpeg"))
    stem = re.sub(rf"(\.({known}))+$", "", stem.strip(), flags=re.IGNORECASE)
    stem = re.sub(r"\s+", " ", stem).strip(" .-")[:LONGEST_NAME].strip(" .-")
    return f"{stem}.{kind}" if stem else ""


SOURCE = "house §files"
_CALLED = {
    FileKind.PDF: "PDF",
    FileKind.DOCX: "Word (docx)",
    FileKind.ODT: "OpenDocument (odt)",
    FileKind.JPEG: "JPEG",
    FileKind.PNG: "PNG",
    FileKind.TXT: "txt",
}
_FORBIDDEN = frozenset('<>:"|?*%;`$')


def _signs(name: str) -> Iterator[str]:
    """Without what no name may hold: controls, signs that turn the direction, and what shells read."""
    for sign in name:
        if sign.isspace():
            yield " "
        elif unicodedata.category(sign)[0] != "C" and sign not in _FORBIDDEN:
            yield sign


def _refused(troubles: Packed) -> Verdict:
    if troubles.has_programs:
        return (because("attachment.has-programs", SOURCE),)
    if troubles.is_too_much:
        return (because("attachment.unpacks-too-large", SOURCE),)
    return ()


def _by_content(content: bytes, limits: ArchiveLimits) -> tuple[FileKind | None, Packed]:
    if content.startswith(b"%PDF-") and b"%%EOF" in content[-2_048:]:
        return FileKind.PDF, Packed(has_programs=bool(_PROGRAMS_IN_PDF.search(content)))
    if content.startswith(b"\x89PNG\r\n\x1a\n") and b"IEND" in content[-64:]:
        return FileKind.PNG, Packed()
    if content.startswith(b"\xff\xd8\xff") and b"\xff\xd9" in content[-4_096:]:
        return FileKind.JPEG, Packed()
    if content.startswith(b"PK\x03\x04"):
        packed = look_into(content, limits)
        return (FileKind(packed.ending) if packed.ending else None), packed
    return (FileKind.TXT if _is_text(content) else None), Packed()


def _as_pdf_name(word: str) -> str:
    """A name in a PDF: each sign may be written as a number, to be missed by whoever looks for it."""
    return "/" + "".join(f"(?:{sign}|#{ord(sign):02x}|#{ord(sign):02X})" for sign in word)


_PROGRAMS_IN_PDF = re.compile("|".join(map(_as_pdf_name, ("JavaScript", "Launch", "EmbeddedFile"))).encode())


def _is_text(content: bytes) -> bool:
    """Plain text in UTF-8: no control signs but those that begin lines and columns, no page of the web."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    is_plain = all(sign >= " " or sign in "\t\r\n\f" for sign in text) and "\x7f" not in text
    begins = text.lstrip()[:5]
    return is_plain and bool(begins) and not begins.startswith(("<", "%PDF-"))
