"""What NAV says when it decides that the agreement is used: shared by the inbox and the act (A-06)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.agreements.using import Use
from fotfeste.domain.agreements.target_group import EmployerPart
from fotfeste.web.acts_page import YES_NO_UNKNOWN, as_bool
from fotfeste.web.agreement_request_words import EMPLOYER_PARTS
from fotfeste.web.forms_look import DayField
from fotfeste.web.job_fields import text_field

USE_FIELDS = ("born_on", "reduced_capacity", "employer_part", "why")
USE_BLAMES = {"agreement.others-need-a-reason": "why", "day.": "born_on"}


class UseFields(forms.Form):
    """Birth day, work capacity, what the employer does, and why."""

    born_on = DayField(
        label=_("Fødselsdato"),
        required=False,
        help_text=_("Spør personen. Står den tom, kan ingen si om personen er blant de unge."),
    )
    reduced_capacity = forms.ChoiceField(
        label=_("Er arbeidsevnen nedsatt?"), choices=YES_NO_UNKNOWN, widget=forms.RadioSelect
    )
    employer_part = forms.ChoiceField(
        label=_("Hva gjør arbeidsgiveren?"), choices=list(EMPLOYER_PARTS.items()), widget=forms.RadioSelect
    )
    why = text_field(
        _("Hvorfor passer avtalen?"),
        hint=_("Må fylles ut for andre enn unge med nedsatt arbeidsevne. Personen kan lese det."),
    )


def use_said(typed: Mapping[str, Any]) -> Use:
    """What was said, ready to be decided on."""
    return Use(
        born_on=typed["born_on"],
        reduced_capacity=as_bool(typed["reduced_capacity"]),
        employer=EmployerPart(typed["employer_part"]),
        why=typed["why"],
    )
