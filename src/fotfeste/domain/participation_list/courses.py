"""Rows of one person in order: which make one participation, and which are in each other's way."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fotfeste.domain.measures.kinds import MeasureKind
from fotfeste.domain.participation_list.facts import (
    ParticipationCourse,
    ParticipationHistory,
    ParticipationReading,
)
from fotfeste.domain.typed_text import alike


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row whose measure and days are settled."""

    reading: ParticipationReading
    kind: MeasureKind
    first: date
    last: date

    @property
    def number(self) -> int:
        """The row it is."""
        return self.reading.row.number


def placed(readings: Iterable[ParticipationReading]) -> list[PlacedRow]:
    """The rows that can be put in order: measure and days known, not left out."""
    found = []
    for reading in readings:
        facts = reading.facts
        if facts.kind and facts.first and facts.last and reading.left_out_for is None:
            found.append(PlacedRow(reading, facts.kind, facts.first, facts.last))
    return sorted(found, key=lambda each: (each.first, each.number))


def by_participant(readings: Iterable[ParticipationReading]) -> list[list[ParticipationReading]]:
    """The rows of each person, in the order of the list."""
    groups: dict[str, list[ParticipationReading]] = defaultdict(list)
    for reading in readings:
        if key := alike(reading.facts.participant):
            groups[key].append(reading)
    return list(groups.values())


def courses_of(rows: Sequence[PlacedRow]) -> Iterator[list[PlacedRow]]:
    """Rows of the same measure that follow each other without a day between. Overlapping rows stand alone."""
    course: list[PlacedRow] = []
    for row in rows:
        if course and _goes_on(course[-1], row):
            course.append(row)
            continue
        if course:
            yield course
        course = [row]
    if course:
        yield course


def overlapping(rows: Sequence[PlacedRow]) -> Iterator[tuple[PlacedRow, PlacedRow]]:
    """Each row that has a day in common with an earlier one, and that earlier one."""
    furthest: PlacedRow | None = None
    for row in rows:
        if furthest is not None and row.first <= furthest.last:
            yield row, furthest
        if furthest is None or row.last > furthest.last:
            furthest = row


def histories(readings: Iterable[ParticipationReading]) -> tuple[ParticipationHistory, ...]:
    """One history for each person, of the rows that can come in."""
    found = []
    for group in by_participant(readings):
        ready = placed(reading for reading in group if reading.is_ready)
        if ready:
            courses = tuple(_course(rows) for rows in courses_of(ready))
            found.append(ParticipationHistory(group[0].facts.participant, courses))
    return tuple(found)


def family(kind: MeasureKind) -> MeasureKind:
    """Work with assistance became Follow-up: moving from one to the other begins nothing anew."""
    return MeasureKind.FOLLOW_UP if kind is MeasureKind.LEGACY_WORK_WITH_ASSISTANCE else kind


def _goes_on(before: PlacedRow, after: PlacedRow) -> bool:
    follows = before.last < date.max and after.first == before.last + timedelta(days=1)
    return follows and family(before.kind) is family(after.kind)


def _course(rows: list[PlacedRow]) -> ParticipationCourse:
    return ParticipationCourse(rows[0].kind, rows[0].first, rows[-1].last, tuple(row.number for row in rows))
