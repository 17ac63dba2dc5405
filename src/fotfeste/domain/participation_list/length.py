"""Whether a participation lasted longer than was lawful, by the scheme in force on each row's last day.

The clock runs from the first day of the first row. Where a condition would have made the length lawful and
the list does not speak of it, it is asked. A day whose rule is not held here is told of, and not judged.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from fotfeste.domain.brought_in import Choice, Notebook, Problem
from fotfeste.domain.dated import NotInForce
from fotfeste.domain.measures.duration import DurationLadder, latest_lawful_end
from fotfeste.domain.measures.kinds import Law, MeasureKind, MeasureNeed, TransitionFrom
from fotfeste.domain.participation_list.columns import Column
from fotfeste.domain.participation_list.courses import PlacedRow
from fotfeste.domain.participation_list.facts import MeasureLaws
from fotfeste.domain.verdict import because

REDUCED, FROM_SCHOOL, FROM_SENTENCE = Choice("reduced"), Choice("from-school"), Choice("from-sentence")
IN_TRAINING, REDUCED_IN_TRAINING = Choice("in-training"), Choice("reduced-in-training")
BY_THE_OLDER_RULE = Choice("by-the-older-rule")

MEANS: tuple[tuple[Choice, MeasureNeed], ...] = (
    (REDUCED, MeasureNeed(True)),
    (FROM_SCHOOL, MeasureNeed(True, TransitionFrom.SCHOOL)),
    (FROM_SENTENCE, MeasureNeed(True, TransitionFrom.SENTENCE)),
    (IN_TRAINING, MeasureNeed(None, TransitionFrom.NONE, True)),
    (REDUCED_IN_TRAINING, MeasureNeed(True, TransitionFrom.NONE, True)),
)
"""What may have been so, though the list does not say it."""

_DAYS = (Column.FIRST_DAY, Column.LAST_DAY)


def judged(
    course: Sequence[PlacedRow], laws: MeasureLaws, answers: Mapping[int, Mapping[str, str]]
) -> dict[int, tuple[Problem, ...]]:
    """What is to be said of the length at each row of a participation."""
    known = _said(course)
    found = {}
    for row in course:
        notes = Notebook(answers.get(row.number, {}))
        known = _judge(row, course[0].first, known, laws, notes)
        found[row.number] = notes.problems
    return found


def _said(course: Sequence[PlacedRow]) -> MeasureNeed:
    """What the remarks say of the whole. A no counts only where no row says yes."""
    said = [row.reading.facts.need.reduced_capacity for row in course]
    return MeasureNeed(True if True in said else False if False in said else None)


def _judge(
    row: PlacedRow, first_start: date, known: MeasureNeed, laws: MeasureLaws, notes: Notebook
) -> MeasureNeed:
    law = law_on(row.kind, row.last, laws)
    if law is None:
        reason = because("participation-list.not-judged", "house §measures", day=row.last)
        notes.noted(reason, *_DAYS)
        return known
    latest = latest_lawful_end(first_start, known, law)
    if row.last <= latest.day:
        if known.reduced_capacity and row.last > latest_lawful_end(first_start, MeasureNeed(), law).day:
            notes.noted(because("participation-list.capacity-from-remark", law.source), Column.REMARK)
        return known
    offered = [*_would_do(row.last, first_start, known, law)]
    if law_on(row.kind, first_start, laws) is None:
        offered.append((BY_THE_OLDER_RULE, known))
    if not offered:
        reason = because(
            "participation-list.too-long", law.source, last=row.last, latest=latest.day, months=latest.months
        )
        notes.held(reason, *_DAYS)
        return known
    reason = because(
        "participation-list.longer-than-said",
        law.source,
        last=row.last,
        latest=latest.day,
        months=latest.months,
    )
    answer = notes.ask(reason, *_DAYS, choices=[choice for choice, _ in offered])
    return next((need for choice, need in offered if choice == answer), known)


def _would_do(
    last: date, first_start: date, known: MeasureNeed, law: Law[DurationLadder]
) -> list[tuple[Choice, MeasureNeed]]:
    """What would make the length lawful and the list does not deny, none with a condition too many."""
    can_be = [
        (choice, need)
        for choice, need in MEANS
        if not (need.reduced_capacity and known.reduced_capacity is False)
        and last <= latest_lawful_end(first_start, _with(known, need), law).day
    ]
    return [each for each in can_be if not any(_holds_more(each[1], other) for _, other in can_be)]


def _holds_more(need: MeasureNeed, other: MeasureNeed) -> bool:
    """Whether the need asks for everything the other asks for, and more."""
    return _conditions(other) < _conditions(need)


def _conditions(need: MeasureNeed) -> frozenset[str]:
    named = {
        "reduced": bool(need.reduced_capacity),
        need.transition.value: need.transition is not TransitionFrom.NONE,
        "training": need.in_training,
    }
    return frozenset(name for name, is_so in named.items() if is_so)


def _with(known: MeasureNeed, more: MeasureNeed) -> MeasureNeed:
    return replace(more, reduced_capacity=more.reduced_capacity or known.reduced_capacity)


def law_on(kind: MeasureKind, day: date, laws: MeasureLaws) -> Law[DurationLadder] | None:
    """How long the measure could last by the law of that day. None where it is not held here."""
    try:
        version = laws.durations[kind].version_on(day)
    except NotInForce:
        return None
    return None if version.value is None else Law(version.value, version.source)
