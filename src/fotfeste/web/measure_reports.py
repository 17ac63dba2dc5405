"""The provider's reports: for the guide who writes, NAV who reads, and the person (§ 4-5)."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from fotfeste import clock
from fotfeste.apps.measures.models_participations import ReportKind
from fotfeste.apps.measures.reports import Reported, ReportsSeen, access_reports, access_to_report
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.permissions import Ability
from fotfeste.web.lines import act_url
from fotfeste.web.measure_around import said
from fotfeste.web.measure_report_words import REPORTS
from fotfeste.web.measure_words import KINDS
from fotfeste.web.own_pages import framed, of_and_own
from fotfeste.web.policy import needs
from fotfeste.web.requests import actor


@of_and_own
def reports(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What the provider has written about one, and what is missing."""
    found = access_reports(actor(request), public_id, at=clock.now())
    return render(request, "measures/reports.html", reports_page(found, on=clock.today()))


@needs(Ability.PARTICIPANTS_OWN)
@require_safe
def to_report(request: HttpRequest) -> HttpResponse:
    """The guide's own: who needs a report, what is late on top."""
    on = clock.today()
    listed = [
        {"person": each.person, "name": str(each.name), **_state(each.reported, on)}
        for each in access_to_report(actor(request), at=clock.now())
    ]
    listed.sort(key=lambda each: (not each["missing"], each["next_by"] or date.max))
    return render(request, "measures/to_report.html", {"listed": listed})


def reports_page(found: ReportsSeen, *, on: date) -> dict[str, object]:
    """What the page shows."""
    return {
        **framed(is_mine=found.is_mine),
        "public_id": found.person.public_id,
        "name": str(found.contact),
        "write_url": act_url(found.person.public_id, "measure-report") if found.may_write else "",
        "participations": [_participation(each, found.key, on) for each in found.reported],
    }


def _participation(each: Reported, key: SealingKey, on: date) -> dict[str, object]:
    return {
        "row": each.row,
        "measure": KINDS[each.row.measure],
        "provider": each.row.provider.name if each.row.provider else "",
        **_state(each, on),
        "reports": [
            {
                "kind": REPORTS[report.kind],
                "is_final": report.kind == ReportKind.FINAL,
                "on": report.written_on,
                "by": report.written_by.name,
                "words": report.opened("sealed_words", key),
                "work_status": report.opened("sealed_work_status", key),
            }
            for report in each.reports
        ],
    }


def _state(each: Reported, on: date) -> dict[str, object]:
    outcome = each.outcome(on=on)
    return {
        "has_begun": outcome is not None,
        "missing": said(outcome.verdict, on=on) if outcome else [],
        "next_by": dict(outcome.dates)["next_assessment_by"] if outcome else None,
    }


urlpatterns = [
    path("personer/<uuid:public_id>/tiltak/rapporter", reports.of, name="measure_reports"),
    path("min-side/tiltak/rapporter", reports.own, name="my_measure_reports"),
    path("deltakere/rapporter", to_report, name="measure_to_report"),
]
