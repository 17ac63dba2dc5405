"""What is filled in to ask for a measure, and to answer."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.measures.asking import RequestWritten
from fotfeste.apps.measures.inbox import Answer
from fotfeste.apps.people.models import Unit
from fotfeste.apps.people.records import Contact
from fotfeste.domain.measures.requests import RequestAnswer
from fotfeste.domain.permissions import Protection
from fotfeste.web.contact_cleaning import ContactCleaning
from fotfeste.web.open_forms import LeftEmpty
from fotfeste.web.referral_forms import PROTECTION
from fotfeste.web.requests import read_uuid

LONGEST = 4_000
ANSWERS = (
    (RequestAnswer.TAKEN_UP, _("Ta opp søknaden")),
    (RequestAnswer.NOT_TAKEN_UP, _("Ta den ikke opp")),
)


def _wish() -> forms.CharField:
    return forms.CharField(
        label=_("Hva trenger du hjelp til?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Skriv med egne ord. Du trenger ikke skrive om helse. Blir kryptert."),
    )


def choose_office(field: forms.Field, offices: list[Unit]) -> None:
    """Let one choose among the offices; a single one is chosen already."""
    assert isinstance(field, forms.ChoiceField)  # noqa: S101  # declared so in both forms
    choices = [(str(each.public_id), each.name) for each in offices]
    field.choices = choices if len(choices) == 1 else [("", _("Velg")), *choices]


class OwnRequestForm(forms.Form):
    """What one asks for on one's own behalf."""

    office = forms.ChoiceField(label=_("Til hvilket NAV-kontor?"))
    wish = _wish()

    def __init__(self, data: Any, *, offices: list[Unit]) -> None:
        super().__init__(data)
        choose_office(self.fields["office"], offices)


class OpenRequestForm(ContactCleaning, LeftEmpty, forms.Form):
    """The form that takes no log-in. `website` is for programs that fill in everything; people leave it."""

    office = forms.ChoiceField(label=_("Til hvilket NAV-kontor?"))
    name = forms.CharField(label=_("Navn"), max_length=200)
    phone = forms.CharField(label=_("Telefon"), max_length=40, required=False)
    email = forms.CharField(label=_("E-post"), max_length=254, required=False)
    wish = _wish()
    helper = forms.CharField(
        label=_("Har noen hjulpet deg med å søke?"),
        max_length=200,
        required=False,
        help_text=_("Navn, og hvem det er for deg."),
    )
    website = forms.CharField(label=_("La dette stå tomt"), max_length=200, required=False)

    def __init__(self, data: Any, *, offices: list[Unit], on: date) -> None:
        super().__init__(data)
        self.on = on
        choose_office(self.fields["office"], offices)

    def clean(self) -> dict[str, Any]:
        """The office must be able to answer."""
        typed = super().clean() or {}
        is_wrong = {"phone", "email"} & set(self.errors)
        if not is_wrong and not typed.get("phone") and not typed.get("email"):
            self.add_error("phone", _("Skriv telefon eller e-post, så kontoret kan svare deg."))
        return typed

    def written(self) -> RequestWritten:
        """What was written, ready to be kept."""
        typed = self.cleaned_data
        return RequestWritten(
            office=read_uuid(typed["office"]),
            contact=Contact(typed["name"], typed["phone"], typed["email"]),
            wish=typed["wish"],
            helper=typed["helper"],
        )


class AnswerRequestForm(ContactCleaning, forms.Form):
    """What the office answers. Number and protection are asked for only until the person is known."""

    answer = forms.ChoiceField(label=_("Svar"), choices=ANSWERS, widget=forms.RadioSelect)
    identity_number = forms.CharField(
        label=_("Fødselsnummer eller d-nummer"),
        max_length=40,
        required=False,
        help_text=_("Finnes personen hos NAV fra før, blir søknaden knyttet til den saken."),
    )
    protection = forms.ChoiceField(
        label=_("Har personen adressesperre?"), choices=PROTECTION, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Hvorfor"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Når dere ikke tar opp søknaden. Blir kryptert."),
    )

    def __init__(self, data: Any, *, is_known: bool, on: date, synthetic_only: bool) -> None:
        super().__init__(data)
        self.on, self.synthetic_only = on, synthetic_only
        if is_known:
            del self.fields["identity_number"], self.fields["protection"]
        elif data is not None and data.get("answer") != RequestAnswer.TAKEN_UP:
            self.fields["protection"].required = False

    def said(self) -> Answer:
        """The answer, ready to be given."""
        typed = self.cleaned_data
        return Answer(
            RequestAnswer(typed["answer"]),
            reason=typed["reason"],
            identity_number=typed.get("identity_number", ""),
            protection=Protection(typed.get("protection") or Protection.UNKNOWN),
        )


class ProposalAnswerForm(forms.Form):
    """What the person answers to a proposal from NAV."""

    answer = forms.ChoiceField(
        label=_("Hva svarer du?"),
        choices=((RequestAnswer.ACCEPTED, _("Ja takk")), (RequestAnswer.DECLINED, _("Nei takk"))),
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("Vil du si noe mer?"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Du trenger ikke si hvorfor."),
    )
