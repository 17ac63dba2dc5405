"""One row of the employer list, read."""

import re
from collections.abc import Mapping
from dataclasses import replace

from fotfeste.domain import organisation_number
from fotfeste.domain.brought_in import Choice, Notebook
from fotfeste.domain.brought_in.row_width import check_width
from fotfeste.domain.employer_list.columns import Column, heading
from fotfeste.domain.employer_list.facts import EmployerReading, EmployerTold
from fotfeste.domain.employer_list.row import Row
from fotfeste.domain.organisation_number import OrganisationNumber
from fotfeste.domain.report_cell import is_formula
from fotfeste.domain.typed_text import shown, tidied
from fotfeste.domain.verdict import because

WITHOUT_NUMBER = Choice("without-number")
LEAVE_OUT = Choice("leave-out")
LONGEST: Mapping[Column, int] = {
    Column.ORGANISATION_NUMBER: 40,
    Column.NAME: 200,
    Column.INDUSTRY_CODE: 40,
    Column.PLACE: 80,
    Column.CONTACT_PERSON: 80,
}
"""The most letters a cell may have."""

_INDUSTRY_CODE = re.compile(r"[0-9]{2}(?:\.[0-9]{1,3})?")
"""A division of the standard industrial classification, and what stands after the point."""


def read_row(row: Row, *, answers: Mapping[str, str]) -> EmployerReading:
    """What one row tells and everything there is to say about it."""
    notes = Notebook(answers)
    check_width(row, notes, Column.NAME)
    usable = replace(row, cells={column: _usable(row[column], column, notes) for column in Column})
    contact, _, position = _words(usable, Column.CONTACT_PERSON, notes).partition(",")
    facts = EmployerTold(
        _number(usable[Column.ORGANISATION_NUMBER], notes),
        _name(usable, notes),
        _industry_code(usable, notes),
        _words(usable, Column.PLACE, notes),
        contact.strip(),
        position.strip(),
    )
    return EmployerReading(row, facts, notes.problems)


def _usable(text: str, column: Column, notes: Notebook) -> str:
    longest, length = LONGEST[column], len(text)
    if length > longest:
        name = heading(column)
        reason = because("list.too-long", "house §lists", length=length, longest=longest, column=name)
        notes.held(reason, column)
    return text[:longest]


def _words(row: Row, column: Column, notes: Notebook) -> str:
    tidy = tidied(row[column])
    if tidy != row[column]:
        notes.noted(because("list.cleaned", "house §lists", before=shown(row[column]), after=tidy), column)
    if is_formula(tidy):
        notes.noted(because("list.formula-kept-as-text", "house §lists"), column)
    return tidy


def _name(row: Row, notes: Notebook) -> str:
    name = _words(row, Column.NAME, notes)
    if not name:
        notes.held(because("employer-list.name-missing", "house §lists"), Column.NAME)
    return name


def _number(text: str, notes: Notebook) -> OrganisationNumber | None:
    if not tidied(text):
        notes.unclear(because("employer-list.number-open", "house §lists"), Column.ORGANISATION_NUMBER)
        return None
    number = organisation_number.parse(text)
    if isinstance(number, OrganisationNumber):
        return number
    answers = [notes.ask(reason, Column.ORGANISATION_NUMBER, choices=[WITHOUT_NUMBER]) for reason in number]
    if all(answers):
        notes.unclear(because("employer-list.number-open", "house §lists"), Column.ORGANISATION_NUMBER)
    return None


def _industry_code(row: Row, notes: Notebook) -> str:
    code = _words(row, Column.INDUSTRY_CODE, notes)
    if not code or _INDUSTRY_CODE.fullmatch(code):
        return code
    reason = because("employer-list.not-an-industry-code", "house §lists", written=code)
    notes.ask(reason, Column.INDUSTRY_CODE, choices=[LEAVE_OUT])
    return ""
