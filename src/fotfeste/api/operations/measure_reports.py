"""The provider's reports about a measure, and what is missing of them."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.policy import RECORD, api_policy, needs
from fotfeste.api.problems import ReasonShown, shown
from fotfeste.api.schemas import Shown
from fotfeste.apps.measures.models_participations import ReportKind
from fotfeste.apps.measures.reports import Reported, access_reports, access_to_report
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.permissions import Ability

router = Router(tags=["Cases about a measure"])


class MeasureReportShown(Shown):
    """What the provider wrote. `work_status` is filled in for a final report."""

    kind: ReportKind
    written_on: date
    written_by: str
    words: str
    work_status: str


class ReportedShown(Shown):
    """A participation's reports, the newest first, and what is missing."""

    participation: UUID
    reports: list[MeasureReportShown]
    missing: list[ReasonShown]
    next_by: date | None = Field(description="Null before it has begun and after it has ended.")


class ReportsOfPersonShown(Shown):
    """All that the caller may read of one person's reports."""

    person: UUID
    participations: list[ReportedShown]


class ToReportShown(Shown):
    """One whom the caller is the guide of, and what is missing."""

    person: UUID
    name: str
    missing: list[ReasonShown]
    next_by: date | None


class AllToReportShown(Shown):
    """Everybody whose guide the caller is."""

    participants: list[ToReportShown]


@router.get(
    "/people/{uuid:person_id}/measure-case/reports",
    response=ReportsOfPersonShown,
    summary="The provider's reports about one person",
)
@api_policy(RECORD)
def get_measure_reports(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """For the person, the office that answers for the case, and the guide (of the own provider's)."""
    call = calling(request)
    found = access_reports(call.acting, person_id, at=call.at)
    listed = [_reported(each, found.key, call.on) for each in found.reported]
    return {"person": found.person.public_id, "participations": listed}


@router.get("/measure-reports", response=AllToReportShown, summary="Whom you write reports about")
@api_policy(needs(Ability.PARTICIPANTS_OWN))
def list_reports_to_write(request: HttpRequest) -> dict[str, Any]:
    """Everybody whose guide you are, and what is missing."""
    call = calling(request)
    return {
        "participants": [
            {"person": each.person, "name": str(each.name), **_state(each.reported, call.on)}
            for each in access_to_report(call.acting, at=call.at)
        ]
    }


def _reported(each: Reported, key: SealingKey, on: date) -> dict[str, Any]:
    return {
        "participation": each.row.public_id,
        "reports": [
            {
                "kind": report.kind,
                "written_on": report.written_on,
                "written_by": report.written_by.name,
                "words": report.opened("sealed_words", key),
                "work_status": report.opened("sealed_work_status", key),
            }
            for report in each.reports
        ],
        **_state(each, on),
    }


def _state(each: Reported, on: date) -> dict[str, Any]:
    outcome = each.outcome(on=on)
    return {
        "missing": [shown(reason) for reason in (outcome.verdict if outcome else ())],
        "next_by": dict(outcome.dates)["next_assessment_by"] if outcome else None,
    }
