"""Acts about a measure: NAV proposes one."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.measures.proposing import propose
from fotfeste.domain.measures.kinds import MeasureKind
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import ActForm, ActPage, Asked
from fotfeste.web.job_fields import text_field
from fotfeste.web.measure_words import KINDS

OFFERED = (
    MeasureKind.FOLLOW_UP,
    MeasureKind.SUPPORTED_EMPLOYMENT,
    MeasureKind.IPS,
    MeasureKind.IPS_YOUNG,
)


class ProposeForm(ActForm):
    """Which measure, and why."""

    measure = forms.ChoiceField(
        label=_("Hvilket tiltak?"),
        choices=[(each, KINDS[each]) for each in OFFERED],
        widget=forms.RadioSelect,
        initial=MeasureKind.FOLLOW_UP,
    )
    why = text_field(_("Hvorfor foreslår dere det?"), hint=_("Personen leser det. Blir kryptert."))


def _propose(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    propose(deed, measure=MeasureKind(typed["measure"]), why=typed["why"])


PAGES = (
    ActPage(
        slug="measure-propose",
        title=_("Foreslå et tiltak"),
        help=_("Personen ser forslaget på sine egne sider, og svarer ja eller nei."),
        form=ProposeForm,
        do=_propose,
        action=Action.MEASURE_REQUEST_MADE,
        button=_("Send forslaget"),
        said=_("Forslaget er sendt til personen."),
        on_menu=True,
        permission=Permission.MEASURE_PROPOSE,
    ),
)
