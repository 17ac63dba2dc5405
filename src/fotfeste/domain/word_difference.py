"""The difference between two texts, word by word, as a reader wants it: kept, taken out, put in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")


class Change(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    TAKEN_OUT = "taken_out"
    PUT_IN = "put_in"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words that stand together and share their fate."""

    change: Change
    text: str


def word_difference(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces in reading order. Kept and taken out together are `before`; kept and put in are `after`."""
    return tuple(_joined(_pieces(_TOKENS.findall(before), _TOKENS.findall(after))))


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    for tag, from_a, to_a, from_b, to_b in SequenceMatcher(None, before, after).get_opcodes():
        if tag == "equal":
            yield Piece(Change.KEPT, "".join(before[from_a:to_a]))
            continue
        yield Piece(Change.TAKEN_OUT, "".join(before[from_a:to_a]))
        yield Piece(Change.PUT_IN, "".join(after[from_b:to_b]))


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """A lone blank between two changes belongs to them: nobody reads word, blank, word as three changes."""
    out: list[str] = []
    into: list[str] = []
    for piece in pieces:
        if piece.change is Change.KEPT and not (piece.text.isspace() and (out or into)):
            yield from _changed(out, into)
            out, into = [], []
            yield piece
            continue
        if piece.change is not Change.PUT_IN:
            out.append(piece.text)
        if piece.change is not Change.TAKEN_OUT:
            into.append(piece.text)
    yield from _changed(out, into)


def _changed(out: list[str], into: list[str]) -> Iterator[Piece]:
    if any(out):
        yield Piece(Change.TAKEN_OUT, "".join(out))
    if any(into):
        yield Piece(Change.PUT_IN, "".join(into))
