"""Small acts on an employer, one short form each, used by pages and programs alike."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.employers import contact_services, knowledge_services
from fotfeste.apps.employers.contact_services import ContactSaid
from fotfeste.apps.employers.knowledge_services import PersonSaid
from fotfeste.apps.employers.models import Employer, EmployerPerson
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.employer_contact import ContactWay
from fotfeste.web.acts_page import SAVE, SAVED, ActForm, Start, Words
from fotfeste.web.forms_look import DayField
from fotfeste.web.requests import read_uuid

LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Doing:
    """An act on an employer that is going on. `about` names one of its people or contacts, by id."""

    employer: Employer
    by: Acting
    at: datetime
    on: date
    about: str = ""
    jobseekers: Callable[[], Iterable[str]] = field(default=list, repr=False)
    """The names that must not stand in what the whole team reads; asked for only by those who need them."""

    @property
    def which(self) -> Any:
        """What it is about, as an id; one that is none finds nothing."""
        return read_uuid(self.about) or read_uuid("0" * 32)


@dataclass(frozen=True, slots=True)
class EmployerAct:
    """One act: what it is called, its form, what it starts from, how it is done."""

    slug: str
    title: Words
    do: Callable[[Doing, Mapping[str, Any]], object]
    form: type[ActForm] = ActForm
    start: Callable[[Doing], Start] = lambda doing: Start()
    help: Words = ""
    button: Words = SAVE
    said: Words = SAVED

    @property
    def edits(self) -> bool:
        """Whether it changes something that two may change at once."""
        return self.slug == "change-person"


class PersonForm(ActForm):
    """Somebody to reach at the employer."""

    blames = {"employer.": "name", "email.": "email"}
    name = forms.CharField(label=_("Navn"), max_length=120)
    position = forms.CharField(label=_("Stilling"), max_length=80, required=False)
    phone = forms.CharField(
        label=_("Telefon"), max_length=40, required=False, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    email = forms.CharField(
        label=_("E-post"),
        max_length=254,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "email"}),
    )


class SoughtForm(ActForm):
    """What they look for, as they said it."""

    blames = {"day.": "day", "employer": "text"}
    text = forms.CharField(
        label=_("Hva ser de etter?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Hele teamet leser dette. Skriv ikke navn på jobbsøkere."),
    )
    day = DayField(label=_("Når sa de det?"))


class CloseForm(ActForm):
    """The business has closed."""

    blames = {"day.": "day"}
    day = DayField(label=_("Siste dag"))


class TogetherForm(ActForm):
    """One was there too."""

    blames = {"employer-contact.": "outcome"}
    outcome = forms.CharField(
        label=_("Hva vil du legge til?"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Hele teamet leser dette. Skriv ikke navn på jobbsøkere."),
    )


def _today(doing: Doing) -> Start:
    return Start(suggested={"day": doing.on})


def _person(doing: Doing) -> Start:
    row = EmployerPerson.objects.filter(employer=doing.employer, public_id=doing.which).first()
    if row is None:
        return Start({"name": None})
    known = {name: getattr(row, name) for name in PersonForm.base_fields}
    return Start(known, given={"version": row.version})


def _change_person(doing: Doing, typed: Mapping[str, Any]) -> object:
    version = _person(doing).given.get("version", 0)
    return knowledge_services.change_person(doing.employer, doing.which, PersonSaid(**typed), version=version)


def _add_sought(doing: Doing, typed: Mapping[str, Any]) -> object:
    return knowledge_services.add_sought(
        doing.employer,
        typed["text"],
        said_on=typed["day"],
        by=doing.by,
        on=doing.on,
        jobseekers=doing.jobseekers(),
    )


def _together(doing: Doing, typed: Mapping[str, Any]) -> object:
    said = ContactSaid(doing.on, ContactWay.VISIT, outcome=typed["outcome"])
    return contact_services.was_there_too(
        doing.employer, doing.which, said, by=doing.by, at=doing.at, jobseekers=doing.jobseekers()
    )


ACTS: Mapping[str, EmployerAct] = {
    act.slug: act
    for act in (
        EmployerAct(
            "add-person",
            _("Ny kontaktperson"),
            lambda doing, typed: knowledge_services.add_person(doing.employer, PersonSaid(**typed)),
            form=PersonForm,
        ),
        EmployerAct(
            "change-person", _("Endre kontaktperson"), _change_person, form=PersonForm, start=_person
        ),
        EmployerAct(
            "end-person",
            _("Jobber ikke der lenger"),
            lambda doing, typed: knowledge_services.end_person(doing.employer, doing.which, on=doing.on),
            help=_("Personen blir borte fra listen. Det som er ført, blir stående."),
            button=_("Ta bort fra listen"),
        ),
        EmployerAct(
            "add-sought",
            _("Hva de ser etter"),
            _add_sought,
            form=SoughtForm,
            start=_today,
        ),
        EmployerAct(
            "end-sought",
            _("Ser ikke etter det lenger"),
            lambda doing, typed: knowledge_services.end_sought(doing.employer, doing.which, on=doing.on),
            button=_("Ta bort fra listen"),
        ),
        EmployerAct(
            "tick-step",
            _("Neste steg er tatt"),
            lambda doing, typed: contact_services.tick_next_step(doing.employer, doing.which, on=doing.on),
            button=_("Ja, det er gjort"),
        ),
        EmployerAct(
            "together",
            _("Jeg var også der"),
            _together,
            form=TogetherForm,
            help=_("Kontakten telles for dere begge, og det du skriver står under det som er ført."),
        ),
        EmployerAct(
            "know",
            _("Jeg kjenner noen der"),
            lambda doing, typed: contact_services.know(doing.employer, by=doing.by, on=doing.on),
            help=_("Kolleger ser at de kan spørre deg."),
            button=_("Jeg kjenner noen der"),
        ),
        EmployerAct(
            "know-no-more",
            _("Jeg kjenner ingen der lenger"),
            lambda doing, typed: contact_services.know_no_more(doing.employer, by=doing.by),
            button=_("Ta meg bort"),
        ),
        EmployerAct(
            "close",
            _("Virksomheten er lagt ned"),
            lambda doing, typed: knowledge_services.close(
                doing.employer, closed_on=typed["day"], on=doing.on
            ),
            form=CloseForm,
            start=_today,
            help=_("Etter den dagen kan ingen føre eller avtale kontakt. Det som er ført, blir stående."),
            button=_("Merk som lagt ned"),
        ),
        EmployerAct(
            "reopen",
            _("Virksomheten er ikke lagt ned"),
            lambda doing, typed: knowledge_services.reopen(doing.employer),
            button=_("Ta bort merket"),
        ),
    )
}
"""Every act on an employer, by the name in its address."""
