"""Looking into a packed document: which kind it is, and what in it no document of ours may hold."""

import io
import lzma
import zipfile
import zlib
from dataclasses import dataclass

_DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError)
_CANNOT_READ = (*_DAMAGED, ValueError, NotImplementedError, RuntimeError, MemoryError)
_ODT = b"application/vnd.oasis.opendocument.text"
_MACROS = ("vbaproject.bin", "vbadata.xml")
_MACRO_FOLDERS = ("basic/", "scripts/", "word/activex/", "word/embeddings/", "object ")


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """How much a packed document may say that it holds."""

    most_entries: int
    most_bytes: int


@dataclass(frozen=True, slots=True)
class Packed:
    """What was found: how its name ends (empty when it is no document), and what is wrong with it."""

    ending: str = ""
    has_programs: bool = False
    is_too_much: bool = False


def look_into(content: bytes, limits: ArchiveLimits) -> Packed:
    """Read the list of what is packed. Nothing is unpacked but the one line that names the kind."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return _judged(packed, limits)
    except _CANNOT_READ:
        return Packed()


def _judged(packed: zipfile.ZipFile, limits: ArchiveLimits) -> Packed:
    entries = packed.infolist()
    names = {entry.filename for entry in entries}
    return Packed(
        ending=_ending(packed, names),
        has_programs=any(map(_is_program, names)),
        is_too_much=len(entries) > limits.most_entries
        or sum(entry.file_size for entry in entries) > limits.most_bytes,
    )


def _ending(packed: zipfile.ZipFile, names: set[str]) -> str:
    if {"[Content_Types].xml", "word/document.xml"} <= names:
        return "docx"
    if {"mimetype", "content.xml"} <= names:
        with packed.open("mimetype") as said:
            return "odt" if said.read(len(_ODT) + 1).strip() == _ODT else ""
    return ""


def _is_program(name: str) -> bool:
    lowered = name.lower()
    return lowered.endswith(_MACROS) or lowered.startswith(_MACRO_FOLDERS)
