"""The employer sends its follow-up plan to NAV (F-09)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.agreements.employer_deed import EmployerDeed
from fotfeste.apps.agreements.employer_plans import send_plan
from fotfeste.apps.agreements.plans_sent import plans_by
from fotfeste.web.acts_page import ActForm, Asked, Start
from fotfeste.web.by_employer_page import EmployerActPage

LONGEST_PLAN = 10_000
SENDS = "follow-up-plan"


class SendPlanForm(ActForm):
    """The follow-up plan, in the employer's own words."""

    words = forms.CharField(
        label=_("Oppfølgingsplanen"),
        max_length=LONGEST_PLAN,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_(
            "Skriv oppgavene i jobben, hva dere har lagt til rette, hva dere har prøvd og hva som ikke lot "
            "seg gjøre. Blir kryptert. NAV og den det gjelder leser det."
        ),
    )


def _start(deed: EmployerDeed, asked: Asked) -> Start:
    newest = plans_by(deed.member).first()
    return Start({"number": newest.pk if newest else 0})


def _send(deed: EmployerDeed, typed: Mapping[str, Any], asked: Asked) -> None:
    send_plan(deed, typed["words"])


PAGES = (
    EmployerActPage(
        slug=SENDS,
        title=_("Send oppfølgingsplanen til NAV"),
        form=SendPlanForm,
        start=_start,
        do=_send,
        button=_("Send planen"),
        said=_("Planen er sendt til NAV."),
        help=_("NAV kan trenge planen deres før det blir gitt tiltak. Det dere har sendt før, blir stående."),
    ),
)
