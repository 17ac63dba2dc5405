"""Name, number, phone and e-mail as typed in a form: read by the house's rules, refused at their field."""

from datetime import date
from typing import Any

from django import forms

from fotfeste.domain import national_identity_number, organisation_number, person_name
from fotfeste.domain.contact_details import read_email, read_phone
from fotfeste.domain.national_identity_number import NationalIdentityNumber, accepts
from fotfeste.domain.organisation_number import OrganisationNumber
from fotfeste.domain.verdict import Verdict
from fotfeste.web.lines import words_of


class ContactCleaning:
    """For a form with some of these fields. Each check is asked only where the form has its field."""

    on: date
    synthetic_only: bool = True
    cleaned_data: dict[str, Any]

    def clean_name(self) -> str:
        """A name that can be one."""
        read = person_name.read(self.cleaned_data["name"], on=self.on)
        self._refuse_at(read.refused)
        return read.name

    def clean_identity_number(self) -> str:
        """Eleven digits that add up, or nothing."""
        typed = self.cleaned_data["identity_number"].strip()
        if not typed:
            return ""
        number = national_identity_number.parse(typed, on=self.on)
        if not isinstance(number, NationalIdentityNumber):
            self._refuse_at(number)
            return ""
        self._refuse_at(accepts(number, synthetic_only=self.synthetic_only))
        return number.digits

    def clean_phone(self) -> str:
        """A number that can be called, or nothing."""
        return self.phone_typed("phone")

    def clean_email(self) -> str:
        """An address that can be written to, or nothing."""
        return self.email_typed("email")

    def phone_typed(self, field: str) -> str:
        """As above, for a field by its name."""
        typed: str = self.cleaned_data[field].strip()
        read = read_phone(typed) if typed else None
        if isinstance(read, tuple):
            self._refuse_at(read)
        return typed

    def email_typed(self, field: str) -> str:
        """As above, for a field by its name."""
        typed: str = self.cleaned_data[field].strip()
        read = read_email(typed) if typed else None
        if isinstance(read, tuple):
            self._refuse_at(read)
        return typed

    def organisation_number_typed(self, field: str) -> str:
        """Nine digits that add up, or nothing."""
        typed: str = self.cleaned_data[field].strip()
        read = organisation_number.parse(typed) if typed else None
        if isinstance(read, tuple):
            self._refuse_at(read)
        return read.digits if isinstance(read, OrganisationNumber) else ""

    def _refuse_at(self, verdict: Verdict) -> None:
        if verdict:
            raise forms.ValidationError([words_of(reason, on=self.on) for reason in verdict])
