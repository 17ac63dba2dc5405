"""The guide's own act: write an assessment, or the final report (§ 4-5)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.measures.models import MeasureReport
from fotfeste.apps.measures.models_participations import ReportKind
from fotfeste.apps.measures.reports import write_report
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Start
from fotfeste.web.job_fields import text_field
from fotfeste.web.measure_report_words import REPORTS


class ReportForm(ActForm):
    """How it goes; and at the end where the person stands in working life."""

    blames = {"report.final-without-status": "work_status", "measure-report.final": "kind"}
    kind = forms.ChoiceField(
        label=_("Hva skriver du?"),
        choices=list(REPORTS.items()),
        widget=forms.RadioSelect,
        initial=ReportKind.ASSESSMENT,
    )
    words = text_field(
        _("Hvordan går det?"),
        rows=8,
        hint=_("Personen og NAV-kontoret leser det. Blir kryptert. Det kan ikke endres siden."),
        required=True,
    )
    work_status = text_field(
        _("Hvor står personen på arbeidsmarkedet nå?"),
        rows=2,
        hint=_("Må være med i sluttrapporten."),
    )


def _start(found: Found, asked: Asked) -> Start:
    return Start({"reports": MeasureReport.objects.filter(person=found.person).count()})


def _do(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    write_report(deed, ReportKind(typed["kind"]), words=typed["words"], work_status=typed["work_status"])


PAGES = (
    ActPage(
        slug="measure-report",
        title=_("Skriv rapport"),
        form=ReportForm,
        start=_start,
        do=_do,
        action=Action.MEASURE_FOLLOWED,
        back="measure_reports",
        above="measure_reports",
        permission=Permission.MEASURE_FOLLOW,
        keeps_draft=True,
    ),
)
