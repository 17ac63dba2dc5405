"""One row of the list as it was typed, and a form of it that is the same only when every cell is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from fotfeste.domain.caseload_list.columns import Column, Headings


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, exactly as typed. `number` is the record number, the header being 1.

    `others` are the cells under headings that mean nothing here, with the heading. `surplus` are cells with
    no heading at all. `is_short` says that the file gave fewer cells than it has headings.
    """

    number: int
    cells: Mapping[Column, str] = field(repr=False)
    others: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    surplus: tuple[str, ...] = field(default=(), repr=False)
    is_short: bool = False

    def __getitem__(self, column: Column) -> str:
        return self.cells.get(column, "")


def from_cells(number: int, cells: Sequence[str], headings: Headings) -> Row:
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


def mended(row: Row, changes: Mapping[Column, str]) -> Row:
    """The row with some cells typed anew. The original is kept by whoever asks."""
    return replace(row, cells={**row.cells, **changes})


def canonical(row: Row) -> bytes:
    """The row as bytes, for a keyed fingerprint: equal only when every cell is, to the last blank.

    Each part carries its length, so no two different rows can run together. The row number is left out:
    a row is known again when it has moved.
    """
    return b"".join(_with_length(part) for part in _parts(row))


def _parts(row: Row) -> Iterator[str]:
    for column in Column:
        yield column.value
        yield row[column]
    yield str(len(row.others))
    for heading, cell in row.others:
        yield heading
        yield cell
    yield from row.surplus


def _with_length(text: str) -> bytes:
    written = text.encode("utf-8", "surrogatepass")
    return b"%d:%s," % (len(written), written)
