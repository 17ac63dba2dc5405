"""Act that closes a case about a measure."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.measures.closing import close
from fotfeste.apps.measures.newest import case_of
from fotfeste.domain.measures.closing import CloseCause
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Start
from fotfeste.web.job_fields import text_field
from fotfeste.web.measure_close_words import CAUSES


class CloseForm(ActForm):
    """Why the case is closed."""

    blames = {"measure-close.say-why": "words"}
    cause = forms.ChoiceField(
        label=_("Hvorfor lukkes saken?"), choices=list(CAUSES.items()), widget=forms.RadioSelect
    )
    words = text_field(_("Mer om hvorfor"), hint=_("Blir kryptert. Personen kan lese det."))


def _start(found: Found, asked: Asked) -> Start:
    case = case_of(found.person)
    return Start({"version": case.version if case else 0})


def _do(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    close(deed, CloseCause(typed["cause"]), words=typed["words"])


PAGES = (
    ActPage(
        slug="measure-close",
        title=_("Lukk saken"),
        help=_("Det som står i saken, blir stående. Et nytt behov tas opp med en ny søknad."),
        form=CloseForm,
        start=_start,
        do=_do,
        action=Action.MEASURE_CHANGED,
        button=_("Lukk saken"),
        said=_("Saken er lukket."),
        back="measure_case",
        above="measure_case",
        permission=Permission.MEASURE_CHANGE,
    ),
)
