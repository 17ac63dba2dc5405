"""The facilitation and follow-up agreement as PDF/A-2a and PDF/UA-1 in one file; drafts and forms of it too.

    content = made(AgreementPaper(language="nb", title=…, version=2, on=day, head=(…), sections=(…), …))
    kept = sealed(content, at=now)          # documents/sealing.py, when all its parties have signed

The same paper gives the same file, byte for byte: no clock, no font of the machine's, nothing fetched.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from fotfeste.documents.compiling import CannotBeMade, compiled, written_by_number
from fotfeste.parameters.texts import parts

__all__ = [
    "AgreementPaper",
    "AgreementSection",
    "AgreementSignature",
    "AgreementTable",
    "CannotBeMade",
    "PaperMark",
    "made",
]

TEMPLATE = Path(__file__).with_name("agreement.typ")
MOST_LETTERS = 1_500_000
"""Some 500 pages. No agreement is so long; what is has gone wrong on its way here."""
LONGEST_WORD = 10_000
"""Letters without a blank between. Setting one line after the other of such a word takes its time."""


class PaperMark(StrEnum):
    """What a paper is that is no agreement, or not yet. It stands on every page of it."""

    NONE = ""
    DRAFT = "draft"
    BLANK = "blank"
    EXAMPLE = "example"


@dataclass(frozen=True, slots=True)
class AgreementTable:
    """A table. Every row has as many cells as there are heads; an empty cell is one to fill in by hand."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class AgreementSection:
    """A heading and what stands under it: paragraphs, a table, and so many empty lines to write on."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    table: AgreementTable | None = None
    lines: int = 0


@dataclass(frozen=True, slots=True)
class AgreementSignature:
    """One party's signature, in words. `on_behalf` says who signed for whom and why, where somebody did."""

    party: str
    name: str
    signed_at: str
    identified_by: str
    on_behalf: str = ""


@dataclass(frozen=True, slots=True)
class AgreementPaper:
    """What the document says, in one language. Everything in it is words: nothing is read as markup.

    `version`: 0 for what has none (a form, an example). `on`: the day it is dated. `foot`: the digest of the
    text that was signed, and the address where the file can be checked.
    """

    language: str
    title: str
    on: date
    version: int = 0
    mark: PaperMark = PaperMark.NONE
    head: tuple[str, ...] = ()
    sections: tuple[AgreementSection, ...] = ()
    signatures: tuple[AgreementSignature, ...] = ()
    foot: tuple[str, ...] = ()


def made(paper: AgreementPaper) -> bytes:
    """The document. Letters that the font lacks are given by their number. Raises CannotBeMade."""
    said = _as_json(paper)
    _look_through(paper, said)
    try:
        return compiled(TEMPLATE, said, on=paper.on)
    except CannotBeMade:
        return compiled(TEMPLATE, _by_number(said), on=paper.on)


def _as_json(paper: AgreementPaper) -> dict[str, Any]:
    """The paper and the words that stand on every one, ready for the template."""
    day = paper.on
    return {
        **asdict(paper),
        "words": dict(parts("agreement.paper", paper.language)),
        "day": [day.year, day.month, day.day],
        "on": day.isoformat(),
    }


def _look_through(paper: AgreementPaper, said: Mapping[str, Any]) -> None:
    tables = [section.table for section in paper.sections if section.table]
    if any(len(row) != len(table.heads) for table in tables for row in table.rows):
        raise CannotBeMade("A row of a table has more or fewer cells than the table has heads.")
    if not paper.title.strip():
        raise CannotBeMade("A document must have a title.")
    texts = list(_texts(said))
    if sum(map(len, texts)) > MOST_LETTERS:
        raise CannotBeMade(f"More than {MOST_LETTERS} letters.")
    if any(len(word) > LONGEST_WORD for text in texts for word in text.split()):
        raise CannotBeMade(f"A word of more than {LONGEST_WORD} letters.")


def _texts(part: Any) -> Iterator[str]:
    """Every text in it, however deep."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        yield from _texts(tuple(part.values()))
    elif isinstance(part, list | tuple):
        for each in part:
            yield from _texts(each)


def _by_number(part: Any) -> Any:
    """The same, with every letter beyond the Latin ones as its number."""
    if isinstance(part, str):
        return written_by_number(part)
    if isinstance(part, Mapping):
        return {name: _by_number(each) for name, each in part.items()}
    return [_by_number(each) for each in part] if isinstance(part, list | tuple) else part
