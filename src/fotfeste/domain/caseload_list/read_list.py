"""The whole list, read row by row and then held together."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from fotfeste.domain.brought_in import Problem
from fotfeste.domain.caseload_list.about_list import INTO_NOTE, about, unknown_headings
from fotfeste.domain.caseload_list.across import Answers, held_against_each_other
from fotfeste.domain.caseload_list.columns import Column, Headings
from fotfeste.domain.caseload_list.known import Known
from fotfeste.domain.caseload_list.read_row import read_row
from fotfeste.domain.caseload_list.reading import ListReading, Reading
from fotfeste.domain.caseload_list.row import Row

THE_LIST = 0
"""Answers about the list as a whole are kept under this row number, which no row has."""


def read_list(
    headings: Headings,
    rows: Sequence[Row],
    known: Known,
    *,
    today: date,
    answers: Answers,
    on_progress: Callable[[int, int], None] | None = None,
) -> ListReading:
    """Everything the list tells, with the answers given so far, by row number and the problem's key.

    `headings.refused` must be empty: a list without names or numbers cannot be read. `on_progress` is told
    how many rows are read, of how many.
    """
    about_headings = unknown_headings(headings, answers.get(THE_LIST, {}))
    readings = []
    for done, row in enumerate(rows, 1):
        completed = _with_others_noted(row, headings, about_headings)
        readings.append(read_row(completed, known, today=today, answers=answers.get(row.number, {})))
        if on_progress is not None:
            on_progress(done, len(rows))
    together = held_against_each_other(readings, answers)
    original = {row.number: row for row in rows}
    return ListReading(
        tuple(_of_the_row(reading, original) for reading in together),
        about(headings, together, answers.get(THE_LIST, {})),
    )


def _of_the_row(reading: Reading, original: dict[int, Row]) -> Reading:
    return replace(reading, row=original[reading.row.number])


def _with_others_noted(row: Row, headings: Headings, questions: Iterable[Problem]) -> Row:
    """The row with the cells of unknown headings put into its note, where that was the answer."""
    wanted = {
        name
        for name, question in zip(headings.unknown.values(), questions, strict=True)
        if question.answer == INTO_NOTE
    }
    lines = [f"{name}: {text}" for name, text in row.others if name in wanted and text.strip()]
    if not lines:
        return row
    note = "\n".join([*filter(None, [row[Column.NOTE]]), *lines])
    return replace(row, cells={**row.cells, Column.NOTE: note})
