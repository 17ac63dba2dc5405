"""What is typed when two sign together: what they agree on, who it is, and the specialist's password."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.caseload.signing import Agreed
from fotfeste.web.forms_look import DayField


class AgreedForm(forms.Form):
    """The birth day and a word. The specialist types it first, the jobseeker after."""

    birth_day = DayField(label=_("Fødselsdag"))
    word = forms.CharField(
        label=_("Et ord dere avtaler"),
        min_length=4,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        help_text=_("Minst fire bokstaver. Det brukes bare nå, og glemmes etterpå."),
    )

    def agreed(self) -> Agreed:
        """What was typed."""
        return Agreed(self.cleaned_data["birth_day"], self.cleaned_data["word"])


class PasswordForm(forms.Form):
    """A password, for the jobseeker or for the specialist who comes back."""

    password = forms.CharField(
        label=_("Passord"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, label: Any = None) -> None:
        super().__init__(data)
        if label is not None:
            self.fields["password"].label = label
