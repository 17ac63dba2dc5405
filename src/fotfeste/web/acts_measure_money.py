"""Act on money in a case about a measure: what the person lives on, put down by NAV (F-15)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.measures.money import MoneySaid, newest_money, put_down_money, read_said
from fotfeste.apps.measures.newest import case_of
from fotfeste.domain.measures.allowance import BenefitHeld
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Start
from fotfeste.web.measure_money_words import BENEFITS

MOST_CHILDREN = 20


class MoneyForm(ActForm):
    """What the person lives on, and what else the right to employment scheme benefits turns on."""

    benefit = forms.ChoiceField(
        label=_("Hva lever personen av?"), choices=list(BENEFITS.items()), widget=forms.RadioSelect
    )
    paid_by_provider = forms.BooleanField(label=_("Får lønn fra tiltaksarrangøren"), required=False)
    in_institution = forms.BooleanField(
        label=_("Bor i institusjon eller fengsel med fri kost og losji"), required=False
    )
    children = forms.IntegerField(
        label=_("Hvor mange barn gir tillegg?"),
        help_text=_("Barn under aldersgrensen som personen forsørger, og som bor i Norge."),
        min_value=0,
        max_value=MOST_CHILDREN,
        widget=forms.TextInput({"inputmode": "numeric", "size": "4"}),
    )


def _start(found: Found, asked: Asked) -> Start:
    case = case_of(found.person)
    row = newest_money(case) if case else None
    if row is None:
        return Start({"number": 0}, suggested={"children": 0})
    said = read_said(row, found.key)
    return Start(
        {
            "benefit": said.benefit.value,
            "paid_by_provider": said.paid_by_provider,
            "in_institution": said.in_institution,
            "children": said.children,
        }
    )


def _do(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    put_down_money(deed, MoneySaid(**{**typed, "benefit": BenefitHeld(typed["benefit"])}))


PAGES = (
    ActPage(
        slug="measure-money",
        title=_("Hva lever personen av?"),
        help=_("Bare personen og kontoret ser det. Personen får vite hva det betyr for pengene."),
        form=MoneyForm,
        start=_start,
        do=_do,
        action=Action.MEASURE_CHANGED,
        back="measure_money",
        above="measure_case",
        permission=Permission.MEASURE_CHANGE,
    ),
)
