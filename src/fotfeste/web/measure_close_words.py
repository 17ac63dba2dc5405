"""Where a case stands and why it was closed, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.domain.measures.closing import CaseStatus, CloseCause

CAUSES: Mapping[str, str | Promise] = {
    CloseCause.FINISHED: _("Tiltaket er ferdig"),
    CloseCause.OWN_WISH: _("Personen ønsker det"),
    CloseCause.NOT_GRANTED: _("Tiltaket ble ikke innvilget"),
    CloseCause.NO_LONGER_NEEDED: _("Hjelpen trengs ikke lenger"),
    CloseCause.OTHER_OFFICE: _("Et annet kontor tar over"),
    CloseCause.OTHER: _("Annet"),
}
CASE_STATUSES: Mapping[str, str | Promise] = {
    CaseStatus.WORKED_ON: _("under arbeid"),
    CaseStatus.NEED_DECIDED: _("behovet er vedtatt"),
    CaseStatus.NOT_GRANTED: _("ikke innvilget"),
    CaseStatus.WAITS_FOR_START: _("venter på start"),
    CaseStatus.TAKING_PART: _("deltar"),
    CaseStatus.ENDED: _("deltakelsen er over"),
    CaseStatus.CLOSED: _("lukket"),
}
CASE_COLORS = {CaseStatus.TAKING_PART: "success", CaseStatus.WAITS_FOR_START: "info"}
