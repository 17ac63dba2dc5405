"""What is next in cases about a measure, worked out from what is on record each time it is read.

Nothing is stored: what is done falls away by itself, and what is late is late the day after.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from fotfeste.apps.measures.expiring import expiring
from fotfeste.apps.measures.issuers import issuer_rows_of
from fotfeste.apps.measures.models import MeasureCase, MeasureDecision, Participation
from fotfeste.apps.measures.nav_tasks import planned_tasks
from fotfeste.apps.measures.reports import reported_of
from fotfeste.domain.measures.next_steps import NextStep, StepPlace, in_order
from fotfeste.domain.verdict import Reason, because


def steps_of(cases: Sequence[MeasureCase], *, on: date) -> dict[int, tuple[NextStep, ...]]:
    """For each open case what the office has to do, most pressing first. The same few statements for many."""
    going_on = [case for case in cases if case.closed_on is None]
    found: dict[int, list[NextStep]] = {case.pk: [] for case in cases}
    for pk, step in _all(going_on, on):
        found[pk].append(step)
    return {pk: in_order(steps) for pk, steps in found.items()}


def _all(cases: Sequence[MeasureCase], on: date) -> Iterator[tuple[int, NextStep]]:
    for pk, rows in issuer_rows_of(cases).items():
        outcome = rows.outcome(on=on)
        tell_by = dict(outcome.dates)["tell_by"]
        for reason in outcome.verdict:
            yield pk, NextStep(StepPlace.SICK_NOTE, reason, _by(reason, tell_by))
    participations = Participation.objects.filter(case__in=[case.pk for case in cases])
    for each in expiring(participations, on=on):
        yield each.row.case_id, NextStep(StepPlace.CASE, each.said[0], each.row.last_day)
    yield from _reports(cases, on)
    yield from _tasks(cases, on)
    yield from _waiting(cases)


def _reports(cases: Sequence[MeasureCase], on: date) -> Iterator[tuple[int, NextStep]]:
    """What the provider should have written: the office asks for it."""
    rows = Participation.objects.filter(case__in=[case.pk for case in cases]).order_by("-pk")
    for each in reported_of(list(rows)):
        outcome = each.outcome(on=on)
        for reason in outcome.verdict if outcome else ():
            yield each.row.case_id, NextStep(StepPlace.REPORTS, reason, _by(reason, None))


def _tasks(cases: Sequence[MeasureCase], on: date) -> Iterator[tuple[int, NextStep]]:
    """What is planned of the adviser's tasks."""
    planned = planned_tasks([case.person_id for case in cases], on=on)
    for case in cases:
        for each in planned.get(case.person_id, ()):
            yield case.pk, NextStep(StepPlace.TASKS, each.why, each.due, each.task)


def _waiting(cases: Sequence[MeasureCase]) -> Iterator[tuple[int, NextStep]]:
    """Decisions that count for nothing until another adviser has approved them."""
    rows = MeasureDecision.objects.filter(
        case__in=[case.pk for case in cases], needs_second=True, second_on=None, dropped_on=None
    )
    for row in rows.order_by("pk"):
        why = because("measure-decision.waits", "house §measures", day=row.decided_on)
        yield row.case_id, NextStep(StepPlace.CASE, why, row.decided_on)


def _by(reason: Reason, otherwise: date | None) -> date | None:
    by = dict(reason.data).get("by", otherwise)
    return by if isinstance(by, date) else None
