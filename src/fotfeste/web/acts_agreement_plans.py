"""NAV takes over the follow-up plan that the employer has sent, into the case of a measure (F-09)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.agreements.employer_plans import Documented, take_over
from fotfeste.apps.agreements.plans_sent import plan_of
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import OSLO, Found
from fotfeste.domain.measures.employer_gate import InHouseMeasures
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import YES_NO_UNKNOWN, ActForm, ActPage, Asked, Shown, Start, as_bool
from fotfeste.web.job_fields import LONGEST, text_field
from fotfeste.web.lines import language
from fotfeste.web.measure_case_words import IN_HOUSE
from fotfeste.web.words.dates import long_day

TAKES_OVER = "agreement-take-over-plan"


class TakeOverForm(ActForm):
    """What the employer's plan documents, as NAV reads it."""

    duty_met = forms.ChoiceField(
        label=_("Har arbeidsgiver tilrettelagt slik loven krever?"),
        choices=YES_NO_UNKNOWN,
        widget=forms.RadioSelect,
    )
    in_house = forms.ChoiceField(
        label=_("Hva er dokumentert om tiltak i bedriften?"),
        choices=list(IN_HOUSE.items()),
        widget=forms.RadioSelect,
    )
    what = text_field(_("Hva dokumenterer planen?"), hint=_("Blir kryptert. Personen kan lese det."))


def _start(found: Found, asked: Asked) -> Start:
    row = plan_of(found.person, asked.about)
    if row is None:
        return Start({"taken_over": ""})
    words = row.opened("sealed_words", found.key)
    sent_on = long_day(row.sent_at.astimezone(OSLO).date(), language())
    suggested = {"duty_met": "unknown", "in_house": InHouseMeasures.UNKNOWN}
    if len(words) <= LONGEST:
        suggested["what"] = words
    shown = (
        Shown(_("Sendt"), f"{sent_on}, {row.sent_by.name}"),
        Shown(_("Oppfølgingsplanen"), words),
    )
    return Start({"taken_over": str(row.taken_over_on or "")}, shown, suggested=suggested)


def _take_over(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    said = Documented(as_bool(typed["duty_met"]), InHouseMeasures(typed["in_house"]), typed["what"])
    take_over(deed, asked.about, said)


PAGES = (
    ActPage(
        slug=TAKES_OVER,
        title=_("Overta arbeidsgivers oppfølgingsplan"),
        form=TakeOverForm,
        start=_start,
        do=_take_over,
        action=Action.MEASURE_CHANGED,
        permission=Permission.MEASURE_CHANGE,
        back="agreement_page",
        above="agreement_page",
        button=_("Overta planen"),
        said=_("Planen er overtatt, og ligger i saken om tiltak."),
        help=_("Planen blir arbeidsgivers plan i saken om tiltak, mottatt den dagen den ble sendt."),
    ),
)
