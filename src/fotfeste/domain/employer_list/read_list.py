"""The whole employer list, read row by row and then held together."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from fotfeste.domain.brought_in import Choice, Problem, Severity, asked
from fotfeste.domain.employer_list.columns import Column
from fotfeste.domain.employer_list.facts import EmployerReading
from fotfeste.domain.employer_list.read_row import read_row
from fotfeste.domain.employer_list.row import Row
from fotfeste.domain.typed_text import alike
from fotfeste.domain.verdict import because

THIS_ROW = Choice("this-row")
EARLIER_ROW = "earlier-row"
_MOST_ROWS_NAMED = 10


def read_list(
    rows: Sequence[Row], *, answers: Mapping[int, Mapping[str, str]]
) -> tuple[EmployerReading, ...]:
    """Every row, with what only shows when rows are seen together: one number twice, one name many times."""
    readings = {row.number: read_row(row, answers=answers.get(row.number, {})) for row in rows}
    for group in _groups(readings.values(), _number_of):
        _same_number(group, readings, answers)
    for group in _groups(readings.values(), lambda reading: alike(reading.facts.name)):
        _same_name(group, readings)
    return tuple(readings.values())


def _number_of(reading: EmployerReading) -> str:
    return reading.facts.number.digits if reading.facts.number else ""


def _groups(
    readings: Iterable[EmployerReading], key: Callable[[EmployerReading], str]
) -> list[list[EmployerReading]]:
    groups = defaultdict(list)
    for reading in readings:
        if (at := key(reading)) and reading.left_out_for is None:
            groups[at].append(reading)
    return [group for group in groups.values() if len(group) > 1]


def _same_number(
    group: list[EmployerReading],
    readings: dict[int, EmployerReading],
    answers: Mapping[int, Mapping[str, str]],
) -> None:
    """The same business twice. The same said again is left out; else it is asked which row is right."""
    taken = group[0]
    for later in group[1:]:
        at, before = later.row.number, taken.row.number
        columns = tuple(column for column in Column if alike(taken.row[column]) != alike(later.row[column]))
        if not columns:
            same = because("employer-list.same-row-twice", "house §lists", row=before)
            problem = Problem(Severity.NOTED, same, (Column.ORGANISATION_NUMBER,))
            readings[at] = _with(readings[at], problem, before)
            continue
        reason = because("employer-list.same-number-twice", "house §lists", row=before)
        choices = [THIS_ROW, Choice(EARLIER_ROW, data=(("row", before),))]
        problem = asked(reason, columns, choices, answers.get(at, {}))
        chosen = problem.answer.key if problem.answer else ""
        readings[at] = _with(readings[at], problem, before if chosen == EARLIER_ROW else None)
        if chosen == THIS_ROW.key:
            readings[before] = replace(readings[before], left_out_for=at)
            taken = later


def _same_name(group: list[EmployerReading], readings: dict[int, EmployerReading]) -> None:
    """One name on several businesses. Only told: it is asked about when a job refers to the name."""
    for reading in group:
        others = (str(other.row.number) for other in group if other is not reading)
        named = list(islice(others, _MOST_ROWS_NAMED + 1))
        rows = ", ".join([*named[:_MOST_ROWS_NAMED], *(["…"] if len(named) > _MOST_ROWS_NAMED else [])])
        reason = because("employer-list.same-name", "house §lists", rows=rows)
        at = reading.row.number
        readings[at] = _with(readings[at], Problem(Severity.NOTED, reason, (Column.NAME,)), None)


def _with(reading: EmployerReading, problem: Problem, left_out_for: int | None) -> EmployerReading:
    left_out = reading.left_out_for if left_out_for is None else left_out_for
    return replace(reading, problems=(*reading.problems, problem), left_out_for=left_out)
