"""Contacts with employers: agreed once it is clarified what may be told, read again, recorded (I-4.3c)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.consents.selectors import stands_in_force
from fotfeste.apps.disclosure.models import EmployerContact
from fotfeste.apps.disclosure.selectors import (
    agreed_contact,
    contact_with_step,
    employer_of,
    statement_for,
    topics_of,
)
from fotfeste.apps.disclosure.services import contacts
from fotfeste.apps.disclosure.services.journal import is_kept_for
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.episodes.facts import newest_episodes
from fotfeste.apps.episodes.services.start_up import log_first_employer_contact
from fotfeste.domain.agenda import Act
from fotfeste.domain.disclosure_topics import TopicAnswer
from fotfeste.domain.employer_contact import ContactWay
from fotfeste.web.acts_disclosure import chosen_employer
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.disclosure_words import ANSWERS, WAYS, topic_words
from fotfeste.web.employer_words import LOGGED_WAYS, employer_named
from fotfeste.web.forms_look import DayField
from fotfeste.web.lines import language
from fotfeste.web.words.dates import long_day

MOST_EMPLOYERS = 500
_WAY_CHOICES = tuple((way.value, words) for way, words in WAYS.items())


class AgreeContactForm(ActForm):
    """A contact with one of the team's employers on the jobseeker's behalf."""

    blames = {"day.": "day", "disclosure.": "employer"}
    employer = forms.ChoiceField(
        label=_("Arbeidsgiver"),
        help_text=_("Står ikke arbeidsgiveren i listen, legg den inn under Arbeidsgivere først."),
    )
    way = forms.ChoiceField(label=_("Hvordan?"), choices=_WAY_CHOICES, widget=forms.RadioSelect)
    day = DayField(label=_("Hvilken dag?"))

    def shape(self, start: Start) -> None:
        """The employers the team knows."""
        self.fields["employer"].choices = [("", "–"), *start.given.get("employers", ())]  # type: ignore[attr-defined]  # a choice field


class OnBehalfForm(ActForm):
    """A contact with an employer on the jobseeker's behalf, that has taken place."""

    blames = {
        "day.has-passed": "next_step_on",
        "day.too-far-ahead": "next_step_on",
        "day.": "day",
        "disclosure.": "employer",
        "employer.": "employer",
        "employer-contact.step": "next_step",
        "employer-contact.already": "is_another",
    }
    employer = forms.ChoiceField(
        label=_("Arbeidsgiver"),
        help_text=_("Står ikke arbeidsgiveren i listen, legg den inn under Arbeidsgivere først."),
    )
    way = forms.ChoiceField(
        label=_("Hvordan?"),
        choices=tuple((way.value, words) for way, words in LOGGED_WAYS.items()),
        widget=forms.RadioSelect,
    )
    day = DayField(label=_("Hvilken dag?"))
    outcome = forms.CharField(
        label=_("Hvordan gikk det?"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Blir kryptert. Jobbsøkeren kan lese det."),
    )
    next_step = forms.CharField(label=_("Neste steg"), required=False, max_length=200)
    next_step_on = DayField(label=_("Dag for neste steg"), required=False)
    is_another = forms.BooleanField(
        label=_("En slik kontakt er ført før; dette var en annen"), required=False
    )

    def shape(self, start: Start) -> None:
        """The employers the team knows."""
        self.fields["employer"].choices = [("", "–"), *start.given.get("employers", ())]  # type: ignore[attr-defined]  # a choice field


class LogContactForm(ActForm):
    """How an agreed contact went."""

    blames = {"day.": "day"}
    outcome = forms.ChoiceField(
        label=_("Ble det noe av?"),
        choices=(("held", _("Ja")), ("called_off", _("Nei, den er avlyst"))),
        widget=forms.RadioSelect,
    )
    day = DayField(label=_("Hvilken dag?"), required=False)
    to_journal = forms.BooleanField(label=_("Skal føres inn i helsejournalen"), required=False)

    def shape(self, start: Start) -> None:
        """The journal is asked about where one is kept."""
        if not start.given.get("has_journal", True):
            del self.fields["to_journal"]

    def clean(self) -> dict[str, Any]:
        """What took place has a day."""
        typed = super().clean() or {}
        if typed.get("outcome") == "held" and not typed.get("day") and "day" not in self.errors:
            self.add_error("day", forms.ValidationError(_("Skriv dagen."), "required"))
        return typed


class SeenForm(ActForm):
    """Nothing to fill in: it has been read."""


class StepForm(ActForm):
    """The next step after a contact is taken. Nothing to fill in."""


def employers_known(found: Found, about: str = "") -> list[Employer]:
    """The employers of the person's team, by name; the one it is about is always among them."""
    owner = found.person.owning_unit_id  # type: ignore[attr-defined]  # annotated by the door
    rows = Employer.objects.filter(team=owner, closed_on=None).order_by("search_name", "pk")
    shown = list(rows[:MOST_EMPLOYERS])
    wanted = employer_of(found.person, about) if about else None
    return [*shown, wanted] if wanted is not None and wanted not in shown else shown


def clarified_for(found: Found) -> set[int]:
    """The employers (row ids) for which the person has taken a stand that holds."""
    return {
        stand.employer_id
        for stand in stands_in_force(found.person)
        if stand.employer_id and stand.confirmed_at and stand.stand != "unclear"
    }


def _start_of_agreeing(found: Found, asked: Asked) -> Start:
    employers, clarified = employers_known(found, asked.about), clarified_for(found)
    return Start(
        given={
            "employers": [(row.public_id.hex, employer_named(row)) for row in employers],
            "not_clarified": [(row.public_id.hex, row.name) for row in employers if row.pk not in clarified],
        },
        suggested={"employer": asked.about} if asked.about else {},
    )


def _agree_contact(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    employer = chosen_employer(deed, typed["employer"])
    contacts.agree_contact(deed, employer, way=ContactWay(typed["way"]), day=typed["day"])


def _start_of_contact(found: Found, asked: Asked) -> Start:
    """Which contact it is, and what this employer may be told as it stands now."""
    contact = agreed_contact(found.person, asked.about)
    has_journal = is_kept_for(found.person)
    if contact is None:
        return Start({"version": None}, given={"has_journal": has_journal})
    return Start(
        {"version": contact.version},
        tuple(_told(found, contact)),
        given={"has_journal": has_journal, "employer": contact.employer.public_id.hex},
        suggested={"day": asked.on},
    )


def _told(found: Found, contact: EmployerContact) -> Iterator[Shown]:
    way = str(WAYS[ContactWay(contact.way)])
    yield Shown(contact.employer.name, f"{way}, {long_day(contact.planned_on, language())}")
    rows = topics_of(statement_for(found.person, contact.employer))
    for row in rows:
        said, wording = str(ANSWERS[TopicAnswer(row.answer)]), row.opened("sealed_wording", found.key)
        words = f"{said}: «{wording}»" if wording and row.answer != TopicAnswer.NOT else said
        yield Shown(topic_words(row.topic), words)
    if not rows:
        yield Shown(_("Kan sies"), str(_("Ingen temaer er besvart. Ingenting kan sies.")))


def _log(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    contact = agreed_contact(deed.person, asked.about)
    if typed["outcome"] == "called_off":
        contacts.call_off(deed, contact)
        return
    contacts.log_held(deed, contact, held_on=typed["day"], to_journal=bool(typed.get("to_journal")))
    first_contact_too(deed, typed["day"])


def first_contact_too(deed: Deed, day: date) -> None:
    """The course remembers its first contact with an employer."""
    episode = newest_episodes([deed.person.pk]).get(deed.person.pk)
    if episode is not None and episode.first_employer_contact_on is None:
        log_first_employer_contact(deed, contacted_on=day)


def _log_on_behalf(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    said = contacts.HeldSaid(
        on=typed["day"],
        way=ContactWay(typed["way"]),
        outcome=typed["outcome"],
        next_step=typed["next_step"],
        next_step_on=typed["next_step_on"],
    )
    employer = chosen_employer(deed, typed["employer"])
    contacts.log_on_behalf(deed, employer, said, is_another=typed["is_another"])
    first_contact_too(deed, said.on)


def _start_of_logging(found: Found, asked: Asked) -> Start:
    start = _start_of_agreeing(found, asked)
    suggested = {**start.suggested, "day": asked.on, "way": ContactWay.VISIT.value}
    return Start(given=start.given, suggested=suggested)


def _start_of_step(found: Found, asked: Asked) -> Start:
    contact = contact_with_step(found.person, asked.about)
    if contact is None:
        return Start({"version": None})
    step = Shown(contact.employer.name, contact.opened("sealed_next_step", found.key))
    return Start({"version": contact.version}, (step,))


def _tick(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    contacts.tick_step(deed, contact_with_step(deed.person, asked.about))


def _see(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    contacts.see_change(deed, agreed_contact(deed.person, asked.about))


ON_BEHALF = ActPage(
    slug="contact-on-behalf",
    title=_("Loggfør kontakt på vegne av jobbsøkeren"),
    help=_("Står bare hos jobbsøkeren. Kolleger ser det ikke på arbeidsgiverens side."),
    form=OnBehalfForm,
    start=_start_of_logging,
    do=_log_on_behalf,
    action=Action.EMPLOYER_CONTACT_RECORDED,
    said=_("Kontakten er ført."),
    template="acts/employer_contact.html",
    on_menu=True,
)

PAGES = (
    ActPage(
        slug="agree-employer-contact",
        title=_("Avtal kontakt med arbeidsgiver"),
        help=_(
            "Først sier jobbsøkeren hva denne arbeidsgiveren kan få vite. "
            "Det gjelder besøk, telefon, e-post, CV og søknad, og hver ny arbeidsgiver."
        ),
        form=AgreeContactForm,
        start=_start_of_agreeing,
        do=_agree_contact,
        action=Action.EMPLOYER_CONTACT_RECORDED,
        said=_("Kontakten er avtalt. Du blir minnet på hva som kan sies."),
        template="acts/employer_contact.html",
        on_menu=True,
    ),
    ActPage(
        slug=Act.LOG_AGREED_CONTACT,
        title=_("Kontakt med arbeidsgiver"),
        help=_("Les hva som kan sies før dere møtes. Etterpå fører du om det ble noe av."),
        form=LogContactForm,
        start=_start_of_contact,
        do=_log,
        action=Action.EMPLOYER_CONTACT_RECORDED,
        said=_("Kontakten er ført."),
    ),
    ActPage(
        slug=Act.SEE_DISCLOSURE_CHANGE,
        title=_("Jobbsøkeren har endret hva som kan sies"),
        help=_("Dette gjelder nå. Det er endret etter at kontakten ble avtalt."),
        form=SeenForm,
        start=_start_of_contact,
        do=_see,
        action=Action.EMPLOYER_CONTACT_RECORDED,
        button=_("Jeg har lest det som gjelder nå"),
    ),
    ON_BEHALF,
    replace(
        ON_BEHALF,
        slug=Act.LOG_EMPLOYER_CONTACT,
        title=_("Loggfør den første kontakten med en arbeidsgiver"),
        help=_(
            "På jobbsøkerens vegne, når jobbsøkeren har sagt hva denne arbeidsgiveren kan få vite. "
            "Besøk som ikke gjelder noen bestemt, føres under Arbeidsgivere."
        ),
        on_menu=False,
    ),
    ActPage(
        slug=Act.TAKE_NEXT_STEP,
        title=_("Neste steg med arbeidsgiver"),
        form=StepForm,
        start=_start_of_step,
        do=_tick,
        action=Action.EMPLOYER_CONTACT_RECORDED,
        button=_("Ja, det er gjort"),
    ),
)
