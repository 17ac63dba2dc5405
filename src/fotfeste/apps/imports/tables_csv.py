"""Text with delimiters to records, as spreadsheets write it (RFC 4180, and the habits of its offspring)."""

import csv
import re
from collections.abc import Callable, Iterator
from io import StringIO

from fotfeste.apps.imports.tables_rows import MOST_LETTERS, Table, TooMuch, build
from fotfeste.apps.imports.tables_text import Decoded
from fotfeste.domain.verdict import Reason, Verdict, because

DELIMITERS = ";,\t|"
_SEPARATOR_LINE = re.compile(r"sep=([;,\t|])\r?\n?", re.IGNORECASE)
_QUOTED = re.compile(r'"(?:[^"]|"")*"')


def read(decoded: Decoded, on_progress: Callable[[int, int], None]) -> Table | Verdict:
    """The table in a text. A delimiter named on the first line ("sep=;") counts, else the one most used."""
    text = decoded.text
    named = _SEPARATOR_LINE.match(text)
    if named:
        text = text[named.end() :]
    delimiter = named[1] if named else _delimiter(text)
    try:
        table = build(_records(text, delimiter), text.count("\n") + 1, on_progress)
    except TooMuch as limit:
        return (limit.reason,)
    return table if isinstance(table, tuple) else table.asked(decoded.problems)


def _delimiter(text: str) -> str:
    """The one that cuts the first line into most cells, outside quotation marks."""
    header = _QUOTED.sub("", text[: MOST_LETTERS * 2].lstrip("\r\n")).splitlines()
    first = header[0] if header else ""
    return max(DELIMITERS, key=first.count)


def _records(text: str, delimiter: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The records with their number, the first being 1. Raises TooMuch, also for quotes that never end."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as wrong:
            raise TooMuch(_reason(wrong, number)) from wrong
        yield number, tuple(cells)


def _reason(wrong: csv.Error, number: int) -> Reason:
    if "field limit" in str(wrong):
        return because("tables.cell-too-long", "house §lists", row=number, most=MOST_LETTERS)
    return because("tables.quotes-unbalanced", "house §lists", row=number)
