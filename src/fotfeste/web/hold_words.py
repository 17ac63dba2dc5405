"""Words for holds: why search waits, and how contact is kept. Choices of the forms, and what pages say."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from fotfeste.domain.holds import HoldReason, HoldWay

REASONS: Mapping[HoldReason, str | Promise] = {
    HoldReason.WORSENING: _("Jobbsøkeren har det verre"),
    HoldReason.ADMISSION: _("Innleggelse"),
    HoldReason.OTHER_ILLNESS: _("Annen sykdom eller behandling"),
    HoldReason.LIFE: _("Noe i livet ellers"),
    HoldReason.OWN_WISH: _("Jobbsøkeren vil vente"),
    HoldReason.OTHER: _("Annet"),
}
WAYS: Mapping[HoldWay, str | Promise] = {
    HoldWay.PHONE: _("Telefon"),
    HoldWay.MESSAGE: _("Melding"),
    HoldWay.VISIT: _("Besøk"),
    HoldWay.WALK: _("En tur eller en kaffe ute"),
    HoldWay.THROUGH_OTHERS: _("Gjennom behandler eller noen andre"),
}
WEEKS = (1, 2, 3, 4, 6, 8)
"""How seldom contact may be agreed, to choose from: the form's own, no rule."""


def every_weeks(weeks: int) -> str:
    """«hver uke», «hver 2. uke»."""
    return ngettext("hver uke", "hver %(weeks)s. uke", weeks) % {"weeks": weeks}
