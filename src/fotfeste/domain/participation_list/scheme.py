"""Which scheme judged a participation of old, and how long it could last by it (F-16)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from fotfeste.domain.brought_in import Choice
from fotfeste.domain.measures.duration import latest_lawful_end
from fotfeste.domain.measures.kinds import MeasureKind, MeasureNeed, TransitionFrom
from fotfeste.domain.participation_list.courses import family
from fotfeste.domain.participation_list.facts import MeasureLaws
from fotfeste.domain.participation_list.length import MEANS, law_on
from fotfeste.domain.verdict import Reason, because

_OURS = "house §measures"


@dataclass(frozen=True, slots=True)
class OldTold:
    """A participation of old: its measure and days, and what is known of the need."""

    kind: MeasureKind
    first: date
    last: date
    need: MeasureNeed = MeasureNeed()  # noqa: RUF009  # frozen, so it can be shared


@dataclass(frozen=True, slots=True)
class OldJudged:
    """The same with the day its clock began, and what the scheme in force on its last day says."""

    told: OldTold
    clock_from: date
    says: Reason


def need_answered(said: MeasureNeed, answers: Iterable[Choice]) -> MeasureNeed:
    """What the remark says of the need, with what was answered when the list came in."""
    for answer in answers:
        for choice, need in MEANS:
            if choice == answer:
                return replace(need, reduced_capacity=need.reduced_capacity or said.reduced_capacity)
    return said


def judged_history(rows: Iterable[OldTold], laws: MeasureLaws) -> Iterator[OldJudged]:
    """All of one person in order, each judged from the first day of the participation it goes on from."""
    before: OldTold | None = None
    clock_from, known = date.min, MeasureNeed()
    for row in sorted(rows, key=lambda each: (each.first, each.last)):
        if before is None or not _goes_on(before, row):
            clock_from, known = row.first, MeasureNeed()
        known = _known(known, row.need)
        yield OldJudged(row, clock_from, _says(row, clock_from, known, laws))
        before = row


def _says(row: OldTold, clock_from: date, known: MeasureNeed, laws: MeasureLaws) -> Reason:
    law = law_on(row.kind, row.last, laws)
    if law is None:
        return because("measure-history.no-rule-held", _OURS, day=row.last)
    latest = latest_lawful_end(clock_from, known, law)
    if row.last <= latest.day:
        return because("measure-history.within", law.source, latest=latest.day, months=latest.months)
    if law_on(row.kind, clock_from, laws) is None:
        return because("measure-history.began-by-older-rule", law.source, day=clock_from)
    return because("measure-history.beyond", law.source, latest=latest.day, months=latest.months)


def _known(before: MeasureNeed, now: MeasureNeed) -> MeasureNeed:
    return MeasureNeed(
        True if True in (before.reduced_capacity, now.reduced_capacity) else now.reduced_capacity,
        now.transition if now.transition is not TransitionFrom.NONE else before.transition,
        before.in_training or now.in_training,
    )


def _goes_on(before: OldTold, after: OldTold) -> bool:
    follows = before.last < date.max and after.first == before.last + timedelta(days=1)
    return follows and family(before.kind) is family(after.kind)
