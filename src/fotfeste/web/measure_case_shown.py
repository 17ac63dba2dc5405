"""The parts of a case about a measure, opened and put in words for its page and its letter."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from fotfeste.apps.measures.models import MeasureDecision, NeedTalk, Participation
from fotfeste.apps.measures.reading import CaseSeen
from fotfeste.apps.measures.whole import CaseRows
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.measures.deciding import DecisionKind
from fotfeste.domain.verdict import Refused, Verdict
from fotfeste.parameters.answers import ask
from fotfeste.web.job_fields import hours_typed
from fotfeste.web.lines import source_link, words_of
from fotfeste.web.measure_case_words import (
    CONTENT,
    DECISIONS,
    GOALS,
    GROUPS,
    IN_HOUSE,
    PLAN_CHANNELS,
    TRANSITIONS,
    TRIED,
    WEIGHED,
)
from fotfeste.web.measure_duration_words import AIMS
from fotfeste.web.measure_provider_words import standing_shown
from fotfeste.web.measure_words import KINDS

Fact = tuple[str, Any]


def sections(found: CaseSeen, *, on: date) -> dict[str, object]:
    """Everything in the case. Empty before there is one."""
    rows, key = found.rows, found.key
    if rows is None:
        return {}
    return {
        "need": list(_need(rows.need, key)) if rows.need else [],
        "content": [
            (each, CONTENT[each.part], each.opened("sealed_words", key), each.opened("sealed_why", key))
            for each in rows.content
        ],
        "tried": [
            (TRIED[each.tried], each.opened("sealed_what", key), each.opened("sealed_how_it_went", key))
            for each in rows.tried
        ],
        "weighed": _weighed(rows, key),
        "amount": _amount(rows, key),
        "job": list(_job(found, rows)),
        "clocks": _gate(rows, on),
        "decisions": [{"row": each, **decision_shown(each, key)} for each in rows.decisions],
        "participations": [_participation(each, rows) for each in rows.participations],
    }


def decision_shown(row: MeasureDecision, key: SealingKey) -> dict[str, object]:
    """A decision in words."""
    group = row.opened("sealed_need_group", key)
    return {
        "kind": DECISIONS[row.kind],
        "measure": KINDS[row.measure],
        "reasons": row.opened("sealed_reasons", key),
        "goal": GOALS.get(row.main_goal, ""),
        "group": GROUPS.get(group, ""),
        "aim": AIMS.get(row.aim, "") if row.kind == DecisionKind.AIM_CHANGE else "",
        "waits": row.needs_second and row.second_on is None and row.dropped_on is None,
    }


def _need(row: NeedTalk, key: SealingKey) -> Iterator[Fact]:
    unknown = _("Vet ikke ennå")
    yield _("Mulighetene på arbeidsmarkedet"), row.opened("sealed_chances", key)
    yield _("Behovet for hjelp"), row.opened("sealed_need", key)
    yield (
        _("Trenger mer hjelp enn NAV selv kan gi"),
        unknown if row.needs_more_help is None else _yes(is_so=row.needs_more_help),
    )
    yield (
        _("Nedsatt arbeidsevne"),
        unknown if row.reduced_capacity is None else _yes(is_so=row.reduced_capacity),
    )
    yield _("I behandling"), unknown if row.in_treatment is None else _yes(is_so=row.in_treatment)
    yield _("Trenger tett støtte"), _yes(is_so=row.needs_close_support)
    yield _("Overgang fra"), TRANSITIONS[row.transition]


def _yes(*, is_so: bool) -> str:
    return _("Ja") if is_so else _("Nei")


def _weighed(rows: CaseRows, key: SealingKey) -> tuple[Any, str, date] | None:
    row = rows.weighed
    return (WEIGHED[row.weighed], row.opened("sealed_why", key), row.written_on) if row else None


def _amount(rows: CaseRows, key: SealingKey) -> dict[str, object] | None:
    row = rows.amount
    if row is None:
        return None
    return {"row": row, "hours": hours_typed(row.hours_a_week), "why": row.opened("sealed_why", key)}


def _job(found: CaseSeen, rows: CaseRows) -> Iterator[Fact]:
    case, plan = found.case, rows.plan
    if case is None or case.job is None:
        return
    yield _("Arbeidsgiver"), case.job.employer.name if case.job.employer else ""
    yield _("Jobb"), case.job.opened("sealed_occupation", found.key)
    yield _("Sykmeldt fra"), case.sick_listed_from
    if plan is None:
        yield _("Oppfølgingsplan"), _("Ikke mottatt")
        return
    yield _("Oppfølgingsplan mottatt"), plan.received_on or _("Ikke mottatt")
    yield _("Kom slik"), PLAN_CHANNELS.get(plan.channel, "")
    yield (
        _("Tilrettelagt slik loven krever"),
        _("Vet ikke ennå") if plan.duty_met is None else _yes(is_so=plan.duty_met),
    )
    yield _("Tiltak i bedriften"), IN_HOUSE[plan.in_house]
    yield _("Planen dokumenterer"), plan.opened("sealed_what", found.key)


def _gate(rows: CaseRows, on: date) -> dict[str, object] | None:
    """What stands in the way of a grant in employment, and the employer's and NAV's own days."""
    if rows.gate is None:
        return None
    reduced = rows.need.reduced_capacity if rows.need else None
    try:
        outcome = ask("measure.gate", {"job": rows.gate, "reduced_capacity": reduced}, on=on).outcome
    except Refused as refused:
        return {"against": _said(refused.verdict, on), "days": []}
    names = {
        "employer_plan_by": _("Arbeidsgivers plan innen"),
        "employer_meeting_by": _("Arbeidsgivers dialogmøte innen"),
        "nav_meeting_by": _("NAVs dialogmøte innen"),
    }
    days = [(names[name], day, day < on) for name, day in outcome.dates if day is not None]
    return {"against": _said(outcome.verdict, on), "notes": _said(outcome.notes, on), "days": days}


def _said(verdict: Verdict, on: date) -> list[tuple[str, object]]:
    return [(words_of(reason, on=on), source_link(reason.source)) for reason in verdict]


def _participation(row: Participation, rows: CaseRows) -> dict[str, object]:
    return {
        **standing_shown(rows.places[row.pk]),
        "row": row,
        "measure": KINDS[row.measure],
        "provider": row.provider.name if row.provider else "",
        "employer": row.job.employer.name if row.job and row.job.employer else "",
    }
