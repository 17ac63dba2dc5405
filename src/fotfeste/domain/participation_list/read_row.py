"""One row of the participation list, read: what it tells, and what its own days and code leave to say."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from fotfeste.domain import written_dates
from fotfeste.domain.brought_in import Choice, Notebook
from fotfeste.domain.brought_in.row_width import check_width
from fotfeste.domain.dated import NotInForce
from fotfeste.domain.day_limits import in_order
from fotfeste.domain.measures.kinds import MeasureKind, MeasureNeed
from fotfeste.domain.participation_list.columns import Column, heading
from fotfeste.domain.participation_list.facts import MeasureLaws, ParticipationReading, ParticipationTold
from fotfeste.domain.participation_list.measure_cell import OLD_CODES, measure_of
from fotfeste.domain.participation_list.row import Row
from fotfeste.domain.typed_text import alike, tidied
from fotfeste.domain.verdict import because

WENT_ON = Choice("went-on-as-follow-up")
LONGEST: Mapping[Column, int] = {Column.REMARK: 500}
_LONGEST_OTHER = 80

_CAPACITY = re.compile(r"(?P<no>ikke |ikkje |uten |utan )?(?:nedsatt|nedsett) arbeidsevn[ea]")


def read_row(row: Row, laws: MeasureLaws, *, answers: Mapping[str, str]) -> ParticipationReading:
    """What one row tells and everything there is to say about it by itself."""
    notes = Notebook(answers)
    check_width(row, notes, Column.PARTICIPANT)
    usable = replace(row, cells={column: _usable(row[column], column, notes) for column in Column})
    kind, code = measure_of(usable, notes)
    facts = ParticipationTold(
        participant=_participant(usable, notes),
        kind=kind,
        code=code,
        first=_day(usable, Column.FIRST_DAY, notes),
        last=_day(usable, Column.LAST_DAY, notes),
        provider=tidied(usable[Column.PROVIDER]),
        remark=tidied(usable[Column.REMARK]),
        need=MeasureNeed(said_of_capacity(usable[Column.REMARK])),
    )
    return ParticipationReading(row, _held_against_the_law(facts, laws, notes), notes.problems)


def said_of_capacity(remark: str) -> bool | None:
    """What a remark says of the work capacity: reduced, not reduced, or nothing."""
    found = _CAPACITY.search(alike(remark))
    return None if found is None else found["no"] is None


def _usable(text: str, column: Column, notes: Notebook) -> str:
    longest, length = LONGEST.get(column, _LONGEST_OTHER), len(text)
    if length > longest:
        name = heading(column)
        reason = because("list.too-long", "house §lists", length=length, longest=longest, column=name)
        notes.held(reason, column)
    return text[:longest]


def _participant(row: Row, notes: Notebook) -> str:
    key = tidied(row[Column.PARTICIPANT])
    if not key:
        notes.held(because("participation-list.no-participant", "house §lists"), Column.PARTICIPANT)
    return key


def _day(row: Row, column: Column, notes: Notebook) -> date | None:
    read = written_dates.read(row[column])
    if read.offered:
        choices = [Choice("this-day", each.isoformat(), (("day", each),)) for each in read.offered]
        answer = notes.ask(read.reasons[0], column, choices=choices)
        return None if answer is None else date.fromisoformat(answer.value)
    for reason in read.reasons:
        notes.held(reason, column)
    if read.day is None and not read.reasons:
        reason = because("participation-list.day-missing", "house §lists", column=heading(column))
        notes.held(reason, column)
    return read.day


def _held_against_the_law(facts: ParticipationTold, laws: MeasureLaws, notes: Notebook) -> ParticipationTold:
    first, last = facts.first, facts.last
    if first is None or last is None:
        return facts
    for reason in in_order(first, last):
        notes.held(reason, Column.FIRST_DAY, Column.LAST_DAY)
    if last < first:
        return replace(facts, first=None, last=None)
    if facts.code in OLD_CODES:
        return _old_code(facts, first, last, laws, notes)
    return facts


def _old_code(
    facts: ParticipationTold, first: date, last: date, laws: MeasureLaws, notes: Notebook
) -> ParticipationTold:
    """An old code: before the merger as it was, while it went on told of, after it held back."""
    version = laws.merger.versions[0]
    if version.value is None:
        raise NotInForce(laws.merger.name)
    until = version.value.old_codes_until
    if first > until:
        reason = because(
            "participation-list.old-code-after-end", version.source, old_code=facts.code, until=until
        )
        notes.held(reason, Column.CODE, Column.FIRST_DAY)
    elif last > until:
        reason = because(
            "participation-list.old-code-runs-past", version.source, old_code=facts.code, until=until
        )
        answer = notes.ask(reason, Column.CODE, Column.LAST_DAY, choices=[WENT_ON])
        if answer is not None:
            return replace(facts, kind=MeasureKind.FOLLOW_UP)
    elif last >= version.effect_from:
        day = version.effect_from
        reason = because(
            "participation-list.old-code-while-merging", version.source, old_code=facts.code, day=day
        )
        notes.noted(reason, Column.CODE)
    return facts
