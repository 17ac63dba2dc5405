"""What a file is, told by its first bytes and by what lies in it."""

import zipfile
from collections.abc import Mapping
from enum import StrEnum
from io import BytesIO
from pathlib import PurePath

from fotfeste.domain.verdict import Verdict, because

MOST_BYTES_UNPACKED = 64_000_000
"""20 000 rows of 24 cells take about a third of this. What unpacks to more is a mistake or an attack."""
MOST_PARTS = 1_000
"""A workbook of one sheet has about ten parts."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PASSWORD: Verdict = (because("tables.password", "house §lists"),)
_MARKUP = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta", b"<style", b"<head", b"<body")


class Kind(StrEnum):
    """What can be read: text with delimiters, or a workbook."""

    TEXT = "text"
    WORKBOOK = "workbook"


_ENDINGS: Mapping[Kind, frozenset[str]] = {
    Kind.TEXT: frozenset({"", ".csv", ".txt", ".tsv", ".tab"}),
    Kind.WORKBOOK: frozenset({"", ".xlsx", ".xlsm"}),
}


def of(content: bytes) -> Kind | Verdict:
    """What the file is, or why it is nothing that can be read."""
    if content.startswith(_OLE):
        return _PASSWORD if _ENCRYPTED in content else (because("tables.old-excel", "house §lists"),)
    if content.startswith(b"PK\x03\x04"):
        return _archive(content)
    if content.startswith(b"%PDF"):
        return (because("tables.pdf", "house §lists"),)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        return (because("tables.web-page", "house §lists"),)
    return Kind.TEXT


def misnamed(kind: Kind, file_name: str) -> Verdict:
    """A word about a name that says something else than the content. The content is what counts."""
    ending = PurePath(file_name).suffix.lower()
    if ending in _ENDINGS[kind]:
        return ()
    if kind is Kind.WORKBOOK:
        return (because("tables.workbook-named-otherwise", "house §lists", ending=ending[:20]),)
    return (because("tables.text-named-otherwise", "house §lists", ending=ending[:20]),)


def _archive(content: bytes) -> Kind | Verdict:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return (because("tables.broken-workbook", "house §lists"),)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES_UNPACKED:
        return (because("tables.too-big-inside", "house §lists"),)
    if any(part.flag_bits & 1 for part in parts):
        return _PASSWORD
    if "xl/workbook.xml" in {part.filename for part in parts}:
        return Kind.WORKBOOK
    return (because("tables.not-a-workbook", "house §lists"),)
