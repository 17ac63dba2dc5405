"""Words for a discharge: why, with whom, what is open, what becomes of it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.discharge.loose_ends import LooseEnd
from fotfeste.domain.discharge import Consulted, DischargeReason, LooseEndAnswer
from fotfeste.web.lines import language
from fotfeste.web.words.dates import long_day

Words = str | Promise

REASONS: Mapping[DischargeReason, Words] = {
    DischargeReason.LONG_PAUSE: _("Et lengre opphold i jobbsøket"),
    DischargeReason.OWN_WISH: _("Jobbsøkeren ønsker det"),
    DischargeReason.OTHER_SERVICE: _("Noe annet passer bedre nå"),
    DischargeReason.MOVED: _("Jobbsøkeren har flyttet"),
    DischargeReason.LASTING_JOB: _("Jobbsøkeren er i jobb og trenger ikke oppfølging lenger"),
    DischargeReason.NOT_REACHED: _("Vi når ikke jobbsøkeren"),
    DischargeReason.OTHER: _("Annet"),
}
WITH: Mapping[Consulted, Words] = {
    Consulted.SUPERVISOR: _("Metodeveileder"),
    Consulted.CLINICIAN: _("Behandler eller primærkontakt"),
}
ANSWERS: Mapping[LooseEndAnswer, Words] = {
    LooseEndAnswer.CANCEL: _("Avlyses eller legges bort"),
    LooseEndAnswer.KEEP: _("Blir stående"),
    LooseEndAnswer.HAND: _("Noen andre tar det"),
}
KINDS: Mapping[str, Words] = {
    "meeting": _("Møte som er avtalt"),
    "contact": _("Avtalt kontakt med arbeidsgiver"),
    "text": _("Tekst til arbeidsgiver som ikke er gått"),
    "journal": _("Skal føres i helsejournalen"),
}


def in_words(end: LooseEnd) -> str:
    """«Avtalt kontakt med arbeidsgiver: Rana Renhold, 3. desember 2026»."""
    more = ", ".join(part for part in (end.about, long_day(end.day, language()) if end.day else "") if part)
    kind = str(KINDS.get(end.kind, _("Noe som er åpent")))
    return f"{kind}: {more}" if more else kind
