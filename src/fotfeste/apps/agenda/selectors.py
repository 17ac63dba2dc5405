"""Reading stored lines: what the rules last said, in the order it presses."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.domain.verdict import Named, Reason, Verdict, because
from fotfeste.prepared import prepared

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class StoredLine:
    """One stored line. `person` is the row id of whom it is about; `why[0]` names the line."""

    person: int
    place: int
    code: str
    act: str
    for_role: str
    due: date | None
    why: Verdict
    about: str = ""


@dataclass(frozen=True, slots=True)
class LineKey:
    """Where a page of lines ended: the due day (None for none), the place, the person."""

    due: date | None
    place: int
    person: int


def lines_of(person: int) -> list[StoredLine]:
    """Everything that is next for one person, in the rules' own order."""
    return [stored(row) for row in _lines_of(person)]


@prepared
def _lines_of(person: int) -> QuerySet[AgendaLine]:
    return AgendaLine.objects.filter(person=person).order_by("place")


def lines_among(people: Sequence[int], *, for_role: str) -> QuerySet[AgendaLine]:
    """What these persons' lines ask of one role."""
    return AgendaLine.objects.filter(person_id__in=people, for_role=for_role)


def in_order(lines: QuerySet[AgendaLine], *, after: LineKey | None) -> QuerySet[AgendaLine]:
    """The lines after a place in the list: what is due first, then what has no day."""
    rows = lines.filter(_after(after)) if after else lines
    return rows.order_by(F("due").asc(nulls_last=True), "place", "person_id")


def stored(row: AgendaLine) -> StoredLine:
    """A row as facts."""
    return StoredLine(
        person=row.person_id,
        place=row.place,
        code=row.code,
        act=row.act,
        for_role=row.for_role,
        due=row.due,
        why=tuple(_reason(kept) for kept in row.why),
        about=row.about,
    )


def _after(key: LineKey) -> Q:
    further = Q(place__gt=key.place) | Q(place=key.place, person_id__gt=key.person)
    if key.due is None:
        return Q(due=None) & further
    return Q(due=None) | Q(due__gt=key.due) | (Q(due=key.due) & further)


def _reason(kept: Mapping[str, object]) -> Reason:
    data = kept["data"]
    assert isinstance(data, dict)  # noqa: S101  # our own JSON, written by agenda.services
    named = {name: _named(value) for name, value in data.items()}
    return because(str(kept["code"]), str(kept["source"]), **named)


def _named(value: object) -> Named:
    """A day was kept as text; everything else as it is."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        return date.fromisoformat(value)
    return value if isinstance(value, int) else str(value)
