"""Places, starts, guides and proposals in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from fotfeste.apps.measures.models_providers import ProposalAnswer, ProposalKind
from fotfeste.apps.measures.places import Place, Taken
from fotfeste.apps.people.models import Unit
from fotfeste.domain.measures.providers import Standing

Words = str | Promise

STANDINGS: Mapping[str, Words] = {
    Standing.NO_PROVIDER: _("venter på arrangør"),
    Standing.NO_AGREEMENT: _("arrangøren har ingen avtale nå"),
    Standing.WAITING: _("på venteliste"),
    Standing.HAS_PLACE: _("venter på oppstart"),
    Standing.GOING_ON: _("i gang"),
    Standing.ENDED: _("avsluttet"),
}
STANDING_COLORS: Mapping[str, str] = {
    Standing.NO_PROVIDER: "warning",
    Standing.NO_AGREEMENT: "warning",
    Standing.WAITING: "warning",
    Standing.HAS_PLACE: "info",
    Standing.GOING_ON: "success",
    Standing.ENDED: "neutral",
}
SUGGESTIONS: Mapping[str, Words] = {
    ProposalKind.EXTEND: _("Forlenge"),
    ProposalKind.SHORTEN: _("Forkorte"),
    ProposalKind.END: _("Avslutte"),
    ProposalKind.AMOUNT: _("Endre hvor mye oppfølging"),
    ProposalKind.CONTENT: _("Endre innholdet"),
    ProposalKind.AIM: _("Endre målet"),
}
ANSWERS: Mapping[str, Words] = {
    "": _("venter på NAV"),
    ProposalAnswer.ACCEPTED: _("godtatt"),
    ProposalAnswer.REFUSED: _("ikke godtatt"),
}
ANSWER_COLORS: Mapping[str, str] = {
    "": "warning",
    ProposalAnswer.ACCEPTED: "success",
    ProposalAnswer.REFUSED: "neutral",
}


def provider_choice(provider: Unit, taken: Taken) -> tuple[str, str]:
    """A provider to choose, with how many places are free."""
    free = ngettext("%(free)d ledig plass", "%(free)d ledige plasser", taken.free) % {"free": taken.free}
    return str(provider.public_id), f"{provider.name} ({free})"


def standing_shown(place: Place) -> dict[str, object]:
    """Where a participation stands, in a word and a colour, and its number in the waiting list."""
    return {
        "standing": STANDINGS[place.standing],
        "standing_color": STANDING_COLORS[place.standing],
        "number": place.number if place.standing is Standing.WAITING else 0,
    }
