"""A person's case about a measure: what has come of it, the decisions and the participations."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.policy import RECORD, api_policy
from fotfeste.api.schemas import Shown
from fotfeste.apps.measures.closing import case_facts
from fotfeste.apps.measures.models import MeasureDecision, Participation
from fotfeste.apps.measures.reading import CaseSeen, access_case
from fotfeste.domain.measures.closing import CaseStatus, case_status
from fotfeste.domain.measures.content import ContentKind
from fotfeste.domain.measures.deciding import DecisionKind
from fotfeste.domain.measures.extending import MeasureAim
from fotfeste.domain.measures.kinds import MeasureKind
from fotfeste.domain.measures.offer import AssessmentMeasure

router = Router(tags=["Cases about a measure"])


class DecisionShown(Shown):
    """A decision. `counts` is false while it waits for a second pair of eyes, and when it fell away."""

    id: UUID
    kind: DecisionKind
    counts: bool
    decided_on: date
    decided_by: str
    reasons: str
    first_day: date | None
    last_day: date | None
    told_on: date | None
    complain_by: date | None


class ContentShown(Shown):
    """A part of the content, and why."""

    id: UUID
    part: ContentKind
    words: str
    why: str


class ParticipationShown(Shown):
    """Taking part: as decided, and as it began."""

    id: UUID
    measure: MeasureKind
    aim: MeasureAim
    starts_on: date
    first_start: date | None
    last_day: date
    provider: str | None
    employer: str | None


class MeasureCaseShown(Shown):
    """The case, as it stands. Everything is null or empty before a request has been taken up."""

    person: UUID
    name: str
    office: str | None
    measure: MeasureKind | None
    opened_on: date | None
    closed_on: date | None
    status: CaseStatus | None
    is_employed: bool | None
    weighed: AssessmentMeasure | None
    content: list[ContentShown]
    decisions: list[DecisionShown] = Field(description="The newest first.")
    participations: list[ParticipationShown]


@router.get(
    "/people/{uuid:person_id}/measure-case", response=MeasureCaseShown, summary="A case about a measure"
)
@api_policy(RECORD)
def get_measure_case(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """For the person, the office that answers for it, and the guide."""
    call = calling(request)
    return _case(access_case(call.acting, person_id, at=call.at), call.on)


def _case(found: CaseSeen, on: date) -> dict[str, Any]:
    case, rows, key = found.case, found.rows, found.key
    return {
        "person": found.person.public_id,
        "name": found.contact.contact.name,
        "office": case.office.name if case else None,
        "measure": case.measure if case else None,
        "opened_on": case.opened_on if case else None,
        "closed_on": case.closed_on if case else None,
        "status": _status(found, on),
        "is_employed": case.is_employed if case else None,
        "weighed": rows.weighed.weighed if rows and rows.weighed else None,
        "content": [
            {
                "id": each.public_id,
                "part": each.part,
                "words": each.opened("sealed_words", key),
                "why": each.opened("sealed_why", key),
            }
            for each in (rows.content if rows else ())
        ],
        "decisions": [_decision(each, found) for each in (rows.decisions if rows else ())],
        "participations": [_participation(each) for each in (rows.participations if rows else ())],
    }


def _status(found: CaseSeen, on: date) -> CaseStatus | None:
    case, rows = found.case, found.rows
    if case is None or rows is None:
        return None
    return case_status(case_facts(case, rows.decisions, rows.participations), on=on)


def _decision(row: MeasureDecision, found: CaseSeen) -> dict[str, Any]:
    names = ("kind", "counts", "decided_on", "first_day", "last_day", "told_on", "complain_by")
    return {
        "id": row.public_id,
        "decided_by": row.decided_by.name,
        "reasons": row.opened("sealed_reasons", found.key),
        **{name: getattr(row, name) for name in names},
    }


def _participation(row: Participation) -> dict[str, Any]:
    names = ("measure", "aim", "starts_on", "first_start", "last_day")
    employer = row.job.employer if row.job else None
    return {
        "id": row.public_id,
        "provider": row.provider.name if row.provider else None,
        "employer": employer.name if employer else None,
        **{name: getattr(row, name) for name in names},
    }
