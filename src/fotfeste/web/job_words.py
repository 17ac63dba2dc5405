"""How the closed lists about jobs are said."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.domain.job_facts import EndReason, Permanence, UndertakingKind
from fotfeste.domain.support_rhythm import PointKind, PointState
from fotfeste.domain.wishes_met import WishMet

Words = str | Promise

PERMANENCES: Mapping[str, Words] = {Permanence.PERMANENT: _("Fast"), Permanence.TEMPORARY: _("Midlertidig")}
END_REASONS: Mapping[str, Words] = {
    EndReason.OWN_CHOICE: _("Ønsket å slutte"),
    EndReason.NEW_JOB: _("Gikk til en annen jobb"),
    EndReason.EDUCATION: _("Begynte på utdanning"),
    EndReason.CONTRACT_ENDED: _("Avtalen var midlertidig og gikk ut"),
    EndReason.TRIAL_ENDED: _("Ble ikke videre etter prøvetiden"),
    EndReason.DISMISSED: _("Ble sagt opp"),
    EndReason.EMPLOYER_CLOSED: _("Arbeidsgiveren la ned eller innskrenket"),
    EndReason.HEALTH: _("Helsa"),
    EndReason.MOVED: _("Flyttet"),
    EndReason.OTHER: _("Noe annet"),
}
UNDERTAKINGS: Mapping[str, Words] = {
    UndertakingKind.EDUCATION: _("Utdanning"),
    UndertakingKind.MEASURE: _("Tiltak"),
    UndertakingKind.WORK_TRAINING: _("Arbeidstrening"),
    UndertakingKind.OTHER: _("Annet"),
}
WISHES_MET: Mapping[str, Words] = {
    WishMet.YES: _("Ja, slik som ønsket"),
    WishMet.PARTLY: _("Delvis"),
    WishMet.NO: _("Nei"),
    WishMet.NOT_WISHED: _("Var ikke viktig"),
}
POINTS: Mapping[str, Words] = {
    PointKind.BEFORE_START: _("Uken før jobbstart"),
    PointKind.AFTER_START: _("De første dagene"),
    PointKind.OFTEN: _("Hver uke den første måneden"),
    PointKind.REGULAR: _("Hver måned det første året"),
    PointKind.AFTER_LOSS: _("Rett etter siste dag"),
}
POINT_STATES: Mapping[str, Words] = {
    PointState.DONE: _("kontakt"),
    PointState.MISSED: _("ingen kontakt"),
    PointState.OPEN: _("nå"),
    PointState.COMING: _("kommer"),
    PointState.UNKNOWN: _("ikke fulgt her da"),
}


def choices(words: Mapping[str, Words], *, nothing: Words | None = None) -> list[tuple[str, Words]]:
    """For a form: each code with its words, after the choice of none."""
    first = [] if nothing is None else [("", nothing)]
    return [*first, *((str(code), said) for code, said in words.items())]
