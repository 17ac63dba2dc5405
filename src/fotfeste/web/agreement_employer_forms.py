"""Forms around the employer's people: invite, number and code, a new log-in."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from fotfeste.domain.organisation_number import OrganisationNumber, parse
from fotfeste.parameters.texts import reason_text


class NumberField(forms.CharField):
    """Nine digits that add up, given back without blanks."""

    def __init__(self) -> None:
        super().__init__(label=_("Organisasjonsnummer"), max_length=40, help_text=_("Ni sifre"))
        self.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}

    def clean(self, value: object) -> str:
        """The digits. Says why, when they are no such number."""
        found = parse(super().clean(value))
        if isinstance(found, OrganisationNumber):
            return found.digits
        raise forms.ValidationError([reason_text(reason, get_language() or "nb") for reason in found])


class InviteForm(forms.Form):
    """One named person at one business. For a colleague the number is the own business's."""

    name = forms.CharField(label=_("Navn"), max_length=120)
    email = forms.EmailField(
        label=_("E-post"), max_length=254, help_text=_("E-posten sier ikke hva det gjelder, eller hvem.")
    )
    number = NumberField()
    may_sign = forms.BooleanField(label=_("Kan signere for virksomheten"), required=False)

    def __init__(self, data: object = None, *, is_colleague: bool = False) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # the data of a request, or none
        if is_colleague:
            del self.fields["number"]


class CodeForm(forms.Form):
    """What is asked before anything is shown."""

    error_heading = _("Det stemmer ikke")
    number = NumberField()
    code = forms.CharField(
        label=_("Kode"),
        max_length=40,
        help_text=_("Koden får du på en annen måte enn lenken, for eksempel på telefon."),
    )
    code.widget.attrs |= {"autocomplete": "one-time-code", "autocapitalize": "characters"}


class NewLogInForm(forms.Form):
    """What the new log-in is called. The password is made on the next page."""

    name = forms.CharField(label=_("Navnet ditt"), max_length=120)
    user_name = forms.CharField(
        label=_("Brukernavn"), max_length=64, help_text=_("Det du logger inn med. Ikke fødselsnummer.")
    )
    user_name.widget.attrs |= {"autocomplete": "username", "autocapitalize": "none"}
