"""The rows of a case for its page: loaded in the door's transaction, opened after it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fotfeste.apps.measures.deciding import decisions_of
from fotfeste.apps.measures.jobs import gate_facts, newest_plan
from fotfeste.apps.measures.models import (
    AmountAgreed,
    AssessmentWeighed,
    ContentPart,
    EmployerPlan,
    MeasureCase,
    MeasureDecision,
    NeedTalk,
    Participation,
    TriedBefore,
)
from fotfeste.apps.measures.need import content_of, newest_amount, newest_talk, newest_weighed
from fotfeste.apps.measures.places import Place, places_of


@dataclass(frozen=True, slots=True)
class CaseRows:
    """Everything in one case, as it stands. The newest row counts where there are several."""

    need: NeedTalk | None
    content: Sequence[ContentPart]
    tried: Sequence[TriedBefore]
    weighed: AssessmentWeighed | None
    amount: AmountAgreed | None
    plan: EmployerPlan | None
    gate: dict[str, object] | None
    decisions: Sequence[MeasureDecision]
    participations: Sequence[Participation]
    places: Mapping[int, Place]


def rows_of(case: MeasureCase, *, on: date) -> CaseRows:
    """Read them, in one statement for each kind."""
    rows = Participation.objects.filter(case=case).select_related("provider", "job__employer")
    participations = list(rows.order_by("-pk"))
    return CaseRows(
        need=newest_talk(case),
        content=content_of(case),
        tried=list(TriedBefore.objects.filter(case=case).order_by("pk")),
        weighed=newest_weighed(case),
        amount=newest_amount(case),
        plan=newest_plan(case) if case.job_id else None,
        gate=gate_facts(case),
        decisions=decisions_of(case),
        participations=participations,
        places=places_of(participations, on=on),
    )
