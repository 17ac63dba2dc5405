"""Meetings and contacts: agreed, held, moved (I §3, §4.1; fidelity 23)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.episodes.selectors import newest_episode, next_planned
from fotfeste.apps.episodes.services import meetings, start_up
from fotfeste.apps.episodes.services.notes import keep_words
from fotfeste.domain.agenda import Act
from fotfeste.domain.startup import PlaceKind
from fotfeste.web.acts_page import PLACES, YES_NO_UNKNOWN, ActForm, ActPage, Asked, Start, as_bool
from fotfeste.web.forms_look import DayField

LONGEST = 20_000
OUTCOMES = (
    ("held", _("Møtet ble holdt")),
    ("moved", _("Møtet er flyttet")),
    ("called_off", _("Møtet er avlyst")),
)


def _places() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Hvor"), choices=PLACES, widget=forms.RadioSelect)


def _note() -> forms.CharField:
    return forms.CharField(
        label=_("Notat"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Blir kryptert. Jobbsøkeren kan lese det."),
    )


class PlanForm(ActForm):
    """When and where."""

    blames = {"day.": "day"}
    day = DayField(label=_("Dag"))
    place_kind = _places()
    clinician = forms.ChoiceField(
        label=_("Blir behandler eller primærkontakt med?"), choices=YES_NO_UNKNOWN, widget=forms.RadioSelect
    )


class LogForm(ActForm):
    """What became of it."""

    blames = {"day.": "day", "meeting.": "outcome"}
    outcome = forms.ChoiceField(label=_("Hva skjedde?"), choices=OUTCOMES, widget=forms.RadioSelect)
    day = DayField(label=_("Dag"), required=False)
    place_kind = forms.ChoiceField(label=_("Hvor"), choices=PLACES, widget=forms.RadioSelect, required=False)
    clinician = forms.ChoiceField(
        label=_("Var behandler eller primærkontakt med?"),
        choices=YES_NO_UNKNOWN,
        widget=forms.RadioSelect,
        required=False,
    )
    note = _note()

    def shape(self, start: Start) -> None:
        """Moving and calling off need something that was agreed; else it is about one that was held."""
        if not start.given["is_planned"]:
            del self.fields["outcome"]
            for name in ("day", "place_kind", "clinician"):
                self.fields[name].required = True

    def clean(self) -> dict[str, Any]:
        """A meeting that was held has a day and a place; one that is moved has a new day."""
        typed = super().clean() or {}
        if "outcome" not in self.fields:
            return {**typed, "outcome": "held"}
        outcome = typed.get("outcome")
        if outcome in {"held", "moved"} and not typed.get("day") and "day" not in self.errors:
            self.add_error("day", _("Skriv hvilken dag."))
        if outcome == "held" and not typed.get("place_kind"):
            self.add_error("place_kind", _("Velg hvor møtet var."))
        return typed


class ContactForm(ActForm):
    """A contact with somebody in, before or after a job."""

    blames = {"day.": "day"}
    day = DayField(label=_("Dag"))
    place_kind = _places()
    note = _note()


class EmployerContactForm(ActForm):
    """The day of the first contact with an employer."""

    blames = {"day.": "day"}
    day = DayField(label=_("Dag"))


def _start_of_log(found: Found, asked: Asked) -> Start:
    episode = newest_episode(found.person)
    planned = next_planned(episode) if episode else None
    if planned is None:
        return Start(given={"is_planned": False})
    has_come = planned.held_on <= asked.on
    return Start(
        initial={
            "day": planned.held_on if has_come else None,
            "place_kind": planned.place_kind,
            "agreed": planned.held_on,
        },
        given={"is_planned": True},
    )


def _plan(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    meetings.plan_meeting(
        deed,
        day=typed["day"],
        place_kind=PlaceKind(typed["place_kind"]),
        clinician_attends=as_bool(typed["clinician"]),
    )


def _log(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    if typed["outcome"] == "moved":
        meetings.move_meeting(deed, day=typed["day"])
    elif typed["outcome"] == "called_off":
        meetings.call_off_meeting(deed)
    else:
        meetings.log_meeting(
            deed,
            held_on=typed["day"],
            place_kind=PlaceKind(typed["place_kind"]),
            clinician_attended=as_bool(typed["clinician"]),
        )
    if typed["note"]:
        keep_words(deed, typed["note"])


def _contact(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    meetings.log_contact(deed, held_on=typed["day"], place_kind=PlaceKind(typed["place_kind"]))
    if typed["note"]:
        keep_words(deed, typed["note"], written_on=typed["day"])


def _employer_contact(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    start_up.log_first_employer_contact(deed, contacted_on=typed["day"])


def _start_of_employer_contact(found: Found, asked: Asked) -> Start:
    episode = newest_episode(found.person)
    return Start({"day": episode.first_employer_contact_on if episode else None})


PAGES = (
    ActPage(
        slug=Act.PLAN_MEETING,
        title=_("Avtal et oppstartsmøte"),
        help=_(
            "Første møte holdes helst innen 7 dager etter henvisningen, og behandler eller primærkontakt "
            "bør være med på minst ett av de første. Velg gjerne et nøytralt sted."
        ),
        form=PlanForm,
        do=_plan,
        action=Action.MEETING_RECORDED,
        said=_("Møtet er avtalt."),
        button=_("Avtal møtet"),
        on_menu=True,
    ),
    ActPage(
        slug=Act.LOG_MEETING,
        title=_("Loggfør oppstartsmøtet"),
        form=LogForm,
        start=_start_of_log,
        do=_log,
        action=Action.MEETING_RECORDED,
        said=_("Møtet er ført."),
        on_menu=True,
    ),
    ActPage(
        slug=Act.LOG_CONTACT,
        title=_("Loggfør kontakt om jobben"),
        help=_("Kontakt like før jobben begynner, mens den varer, eller like etter at den er slutt."),
        form=ContactForm,
        do=_contact,
        action=Action.MEETING_RECORDED,
        said=_("Kontakten er ført."),
        on_menu=True,
    ),
    ActPage(
        slug=Act.LOG_EMPLOYER_CONTACT,
        title=_("Loggfør den første kontakten med en arbeidsgiver"),
        help=_(
            "Når den var, ikke med hvem. Avklar åpenhet først: ingenting sies til en arbeidsgiver "
            "før jobbsøkeren har sagt hva som kan sies."
        ),
        form=EmployerContactForm,
        start=_start_of_employer_contact,
        do=_employer_contact,
        action=Action.EPISODE_CHANGED,
        said=_("Kontakten er ført."),
        on_menu=True,
    ),
)
