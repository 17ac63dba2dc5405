"""NAV decides: the need for help, and the measure granted, in part, or refused (F-02). Nobody else can."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.measures.jobs import gate_facts
from fotfeste.apps.measures.models import MeasureCase, MeasureDecision, Participation
from fotfeste.apps.measures.need import (
    born_on,
    case_asked,
    content_of,
    newest_talk,
    newest_weighed,
)
from fotfeste.apps.measures.places import may_be_provider
from fotfeste.apps.people.models import Unit
from fotfeste.domain.measures.case_limits import told_in_time
from fotfeste.domain.measures.deciding import DecisionKind, MainGoal, NeedGroup, needs_second
from fotfeste.domain.measures.extending import MeasureAim, NavPractice, goes_on_instead
from fotfeste.domain.measures.kinds import Span
from fotfeste.domain.measures.offer import AssessmentMeasure
from fotfeste.domain.permissions import ConsentScope
from fotfeste.domain.rules import Answer
from fotfeste.domain.verdict import Reason, Refused, Verdict, because
from fotfeste.parameters import MEASURE_CASE_LIMITS
from fotfeste.parameters.answers import BOOK, ask

GRANTS = frozenset({DecisionKind.GRANT, DecisionKind.PARTIAL})
NEEDS = frozenset({DecisionKind.NEED_14A, DecisionKind.SICK_LISTED_EXEMPTION})
_OURS = "house §measures"
_NAV_ACT = "LOV-2006-06-16-20 §14a"
_WEIGHED = frozenset({AssessmentMeasure.NOT_NEEDED, AssessmentMeasure.CARRIED_OUT})


@dataclass(frozen=True, slots=True, repr=False)
class NeedDecided:
    """The decision on the need for help, or the exemption for who is sick-listed."""

    kind: DecisionKind
    goal: MainGoal
    group: NeedGroup | None
    reasons: str
    told_on: date


@dataclass(frozen=True, slots=True, repr=False)
class MeasureDecided:
    """Grant, part of it, or refusal. Days are for a grant; `told_on` is when the person is told."""

    kind: DecisionKind
    first_day: date | None
    last_day: date | None
    provider: Unit | None
    reasons: str
    told_on: date


def decide_need(deed: Deed, said: NeedDecided) -> MeasureDecision:
    """Decide the need for help. Where two pairs of eyes are asked for, it waits for the second."""
    case = case_asked(deed.found)
    against: list[Reason] = [*can_be_told(said.told_on, deed.on)]
    if said.kind is DecisionKind.SICK_LISTED_EXEMPTION and case.sick_listed_from is None:
        against.append(because("measure-decision.not-sick-listed", _OURS))
    if said.kind is DecisionKind.NEED_14A and said.group is None:
        against.append(because("measure-decision.no-group", _NAV_ACT))
    _refuse(against)
    group = said.group if said.kind is DecisionKind.NEED_14A else None
    row = _new(deed, case, said.kind, said.reasons)
    row.main_goal = said.goal
    row.needs_second = needs_second(said.kind, group)
    row.seal("sealed_need_group", group or "", deed.key)
    if not row.needs_second:
        tell(row, said.told_on)
    row.save()
    deed.done("measure.second-asked" if row.needs_second else _happened(row))
    return row


def approve_need(deed: Deed, about: str, *, approves: bool, told_on: date) -> MeasureDecision:
    """The second pair of eyes: another adviser of the office approves it, or it falls away."""
    case = case_asked(deed.found)
    row = next((each for each in waiting_of(case) if each.public_id.hex == about), None)
    if row is None:
        raise Refused((because("measure-decision.not-waiting", _OURS),))
    if row.decided_by_id == deed.by.account_id:
        raise Refused((because("measure-decision.own-second", _OURS),))
    _refuse(can_be_told(told_on, deed.on))
    if approves:
        row.second_by_id, row.second_on = deed.by.account_id, deed.on
        tell(row, told_on)
    else:
        row.dropped_on = deed.on
    row.version += 1
    row.save()
    deed.done(_happened(row) if approves else "measure.second-dropped")
    return row


def decide_measure(deed: Deed, said: MeasureDecided) -> MeasureDecision:
    """Grant the measure, part of it, or refuse it. A grant makes the participation."""
    case = case_asked(deed.found)
    against = [*can_be_told(said.told_on, deed.on)]
    answer: Answer | None = None
    if said.kind in GRANTS:
        answer, more = _may_be_granted(deed, case, said)
        against += more
    _refuse(against)
    row = _new(deed, case, said.kind, said.reasons)
    if answer is not None:
        row.first_day, row.last_day = said.first_day, said.last_day
        row.rules = [answer.rule, answer.rule_version, *sorted({each.version.source for each in answer.used})]
        row.seal("sealed_facts", json.dumps(start_facts(deed, case, said)), deed.key)
        row.aim = MeasureAim.KEEP_JOB if case.job_id else MeasureAim.NEW_JOB
        row.participation = _participation(deed, case, said, row.aim)
    tell(row, said.told_on)
    row.save()
    deed.done(f"measure.decided-{said.kind}")
    return row


def start_facts(deed: Deed, case: MeasureCase, said: MeasureDecided) -> dict[str, Any]:
    """What the rule is asked with, as JSON has it."""
    need = newest_talk(case)
    born = born_on(case, deed.found)
    others = Participation.objects.filter(person=deed.person, measure=case.measure)
    return {
        "measure": case.measure,
        "born_on": born.isoformat() if born else None,
        "start": said.first_day.isoformat() if said.first_day else None,
        "last_day": said.last_day.isoformat() if said.last_day else None,
        "needs_more_help": need.needs_more_help if need else None,
        "need": {
            "reduced_capacity": need.reduced_capacity if need else None,
            "transition": need.transition if need else "none",
            "in_training": need.in_training if need else False,
        },
        "job": gate_facts(case),
        "in_treatment": need.in_treatment if need else None,
        "consents": ConsentScope.IPS_PARTICIPATION in deed.found.consents.given,
        "others": [_span(each) for each in others if not each.fell_away],
    }


def decisions_of(case: MeasureCase) -> list[MeasureDecision]:
    """Every decision of the case, the newest first."""
    rows = MeasureDecision.objects.filter(case=case).select_related("decided_by", "second_by")
    return list(rows.order_by("-pk"))


def waiting_of(case: MeasureCase) -> list[MeasureDecision]:
    """Decisions that wait for a second pair of eyes."""
    return [each for each in decisions_of(case) if each.dropped_on is None and not each.counts]


def _may_be_granted(deed: Deed, case: MeasureCase, said: MeasureDecided) -> tuple[Answer | None, Verdict]:
    """Every reason against, of ours and of the law."""
    against = []
    if not any(each.kind in NEEDS and each.counts for each in decisions_of(case)):
        against.append(because("measure-decision.need-first", _OURS))
    weighed = newest_weighed(case)
    if weighed is None:
        against.append(because("offer.assessment-not-weighed", "F §assessment-first"))
    elif weighed.weighed not in _WEIGHED:
        against.append(because("measure-decision.assessment-first", "F §assessment-first"))
    if not content_of(case):
        against.append(because("measure-decision.no-content", _OURS))
    if case.is_employed is None:
        against.append(because("measure-decision.no-branch", _OURS))
    if said.first_day is None or said.last_day is None or born_on(case, deed.found) is None:
        against.append(because("measure-decision.no-days", _OURS))
        return None, tuple(against)
    if said.provider is not None:
        first = max(said.first_day, deed.on)
        against += may_be_provider(said.provider, case.measure, case.office, first=first)
    answer = ask("measure.start", start_facts(deed, case, said), on=deed.on)
    return answer, (*against, *answer.outcome.verdict, *_goes_on_instead(case, said.first_day, deed.on))


def _goes_on_instead(case: MeasureCase, starts: date, on: date) -> Iterator[Reason]:
    practice: NavPractice = BOOK["nav_practice"].on(on)
    for row in Participation.objects.filter(person=case.person_id, measure=case.measure).order_by("pk"):
        first, ended = row.clock_from, row.ended_on or row.last_day
        if not row.fell_away and goes_on_instead(Span(first, ended), starts, practice):
            yield because("measure-decision.take-up-again", "house §nav-practice", first=first, ended=ended)


def _participation(deed: Deed, case: MeasureCase, said: MeasureDecided, aim: str) -> Participation:
    first, last = said.first_day, said.last_day
    assert first is not None and last is not None  # noqa: S101, PT018  # the rule was asked with both days
    return Participation.objects.create(
        person=deed.person,
        case=case,
        office=case.office,
        provider=said.provider,
        measure=case.measure,
        aim=aim,
        job=case.job,
        starts_on=first,
        last_day=last,
    )


def _new(deed: Deed, case: MeasureCase, kind: DecisionKind, reasons: str) -> MeasureDecision:
    row = MeasureDecision(
        person=deed.person,
        case=case,
        kind=kind,
        measure=case.measure,
        decided_on=deed.on,
        decided_by_id=deed.by.account_id,
    )
    row.seal("sealed_reasons", reasons.strip(), deed.key)
    return row


def _happened(row: MeasureDecision) -> str:
    """What the decision is called on the timeline, once it counts."""
    return f"measure.{row.kind.replace('_', '-')}"


def tell(row: MeasureDecision, told_on: date) -> None:
    """The day the person was told, and the last day to complain, counted from it."""
    found = ask("measure.complaint", {"reached_on": told_on.isoformat()}, on=told_on)
    row.told_on, row.complain_by = told_on, dict(found.outcome.dates)["complain_by"]


def can_be_told(told_on: date, on: date) -> Verdict:
    """Why the person cannot be told that day."""
    return told_in_time(told_on, MEASURE_CASE_LIMITS.on(on), on=on)


def _span(row: Participation) -> dict[str, str]:
    return {"first": row.clock_from.isoformat(), "last": (row.ended_on or row.last_day).isoformat()}


def _refuse(against: Verdict | list[Reason]) -> None:
    if against:
        raise Refused(tuple(against))
