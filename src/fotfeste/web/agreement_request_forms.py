"""What is filled in to ask for a facilitation and follow-up agreement, and to show interest (A-11, A-12)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.agreements.asking import AgreementAsked, EmployerAsked
from fotfeste.apps.people.models import Unit
from fotfeste.apps.people.records import Contact
from fotfeste.domain.agreements.answering import PASSED_ON
from fotfeste.domain.agreements.requests import AskedBy, AskedFor, AskedThrough
from fotfeste.web.agreement_request_words import ASKED_BY, THROUGH
from fotfeste.web.contact_cleaning import ContactCleaning
from fotfeste.web.measure_request_forms import choose_office
from fotfeste.web.open_forms import LeftEmpty
from fotfeste.web.requests import read_uuid

LONGEST = 4_000
OPENLY = (AskedThrough.OPEN_FORM, *sorted(PASSED_ON))
AT_THE_OFFICE = (AskedThrough.OFFICE, *sorted(PASSED_ON))
REACH = _("Skriv telefon eller e-post, så kontoret kan svare.")


def _line(label: Any, longest: int, *, required: bool = False, hint: Any = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, required=required, help_text=hint)


def _wish(label: Any, hint: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 5})
    return forms.CharField(label=label, max_length=LONGEST, widget=widget, help_text=hint)


class _EmployerFields(ContactCleaning, forms.Form):
    """The business: what it is called, its number, whom to reach there."""

    employer = _line(_("Arbeidsgiverens navn"), 200)
    organisation_number = _line(_("Organisasjonsnummer"), 20, hint=_("Ni siffer."))

    def clean_organisation_number(self) -> str:
        """Nine digits that add up, or nothing."""
        return self.organisation_number_typed("organisation_number")


class _AskedOpenly(_EmployerFields, LeftEmpty):
    """What both forms without a log-in hold. `through` says which way it came."""

    office = forms.ChoiceField(label=_("Til hvilket NAV-kontor?"))
    through = forms.ChoiceField(label=_("Hvordan kommer spørsmålet?"), widget=forms.RadioSelect)
    passed_on_by = _line(
        _("Hvem sender det videre?"),
        200,
        hint=_("Navnet på den som formidler, når det går gjennom et senter eller en rådgiver."),
    )
    employer_contact = _line(_("Kontakt hos arbeidsgiveren"), 200)
    employer_phone = _line(_("Telefon til arbeidsgiveren"), 40)
    employer_email = _line(_("E-post til arbeidsgiveren"), 254)
    website = _line(_("La dette stå tomt"), 200)

    def __init__(
        self, data: Any, *, offices: list[Unit], on: date, ways: Iterable[AskedThrough] = OPENLY
    ) -> None:
        super().__init__(data)
        self.on = on
        choose_office(self.fields["office"], offices)
        through = self.fields["through"]
        assert isinstance(through, forms.ChoiceField)  # noqa: S101  # declared above
        through.choices = [(each, THROUGH[each]) for each in ways]
        through.initial = through.choices[0][0]

    def clean_employer_phone(self) -> str:
        """A number that can be called, or nothing."""
        return self.phone_typed("employer_phone")

    def clean_employer_email(self) -> str:
        """An address that can be written to, or nothing."""
        return self.email_typed("employer_email")

    def clean(self) -> dict[str, Any]:
        """Who passes it on says their name."""
        typed = super().clean() or {}
        if typed.get("through") in PASSED_ON and not typed.get("passed_on_by", "").strip():
            self.add_error("passed_on_by", _("Skriv navnet på den som sender det videre."))
        return typed

    def needs_reach(self, typed: dict[str, Any], phone: str, email: str) -> None:
        """One of the two must be there."""
        is_wrong = {phone, email} & set(self.errors)
        if not is_wrong and not typed.get(phone) and not typed.get(email):
            self.add_error(phone, REACH)

    def _employer(self) -> EmployerAsked:
        typed = self.cleaned_data
        contact = Contact(typed["employer_contact"], typed["employer_phone"], typed["employer_email"])
        return EmployerAsked(typed["employer"], typed["organisation_number"], contact)


class AskForm(_AskedOpenly):
    """Asking for an agreement around somebody, by that person, the employer, or both."""

    asked_by = forms.ChoiceField(
        label=_("Hvem ber om avtalen?"), choices=list(ASKED_BY.items()), widget=forms.RadioSelect
    )
    name = _line(_("Jobbsøkerens navn"), 200, required=True)
    phone = _line(_("Telefon til jobbsøkeren"), 40)
    email = _line(_("E-post til jobbsøkeren"), 254)
    wish = _wish(
        _("Hva ønsker dere av avtalen?"),
        _("Skriv med egne ord. Ikke skriv om helse. Blir kryptert."),
    )
    field_order = (
        *("asked_by", "through", "passed_on_by", "office", "name", "phone", "email"),
        *("employer", "organisation_number", "employer_contact", "employer_phone", "employer_email", "wish"),
    )

    def clean(self) -> dict[str, Any]:
        """The office must be able to answer whoever asks."""
        typed = super().clean()
        by = typed.get("asked_by")
        if by in {AskedBy.PERSON, AskedBy.BOTH}:
            self.needs_reach(typed, "phone", "email")
        if by in {AskedBy.EMPLOYER, AskedBy.BOTH}:
            if not typed.get("employer", "").strip():
                self.add_error("employer", _("Skriv hva bedriften heter."))
            self.needs_reach(typed, "employer_phone", "employer_email")
        return typed

    def asked(self) -> AgreementAsked:
        """What was asked for, ready to be kept."""
        typed = self.cleaned_data
        return AgreementAsked(
            office=read_uuid(typed["office"]),
            asked_for=AskedFor.AGREEMENT,
            asked_by=AskedBy(typed["asked_by"]),
            through=AskedThrough(typed["through"]),
            passed_on_by=typed["passed_on_by"],
            person=Contact(typed["name"], typed["phone"], typed["email"]),
            employer=self._employer(),
            wish=typed["wish"],
        )


class InterestForm(_AskedOpenly):
    """An employer considers it, and wants information and help. Nobody in particular is named."""

    wish = _wish(
        _("Hva vil dere vite, eller ha hjelp til?"),
        _("Skriv om bedriften og jobben. Ikke skriv navn på jobbsøkere. Blir kryptert."),
    )
    field_order = (
        *("employer", "organisation_number", "employer_contact", "employer_phone", "employer_email"),
        *("office", "through", "passed_on_by", "wish"),
    )

    def __init__(self, data: Any, **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["employer"].required = self.fields["employer_contact"].required = True

    def clean(self) -> dict[str, Any]:
        """The office must be able to answer."""
        typed = super().clean()
        self.needs_reach(typed, "employer_phone", "employer_email")
        return typed

    def asked(self) -> AgreementAsked:
        """What the employer is interested in, ready to be kept."""
        typed = self.cleaned_data
        return AgreementAsked(
            office=read_uuid(typed["office"]),
            asked_for=AskedFor.INTEREST,
            asked_by=AskedBy.EMPLOYER,
            through=AskedThrough(typed["through"]),
            passed_on_by=typed["passed_on_by"],
            employer=self._employer(),
            wish=typed["wish"],
        )


class OwnAskForm(_EmployerFields):
    """What one asks for on one's own behalf."""

    office = forms.ChoiceField(label=_("Til hvilket NAV-kontor?"))
    wish = _wish(
        _("Hva ønsker du av avtalen?"),
        _("Skriv med egne ord. Du trenger ikke skrive om helse. Blir kryptert."),
    )
    field_order = ("office", "wish", "employer", "organisation_number")

    def __init__(self, data: Any, *, offices: list[Unit], on: date) -> None:
        super().__init__(data)
        self.on = on
        choose_office(self.fields["office"], offices)
        self.fields["employer"].help_text = _("La stå tomt hvis det ikke er noen arbeidsgiver ennå.")

    def employer_asked(self) -> EmployerAsked:
        """The business, as far as it was named."""
        return EmployerAsked(self.cleaned_data["employer"], self.cleaned_data["organisation_number"])
