"""The table that comes out of any file, and the limits that hold for it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from fotfeste.domain.brought_in import Problem, Severity
from fotfeste.domain.typed_text import alike, tidied
from fotfeste.domain.verdict import Reason, Verdict, because

MOST_ROWS = 20_000
"""The people of a whole region; a list of one team has some dozens of rows."""
MOST_COLUMNS = 100
"""Four times the columns of the list that teams keep."""
MOST_LETTERS = 10_000
"""The longest note anybody has typed into a cell, many times over."""
MOST_BLANK_ROWS = 100_000
"""Rows that are formatted and empty are passed over, but not for ever."""
_TELL_EVERY = 250


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of one row as text. `number` counts records as a spreadsheet does, the header being 1."""

    number: int
    cells: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Table:
    """Headings, rows, and what is to be said of the file. Open questions hold the whole file back."""

    headings: tuple[str, ...]
    rows: tuple[TableRow, ...] = field(repr=False)
    problems: tuple[Problem, ...] = ()

    def told(self, reasons: Verdict) -> "Table":
        """The table, with some more to tell."""
        noted = tuple(Problem(Severity.NOTED, reason) for reason in reasons)
        return replace(self, problems=(*self.problems, *noted))

    def asked(self, problems: Iterable[Problem]) -> "Table":
        """The table, with some more to say or ask."""
        return replace(self, problems=(*self.problems, *problems))

    @property
    def waits_for(self) -> tuple[Problem, ...]:
        """The questions about the file that are still open."""
        return tuple(problem for problem in self.problems if problem.holds_back)


class TooMuch(Exception):
    """A limit was passed while reading. Carries the reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.code)
        self.reason = reason


def build(
    records: Iterable[tuple[int, tuple[str, ...]]], about: int, on_progress: Callable[[int, int], None]
) -> Table | Verdict:
    """The table these records make: the first one with anything in it holds the headings.

    `about` is how many records there seem to be, for the progress. Raises TooMuch when a limit is passed.
    """
    filled = _without_blank(records)
    _, headings = next(filled, (0, ()))
    headings = _without_blank_end(headings)
    again, rows = [], []
    for number, cells in filled:
        if [alike(cell) for cell in _without_blank_end(cells)] == [alike(cell) for cell in headings]:
            again.append(number)
            continue
        rows.append(TableRow(number, cells))
        if len(rows) % _TELL_EVERY == 0:
            on_progress(len(rows), max(about, len(rows)))
    on_progress(len(rows), len(rows))
    if refused := _refused(headings, rows):
        return refused
    table = Table(headings, tuple(rows))
    return table.told(tuple(because("tables.headings-again", "house §lists", row=number) for number in again))


def _without_blank(records: Iterable[tuple[int, tuple[str, ...]]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    count = blank = 0
    for number, cells in records:
        _hold_to_limits(number, cells)
        if not any(cell.strip() for cell in cells):
            blank += 1
        else:
            count += 1
            yield number, cells
        if count > MOST_ROWS + 1 or blank > MOST_BLANK_ROWS:
            raise TooMuch(because("tables.too-many-rows", "house §lists", most=MOST_ROWS))


def _hold_to_limits(number: int, cells: tuple[str, ...]) -> None:
    if len(cells) > MOST_COLUMNS and len(_without_blank_end(cells)) > MOST_COLUMNS:
        raise TooMuch(because("tables.too-many-columns", "house §lists", row=number, most=MOST_COLUMNS))
    if any(len(cell) > MOST_LETTERS for cell in cells):
        raise TooMuch(because("tables.cell-too-long", "house §lists", row=number, most=MOST_LETTERS))


def _without_blank_end(cells: tuple[str, ...]) -> tuple[str, ...]:
    end = len(cells)
    while end and not cells[end - 1].strip():
        end -= 1
    return cells[:end]


def _refused(headings: tuple[str, ...], rows: list[TableRow]) -> Verdict:
    if not headings:
        return (because("tables.empty", "house §lists"),)
    if not rows:
        return (because("tables.no-rows", "house §lists"),)
    folded = [alike(heading) for heading in headings]
    twice = {at: name for at, name in enumerate(folded) if name and folded.index(name) < at}
    nameless = [at for at, name in enumerate(folded) if not name and _has_content(at, rows)]
    return (
        *(because("tables.heading-twice", "house §lists", heading=tidied(headings[at])[:80]) for at in twice),
        *(because("tables.heading-empty", "house §lists", column=_letters(at)) for at in nameless),
    )


def _has_content(at: int, rows: list[TableRow]) -> bool:
    return any(row.cells[at].strip() for row in rows if at < len(row.cells))


def _letters(at: int) -> str:
    """The column as a spreadsheet names it: A, B, … Z, AA."""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
