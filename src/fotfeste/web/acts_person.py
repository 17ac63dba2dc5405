"""The person: how to reach them, and what is written about them."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.episodes.services.notes import write_note
from fotfeste.apps.people.contact_services import Reached, put_right
from fotfeste.apps.people.records import Contact, contact_of
from fotfeste.web.acts_page import YES_NO_UNKNOWN, ActForm, ActPage, Asked, Start, as_bool, from_bool
from fotfeste.web.forms_look import DayField

LONGEST = 20_000


class ContactForm(ActForm):
    """How the person is named, reached and spoken with."""

    blames = {"name.": "name", "phone.": "phone", "email.": "email"}
    name = forms.CharField(label=_("Navn"), max_length=200)
    phone = forms.CharField(
        label=_("Telefon"), required=False, max_length=40, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    email = forms.CharField(
        label=_("E-post"),
        required=False,
        max_length=254,
        widget=forms.TextInput(attrs={"inputmode": "email"}),
    )
    language = forms.CharField(label=_("Språk dere snakker sammen"), required=False, max_length=35)
    interpreter = forms.ChoiceField(
        label=_("Trenger jobbsøkeren tolk?"), choices=YES_NO_UNKNOWN, widget=forms.RadioSelect
    )
    interpreter_language = forms.CharField(label=_("Språk tolken skal kunne"), required=False, max_length=35)


class NoteForm(ActForm):
    """A note."""

    blames = {"day.": "day"}
    text = forms.CharField(
        label=_("Notat"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_(
            "Blir kryptert. Jobbsøkeren kan lese det. Et notat endres ikke; skriv et nytt om noe er feil."
        ),
    )
    day = DayField(label=_("Dag"), required=False, help_text=_("La det stå tomt for i dag."))


def _start_of_contact(found: Found, asked: Asked) -> Start:
    person, contact = found.person, contact_of(found.person, found.key)
    return Start(
        {
            "name": contact.name,
            "phone": contact.phone,
            "email": contact.email,
            "language": person.language,
            "interpreter": from_bool(person.needs_interpreter),
            "interpreter_language": person.interpreter_language,
        }
    )


def _reach(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    reached = Reached(
        contact=Contact(typed["name"], typed["phone"], typed["email"]),
        language=typed["language"],
        needs_interpreter=as_bool(typed["interpreter"]),
        interpreter_language=typed["interpreter_language"],
    )
    put_right(deed.person, reached, deed.key, on=deed.on)
    deed.done("contact.changed")


def _note(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    write_note(deed, text=typed["text"], written_on=typed["day"])


PAGES = (
    ActPage(
        slug="contact-details",
        title=_("Kontakt, språk og tolk"),
        form=ContactForm,
        start=_start_of_contact,
        do=_reach,
        action=Action.CONTACT_CHANGED,
    ),
    ActPage(
        slug="note",
        title=_("Nytt notat"),
        form=NoteForm,
        do=_note,
        action=Action.NOTE_WRITTEN,
        said=_("Notatet er lagret."),
    ),
)
