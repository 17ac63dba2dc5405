"""The signed consent as PDF/A-2a and PDF/UA-1 in one file: the very words that were read, and how.

The same paper gives the same file, byte for byte: no clock, no font of the machine's, nothing fetched.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from fotfeste.documents.compiling import CannotBeMade, compiled, written_by_number

__all__ = ["CannotBeMade", "ConsentPaper", "PaperSection", "digest_of", "made"]

TEMPLATE = Path(__file__).with_name("paper.typ")


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A heading and what stands under it."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConsentPaper:
    """What the document says, in the language that was read. `on` is the day it was signed."""

    language: str
    title: str
    on: date
    head: tuple[str, ...]
    sections: tuple[PaperSection, ...]
    question: str
    answer_heading: str
    answer: str
    foot: tuple[str, ...]


def made(paper: ConsentPaper) -> bytes:
    """The document. Letters of a name that the font lacks are given by their number. Raises CannotBeMade."""
    try:
        return _compiled(paper)
    except CannotBeMade:
        return _compiled(replace(paper, head=tuple(map(written_by_number, paper.head))))


def _compiled(paper: ConsentPaper) -> bytes:
    return compiled(TEMPLATE, _as_json(paper), on=paper.on)


def digest_of(content: bytes) -> str:
    """The fingerprint of the document."""
    return sha256(content).hexdigest()


def _as_json(paper: ConsentPaper) -> Mapping[str, Any]:
    day = paper.on
    return {**asdict(paper), "day": [day.year, day.month, day.day], "on": day.isoformat()}
