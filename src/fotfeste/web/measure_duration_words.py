"""How long a measure lasts, in words: the rungs, what each takes, where one stands, why it ends."""

from collections.abc import Iterator, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.domain.measures.ending import EndCause
from fotfeste.domain.measures.extending import MeasureAim
from fotfeste.domain.measures.rungs import RungKind, RungState

Words = str | Promise

RUNGS: Mapping[str, Words] = {
    RungKind.FIRST: _("Første innvilgelse"),
    RungKind.EXTENDED: _("I alt"),
    RungKind.REDUCED: _("I alt, nedsatt arbeidsevne"),
    RungKind.TRANSITION: _("I alt, overgang fra skole eller soning"),
    RungKind.TRAINING: _("I alt, i opplæring"),
    RungKind.REDUCED_TRAINING: _("I alt, nedsatt arbeidsevne og i opplæring"),
}
TAKES: Mapping[str, Words] = {
    RungKind.FIRST: _("NAV innvilger tiltaket"),
    RungKind.EXTENDED: _("NAV vedtar det, med en grunn"),
    RungKind.REDUCED: _("Nedsatt arbeidsevne er slått fast"),
    RungKind.TRANSITION: _(
        "Nedsatt arbeidsevne er slått fast, og tiltaket brukes i overgang fra skole eller soning"
    ),
    RungKind.TRAINING: _("Opplæring eller utdanning som forskriften nevner"),
    RungKind.REDUCED_TRAINING: _("Nedsatt arbeidsevne er slått fast, og opplæring eller utdanning"),
}
STATES: Mapping[str, Words] = {
    RungState.PASSED: _("Passert"),
    RungState.HERE: _("Vedtatt hit"),
    RungState.CAN_BE_GRANTED: _("Kan gis"),
    RungState.TAKES_MORE: _("Krever mer"),
}
COLORS: Mapping[str, str] = {
    RungState.PASSED: "neutral",
    RungState.HERE: "info",
    RungState.CAN_BE_GRANTED: "success",
    RungState.TAKES_MORE: "warning",
}
CAUSES: Mapping[str, Words] = {
    EndCause.GOT_JOB: _("Fikk jobb"),
    EndCause.OFFERED_SUITABLE_WORK: _("Fikk tilbud om høvelig arbeid"),
    EndCause.OTHER_MEASURE: _("Begynner i et annet tiltak"),
    EndCause.OWN_WISH: _("Ønsker det selv"),
    EndCause.CONDITIONS_LAPSED: _("Fyller ikke vilkårene lenger"),
    EndCause.CONSENT_WITHDRAWN: _("Samtykket er trukket"),
    EndCause.TIME_IS_UP: _("Tiden er ute"),
    EndCause.ILL: _("Sykdom"),
    EndCause.EDUCATION: _("Utdanning"),
    EndCause.DID_NOT_COME: _("Møtte ikke"),
    EndCause.NEEDS_OTHER_HELP: _("Trenger annen hjelp"),
    EndCause.OTHER: _("Annet"),
}
AIMS: Mapping[str, Words] = {
    MeasureAim.KEEP_JOB: _("Beholde jobben"),
    MeasureAim.NEW_JOB: _("Finne en annen jobb"),
}


def acts_on(*, has_ended: bool, is_paused: bool) -> Iterator[tuple[str, Words]]:
    """The acts on a participation as it stands, by name and words."""
    if has_ended:
        yield "measure-reopen", _("Ta opp igjen")
        return
    yield "measure-extend", _("Forleng")
    yield "measure-shorten", _("Forkort")
    if is_paused:
        yield "measure-break-over", _("Oppholdet er over")
    else:
        yield "measure-break", _("Før et opphold")
    yield "measure-aim", _("Endre målet")
    yield "measure-end", _("Avslutt")
