"""What can be wrong with a row before its meaning: too long, too many, broken, or in the wrong place."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from fotfeste.domain.brought_in import Notebook
from fotfeste.domain.brought_in.row_width import check_width
from fotfeste.domain.caseload_list.columns import Column, heading
from fotfeste.domain.caseload_list.row import Row
from fotfeste.domain.national_identity_number import stands_in
from fotfeste.domain.verdict import because

LONGEST: Mapping[Column, int] = {
    Column.NAME: 1_000,
    Column.PHONE: 40,
    Column.EMAIL: 254,
    Column.DISCLOSURE: 1_000,
    Column.WISHED_WORK: 500,
    Column.EMPLOYER: 200,
    Column.NOTE: 10_000,
}
"""The most letters a cell may have; a name has a limit of its own. Every other cell: 120."""
_LONGEST_OTHERWISE = 120

_BROKEN = re.compile(
    r"#(?:N/A|I/T|REF!|VALUE!|VERDI!|NAME\?|NAVN\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!)|#{3,}", re.IGNORECASE
)
_HAS_ITS_OWN_CHECK = frozenset({Column.IDENTITY_NUMBER, Column.NAME, Column.PHONE})


def check(row: Row, notes: Notebook, *, on: date) -> Row:
    """The row to read on with: cells that are broken or too long are held, and read as far as they go."""
    check_width(row, notes, Column.NOTE)
    for column in Column:
        _number_out_of_place(row[column], column, notes, on)
    return replace(row, cells={column: _usable(row[column], column, notes) for column in Column})


def _usable(text: str, column: Column, notes: Notebook) -> str:
    if _BROKEN.fullmatch(text.strip()):
        data = {"written": text.strip(), "column": heading(column)}
        notes.held(because("list.spreadsheet-error", "house §lists", **data), column)
        return ""
    longest = LONGEST.get(column, _LONGEST_OTHERWISE)
    if len(text) > longest:
        length, name = len(text), heading(column)
        reason = because("list.too-long", "house §lists", length=length, longest=longest, column=name)
        notes.held(reason, column)
    return text[:longest]


def _number_out_of_place(text: str, column: Column, notes: Notebook, on: date) -> None:
    if column in _HAS_ITS_OWN_CHECK or not stands_in(text, on=on):
        return
    if column is Column.NOTE:
        notes.noted(because("caseload.note-holds-an-identity-number", "house §lists"), column)
    else:
        data = {"column": heading(column)}
        notes.held(because("caseload.holds-an-identity-number", "house §lists", **data), column)
