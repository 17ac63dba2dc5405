"""Closing a case about a measure, and where it stands."""

from collections.abc import Sequence

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.measures.deciding import GRANTS, NEEDS, decisions_of
from fotfeste.apps.measures.models import MeasureCase, MeasureDecision, Participation
from fotfeste.apps.measures.need import case_asked
from fotfeste.domain.measures.closing import CaseFacts, CloseCause, TakingPart, may_close
from fotfeste.domain.measures.deciding import DecisionKind


def close(deed: Deed, cause: CloseCause, *, words: str) -> None:
    """Close the case. A new need takes a new request, and the history stays."""
    case = case_asked(deed.found)
    rows = Participation.objects.filter(case=case)
    facts = case_facts(case, decisions_of(case), list(rows))
    refuse(may_close(facts, cause, has_words=bool(words.strip()), on=deed.on))
    case.closed_on, case.close_cause, case.closed_by_id = deed.on, cause, deed.by.account_id
    case.seal("sealed_close_words", words.strip(), deed.key)
    case.version += 1
    case.save()
    deed.done("measure.case-closed", cause=cause.value)


def case_facts(
    case: MeasureCase, decisions: Sequence[MeasureDecision], rows: Sequence[Participation]
) -> CaseFacts:
    """What decides where the case stands. `decisions` are the newest first."""
    about_measure = {*GRANTS, DecisionKind.REFUSAL}
    newest = next((each for each in decisions if each.counts and each.kind in about_measure), None)
    return CaseFacts(
        closed_on=case.closed_on,
        is_need_decided=any(each.counts and each.kind in NEEDS for each in decisions),
        is_refused=newest is not None and newest.kind == DecisionKind.REFUSAL,
        decision_waits=any(each.dropped_on is None and not each.counts for each in decisions),
        participations=tuple(TakingPart(row.first_start, row.ended_on or row.last_day) for row in rows),
    )
