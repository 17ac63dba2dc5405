"""One participation that an act is on: found, judged by the rules, decided about, kept (F-08, F-12)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.measures.deciding import can_be_told, tell
from fotfeste.apps.measures.duration import length_facts, need_of
from fotfeste.apps.measures.models import MeasureDecision, Participation
from fotfeste.domain.measures.deciding import DecisionKind
from fotfeste.domain.measures.kinds import Span
from fotfeste.domain.permissions import ConsentScope
from fotfeste.domain.rules import Answer
from fotfeste.domain.verdict import Reason, Refused, Verdict, because
from fotfeste.parameters.answers import ask

_OURS = "house §measures"


@dataclass(frozen=True, slots=True, repr=False)
class Decided:
    """What is decided: until which day (or from which, for an aim), why, and when the person is told."""

    day: date
    why: str
    told_on: date


@dataclass(frozen=True, slots=True, repr=False)
class Ruling:
    """What the rule was asked with, and what it answered."""

    facts: Mapping[str, Any]
    answer: Answer

    @property
    def against(self) -> Verdict:
        """Why not."""
        return self.answer.outcome.verdict


def participation_of(found: Found, about: str) -> Participation | None:
    """The person's participation by its id. Somebody else's does not exist."""
    rows = Participation.objects.filter(person=found.person).select_related("case__job", "provider")
    return next((each for each in rows if each.public_id.hex == about), None)


def participation_asked(deed: Deed, about: str) -> Participation:
    """As above, in a case that is open. Raises Refused where there is none."""
    row = participation_of(deed.found, about)
    if row is None:
        raise Refused((because("measure-duration.no-such", _OURS),))
    if row.case.closed_on is not None:
        raise Refused((because("measure-case.none", _OURS),))
    return row


def ruling(name: str, facts: Mapping[str, Any], *, on: date) -> Ruling:
    """Ask the rule about facts as JSON gives them."""
    return Ruling(facts, ask(name, facts, on=on))


def facts_of(row: Participation) -> dict[str, Any]:
    """What every rule of length is asked with about this one, by the newest talk about the need."""
    return length_facts(row, need_of(row))


def still_runs(row: Participation) -> Verdict:
    """Why a participation that has an end is not changed."""
    if row.ended_on is None:
        return ()
    return (because("measure-duration.has-ended", _OURS, ended=row.ended_on),)


def consents(deed: Deed, row: Participation) -> Verdict:
    """Why it cannot go on: IPS rests on consent (FOR-2023-06-20-1073 § 3-2)."""
    given = ConsentScope.IPS_PARTICIPATION in deed.found.consents.given
    return ask("measure.going-on", {"measure": row.measure, "consents": given}, on=deed.on).outcome.verdict


def overlapping(row: Participation, last: date) -> tuple[Reason, ...]:
    """Another participation in the same measure with days in common, should this one last until that day."""
    wanted = Span(row.clock_from, last)
    others = Participation.objects.filter(person_id=row.person_id, measure=row.measure).exclude(pk=row.pk)
    meets = [
        each.clock_from
        for each in others
        if not each.fell_away and wanted.meets(Span(each.clock_from, each.ended_on or each.last_day))
    ]
    return (because("measure.overlaps", _OURS, first=min(meets)),) if meets else ()


def decide(
    deed: Deed, row: Participation, kind: DecisionKind, *, made: Ruling, said: Decided, days: Span
) -> MeasureDecision:
    """The decision, with its letter and the last day to complain."""
    decision = MeasureDecision(
        person=deed.person,
        case_id=row.case_id,
        participation=row,
        kind=kind,
        measure=row.measure,
        aim=row.aim,
        first_day=days.first,
        last_day=max(days.first, days.last or days.first),
        rules=_rules(made.answer),
        decided_on=deed.on,
        decided_by_id=deed.by.account_id,
    )
    decision.seal("sealed_reasons", said.why.strip(), deed.key)
    decision.seal("sealed_facts", json.dumps(made.facts), deed.key)
    tell(decision, said.told_on)
    decision.save()
    return decision


def told_when(deed: Deed, said: Decided) -> Verdict:
    """Why the person cannot be told that day."""
    return can_be_told(said.told_on, deed.on)


def keep(row: Participation, *columns: str) -> None:
    """Save what was changed, and that something was."""
    row.version += 1
    row.save(update_fields=[*columns, "version"])


def _rules(answer: Answer) -> list[str]:
    return [answer.rule, str(answer.rule_version), *sorted({each.version.source for each in answer.used})]
