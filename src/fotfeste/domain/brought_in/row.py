"""One row of a list as it was typed, and a form of it that is the same only when every cell is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic

from fotfeste.domain.brought_in.headings import C, Headings


@dataclass(frozen=True)  # no slots: made through an alias like Row[Column], typing wants to leave its mark
class Row(Generic[C]):
    """The cells of one row, exactly as typed. `number` is the record number, the header being 1.

    `others` are the cells under headings that mean nothing here, with the heading. `surplus` are cells with
    no heading at all. `is_short` says that the file gave fewer cells than it has headings.
    """

    number: int
    cells: Mapping[C, str] = field(repr=False)
    others: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    surplus: tuple[str, ...] = field(default=(), repr=False)
    is_short: bool = False

    def __getitem__(self, column: C) -> str:
        return self.cells.get(column, "")


def from_cells(number: int, cells: Sequence[str], headings: Headings[C]) -> Row[C]:
    """The row that these cells make under these headings."""
    taken = {*headings.places.values(), *headings.unknown}
    return Row(
        number,
        {column: cells[place] for column, place in headings.places.items() if place < len(cells)},
        tuple(
            (heading, cells[at]) for at, heading in headings.unknown.items() if "".join(cells[at : at + 1])
        ),
        tuple(cell for at, cell in enumerate(cells) if at not in taken and cell.strip()),
        is_short=len(cells) <= max(taken, default=-1),
    )


def mended(row: Row[C], changes: Mapping[C, str]) -> Row[C]:
    """The row with some cells typed anew. The original is kept by whoever asks."""
    return replace(row, cells={**row.cells, **changes})


def canonical(row: Row[C]) -> bytes:
    """The row as bytes, for a keyed fingerprint: equal only when every cell is, to the last blank.

    Each part carries its length, so no two different rows can run together. An empty cell is no cell, the
    order of columns does not matter, and the row number is left out: a row is known again when it has moved.
    """
    return b"".join(_with_length(part) for part in _parts(row))


def _parts(row: Row[C]) -> Iterator[str]:
    filled = sorted((column.value, text) for column, text in row.cells.items() if text)
    yield str(len(filled))
    for name, text in filled:
        yield from (name, text)
    yield str(len(row.others))
    for heading, text in row.others:
        yield from (heading, text)
    yield from row.surplus


def _with_length(text: str) -> bytes:
    written = text.encode("utf-8", "surrogatepass")
    return b"%d:%s," % (len(written), written)
