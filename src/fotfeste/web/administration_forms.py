"""What an administrator fills in."""

import re
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.people.accounts_services import AccountFacts, staff_accounts
from fotfeste.apps.people.models import Account, Controller, Unit
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.apps.people.models.units import ControllerKind, UnitKind
from fotfeste.apps.people.units_services import UnitFacts, units_in_order
from fotfeste.domain.permissions import Role
from fotfeste.web.forms_look import DayField
from fotfeste.web.roles import IN_WORDS

UNIT_KINDS: dict[UnitKind, Promise] = {
    UnitKind.IPS_TEAM: _("IPS-team"),
    UnitKind.NAV_OFFICE: _("NAV-kontor"),
    UnitKind.TREATMENT_TEAM: _("Behandlingsteam"),
    UnitKind.EMPLOYER: _("Arbeidsgiver"),
    UnitKind.PROVIDER: _("Tiltaksarrangør"),
    UnitKind.ADMINISTRATION: _("Administrasjon"),
}
CONTROLLER_KINDS: dict[ControllerKind, Promise] = {
    ControllerKind.HOSPITAL: _("Helseforetak"),
    ControllerKind.MUNICIPALITY: _("Kommune"),
    ControllerKind.NAV: _("NAV"),
    ControllerKind.BUSINESS: _("Virksomhet"),
}
CLEARANCES: dict[ClearanceKind, Promise] = {
    ClearanceKind.PROTECTED: _("Personer med adressesperre (kode 6, kode 7, § 19)"),
    ClearanceKind.OWN_STAFF: _("Egne ansatte"),
}
ONLY_PLAIN = RegexValidator(
    re.compile(r"^[a-zæøå0-9][a-zæøå0-9._-]*$", re.IGNORECASE),
    _("Bruk bokstaver, tall, punktum og bindestrek."),
)
"""Letters of one alphabet only: «аrne» with a Cyrillic «а» would pass for somebody else."""

Choices = list[tuple[str, Any]]


def _words(kinds: dict[Any, Promise]) -> Choices:
    return [("", _("Velg")), *kinds.items()]


class AccountForm(forms.Form):
    """How somebody who works here is called and reached."""

    name = forms.CharField(label=_("Navn"), max_length=120)
    username = forms.CharField(
        label=_("Brukernavn"), max_length=64, validators=[ONLY_PLAIN], help_text=_("For eksempel fornavnet")
    )
    email = forms.EmailField(
        label=_("E-post"),
        required=False,
        max_length=254,
        help_text=_("Dit sender vi lenken til å lage passord"),
    )
    phone = forms.CharField(label=_("Telefon"), required=False, max_length=20)

    def facts(self) -> AccountFacts:
        """What was typed, as the act wants it."""
        return AccountFacts(**self.cleaned_data)


class RoleForm(forms.Form):
    """A role in a unit, from one day to another."""

    role = forms.ChoiceField(label=_("Rolle"))
    unit = forms.ModelChoiceField(
        label=_("Enhet"), queryset=Unit.objects.none(), to_field_name="public_id", empty_label=_("Velg")
    )
    position_percent = forms.IntegerField(
        label=_("Stilling i prosent"), min_value=1, max_value=100, initial=100
    )
    from_day = DayField(label=_("Første dag"))
    until_day = DayField(label=_("Siste dag"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = {role: words[0] for role, words in IN_WORDS.items() if role is not Role.JOBSEEKER}
        self.fields["role"].choices = _words(roles)  # type: ignore[attr-defined]  # a field with choices
        self.fields["unit"].queryset = units_in_order()  # type: ignore[attr-defined]  # one that takes rows


class ClearanceForm(forms.Form):
    """Whom somebody is trusted with, and why."""

    kind = forms.ChoiceField(label=_("Tillit til å se"), choices=lambda: _words(CLEARANCES))
    why = forms.CharField(
        label=_("Hvorfor"), max_length=200, help_text=_("Blir stående. Skriv ikke navn på jobbsøkere.")
    )


class UnitForm(forms.Form):
    """A unit under a controller."""

    name = forms.CharField(label=_("Navn"), max_length=120)
    kind = forms.ChoiceField(label=_("Slags"), choices=lambda: _words(UNIT_KINDS))
    number = forms.RegexField(
        r"^[0-9]{4}$",
        label=_("Nummer på NAV-kontoret"),
        required=False,
        help_text=_("Fire sifre, bare for NAV"),
    )
    controller = forms.ModelChoiceField(
        label=_("Behandlingsansvarlig"), queryset=Controller.objects.none(), to_field_name="public_id"
    )

    def __init__(self, *args: Any, is_new: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["controller"].queryset = Controller.objects.order_by("name")  # type: ignore[attr-defined]  # takes rows
        if not is_new:
            del self.fields["kind"], self.fields["controller"]

    def facts(self, kind: UnitKind | None = None) -> UnitFacts:
        """What was typed, as the act wants it."""
        typed = self.cleaned_data
        return UnitFacts(typed["name"], kind or UnitKind(typed["kind"]), typed["number"])


class ControllerForm(forms.Form):
    """A body that answers for data."""

    name = forms.CharField(label=_("Navn"), max_length=120)
    kind = forms.ChoiceField(label=_("Slags"), choices=lambda: _words(CONTROLLER_KINDS))

    def __init__(self, *args: Any, is_new: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_new:
            del self.fields["kind"]


class ProgramForm(forms.Form):
    """A program, and whom it acts for."""

    name = forms.CharField(label=_("Hva heter programmet?"), max_length=120)
    acts_for = forms.CharField(
        label=_("Brukernavnet til den det handler for"), max_length=64, help_text=_("Får spørsmål om å godta")
    )

    def clean_acts_for(self) -> Account:
        """The open account of somebody who works here."""
        typed = self.cleaned_data["acts_for"].strip()
        found = staff_accounts().filter(username__iexact=typed, is_active=True, acts_for=None).first()
        if found is None:
            raise forms.ValidationError(_("Vi finner ingen åpen konto med det brukernavnet."))
        return found


class TokenForm(forms.Form):
    """A key for a program."""

    label = forms.CharField(label=_("Hva nøkkelen er til"), max_length=80)
    expires_on = DayField(label=_("Virker til og med"))
    may_write = forms.BooleanField(label=_("Programmet kan også endre, ikke bare lese"), required=False)
