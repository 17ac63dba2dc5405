"""What the provider's reports are called."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.measures.models_participations import ReportKind

REPORTS: Mapping[str, str | Promise] = {
    ReportKind.ASSESSMENT: _("Skriftlig vurdering underveis"),
    ReportKind.FINAL: _("Sluttrapport"),
}
