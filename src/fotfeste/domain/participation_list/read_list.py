"""The whole participation list: row by row, then the rows of each person together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from fotfeste.domain.brought_in import Problem, Severity
from fotfeste.domain.measures.kinds import MeasureKind
from fotfeste.domain.participation_list.columns import Column
from fotfeste.domain.participation_list.courses import (
    by_participant,
    courses_of,
    family,
    overlapping,
    placed,
)
from fotfeste.domain.participation_list.facts import MeasureLaws, ParticipationReading
from fotfeste.domain.participation_list.length import judged
from fotfeste.domain.participation_list.read_row import read_row
from fotfeste.domain.participation_list.row import Row
from fotfeste.domain.typed_text import alike
from fotfeste.domain.verdict import Reason, because

Answers = Mapping[int, Mapping[str, str]]
_DAYS = (Column.FIRST_DAY, Column.LAST_DAY)


def read_list(
    rows: Sequence[Row], laws: MeasureLaws, *, answers: Answers
) -> tuple[ParticipationReading, ...]:
    """Every row, with what only shows when the rows of a person are seen together."""
    readings = {row.number: read_row(row, laws, answers=answers.get(row.number, {})) for row in rows}
    for group in by_participant(readings.values()):
        for later, earlier in _same_again(group):
            problem = _noted(because("participation-list.same-row-twice", "house §lists", row=earlier))
            readings[later] = replace(_with(readings[later], (problem,)), left_out_for=earlier)
        _together([readings[reading.row.number] for reading in group], readings, laws, answers)
    return tuple(readings.values())


def _together(
    group: list[ParticipationReading],
    readings: dict[int, ParticipationReading],
    laws: MeasureLaws,
    answers: Answers,
) -> None:
    """Overlaps are held back, each participation is judged from its first day, gaps are told of."""
    rows = placed(reading for reading in group if not _is_held(reading))
    in_the_way = {row.number for row, _ in overlapping(rows)}
    for row, earlier in overlapping(rows):
        reason = because("participation-list.overlaps", "house §measures", row=earlier.number)
        readings[row.number] = _with(readings[row.number], (Problem(Severity.HELD, reason, _DAYS),))
    before: set[MeasureKind] = set()
    for course in courses_of([row for row in rows if row.number not in in_the_way]):
        for number, problems in judged(course, laws, answers).items():
            readings[number] = _with(readings[number], problems)
        if family(course[0].kind) in before:
            problem = _noted(because("participation-list.begins-anew", "house §measures"))
            readings[course[0].number] = _with(readings[course[0].number], (problem,))
        before.add(family(course[0].kind))


def _same_again(group: Sequence[ParticipationReading]) -> Iterator[tuple[int, int]]:
    """Rows that say the same as an earlier one: the row, and the earlier."""
    seen: dict[tuple[str, ...], int] = {}
    for reading in group:
        cells = tuple(alike(reading.row[column]) for column in Column)
        if cells in seen:
            yield reading.row.number, seen[cells]
        seen.setdefault(cells, reading.row.number)


def _is_held(reading: ParticipationReading) -> bool:
    return any(problem.severity is Severity.HELD for problem in reading.problems)


def _noted(reason: Reason) -> Problem:
    return Problem(Severity.NOTED, reason, _DAYS)


def _with(reading: ParticipationReading, problems: tuple[Problem, ...]) -> ParticipationReading:
    return replace(reading, problems=(*reading.problems, *problems))
