"""A plain letter as PDF/A-2a and PDF/UA-1 in one file: no mark of who sends it but the words themselves.

What goes into an envelope shows nothing through a window: there is no address and no logo.
"""

from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from fotfeste.documents.compiling import CannotBeMade, compiled, written_by_number

TEMPLATE = Path(__file__).with_name("letter.typ")


@dataclass(frozen=True, slots=True)
class LetterSection:
    """A heading and what stands under it."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LetterPaper:
    """What the letter says, in the reader's language. `said_on` is the day in words."""

    language: str
    title: str
    on: date
    said_on: str
    greeting: str
    sections: tuple[LetterSection, ...]
    foot: tuple[str, ...]


def made(paper: LetterPaper) -> bytes:
    """The document. Letters that the font lacks are given by their number. Raises CannotBeMade."""
    try:
        return _compiled(paper)
    except CannotBeMade:
        return _compiled(_by_number(paper))


def _compiled(paper: LetterPaper) -> bytes:
    day = paper.on
    said = {**asdict(paper), "day": [day.year, day.month, day.day], "on": day.isoformat()}
    return compiled(TEMPLATE, said, on=day)


def _by_number(paper: LetterPaper) -> LetterPaper:
    sections = tuple(
        LetterSection(each.heading, tuple(map(written_by_number, each.paragraphs))) for each in paper.sections
    )
    return replace(paper, greeting=written_by_number(paper.greeting), sections=sections)
