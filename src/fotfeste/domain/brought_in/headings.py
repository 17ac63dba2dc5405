"""Which column is which, by its heading. Capitals, blanks, dots and hyphens do not matter."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from fotfeste.domain.typed_text import alike, tidied
from fotfeste.domain.verdict import Reason, Verdict, because

C = TypeVar("C", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Headings(Generic[C]):
    """The headings of one file: which place holds which column, and what stands in the way.

    `unknown` are the places (counted from 0) of headings that mean nothing here, with the heading as written.
    `missing` are the columns the file does not have, `refused` why it cannot be read at all.
    """

    places: Mapping[C, int]
    unknown: Mapping[int, str]
    refused: Verdict
    missing: tuple[C, ...]


def match(headings: Sequence[str], names: Mapping[C, tuple[str, ...]], required: Iterable[C]) -> Headings[C]:
    """Find each column by one of its names. A heading twice, or a required one missing, is refused."""
    known = {_folded(name): column for column, written in names.items() for name in written}
    found: dict[C, list[int]] = {}
    unknown = {}
    for place, heading in enumerate(headings):
        column = known.get(_folded(heading))
        if column is not None:
            found.setdefault(column, []).append(place)
        elif tidied(heading):
            unknown[place] = tidied(heading)
    missing = tuple(column for column in names if column not in found)
    refused = (
        *(_twice(names[column][0]) for column, places in found.items() if len(places) > 1),
        *(_missing(names[column][0]) for column in required if column in missing),
    )
    return Headings({column: places[0] for column, places in found.items()}, unknown, refused, missing)


def _twice(heading: str) -> Reason:
    return because("list.heading-twice", "house §lists", heading=heading)


def _missing(heading: str) -> Reason:
    return because("list.heading-missing", "house §lists", heading=heading)


def _folded(text: str) -> str:
    return re.sub(r"[\s.:*_-]+", "", alike(text))
