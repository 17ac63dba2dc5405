"""A file as it is brought: bytes in, headings and rows of text out, or every reason why it cannot be read.

What the file is, is decided by what is in it and never by its name. Nothing is run: a formula is the text it
is, and what a spreadsheet last worked it out to is not looked at.
"""

from collections.abc import Callable, Mapping

from fotfeste.apps.imports import tables_csv, tables_kind, tables_text, tables_workbook
from fotfeste.apps.imports.tables_kind import Kind
from fotfeste.apps.imports.tables_rows import Table
from fotfeste.domain.verdict import Verdict, because

MOST_BYTES = 10_000_000
"""A team's list is well under a tenth of this; a larger file is something else."""

Progress = Callable[[int, int], None]


def read_table(
    content: bytes, file_name: str, *, answers: Mapping[str, str], on_progress: Progress | None = None
) -> Table | Verdict:
    """The table in a file, or why there is none to read.

    `answers` are those given to the table's own questions (which encoding, whether to repair letters), by the
    problem's key. `on_progress` is told how many rows are read, of about how many; the last call is exact.
    """
    if not content.strip(b"\x00\t\n\r "):
        return (because("tables.empty", "house §lists"),)
    if len(content) > MOST_BYTES:
        size, most = len(content) // 1_000_000 + 1, MOST_BYTES // 1_000_000
        return (because("tables.too-big", "house §lists", size=size, most=most),)
    kind = tables_kind.of(content)
    if isinstance(kind, tuple):
        return kind
    table = _read(content, kind, answers, on_progress or _told_nobody)
    return table if isinstance(table, tuple) else table.told(tables_kind.misnamed(kind, file_name))


def _read(content: bytes, kind: Kind, answers: Mapping[str, str], on_progress: Progress) -> Table | Verdict:
    if kind is Kind.WORKBOOK:
        return tables_workbook.read(content, on_progress)
    decoded = tables_text.decode(content, answers)
    if isinstance(decoded, tuple):
        return decoded
    return tables_csv.read(decoded, on_progress)


def _told_nobody(done: int, total: int) -> None:
    """Nobody wants to know how far it has come."""
