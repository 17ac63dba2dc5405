"""Meetings and contacts: agreed, held, moved (I §3, §4.1; fidelity 23)."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.episodes.models import Meeting
from fotfeste.apps.episodes.selectors import meeting_of, newest_episode, next_planned
from fotfeste.apps.episodes.services import meetings
from fotfeste.apps.episodes.services.notes import keep_words
from fotfeste.apps.people.records import contact_of
from fotfeste.domain.agenda import Act
from fotfeste.domain.meetings import Attendant
from fotfeste.domain.startup import PlaceKind
from fotfeste.web.acts_page import PLACES, YES_NO_UNKNOWN, ActForm, ActPage, Asked, Shown, Start, as_bool
from fotfeste.web.forms_look import ClockField, DayField
from fotfeste.web.people_asked import add_people, around_from, asked_by_name, people_to_ask
from fotfeste.web.requests import read_uuid

LONGEST = 20_000
OUTCOMES = (
    ("held", _("Møtet ble holdt")),
    ("missed", _("Jobbsøkeren kom ikke")),
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


def _where() -> forms.CharField:
    return forms.CharField(
        label=_("Stedet med ord"),
        required=False,
        max_length=200,
        help_text=_("For eksempel navnet på kafeen. Blir kryptert, og står ikke i kalenderfilen."),
    )


def _others() -> forms.CharField:
    return forms.CharField(
        label=_("Andre, med egne ord"), required=False, max_length=200, help_text=_("Blir kryptert.")
    )


def _tick(label: Any) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False)


NAV_WISHED = _("Jobbsøkeren ønsker at NAV-veilederen er med")


class PlanForm(ActForm):
    """When and where, and who is asked to come. The NAV adviser only when the jobseeker wishes it."""

    blames = {"day.": "day", "meeting.nav": "nav_wished"}
    day = DayField(label=_("Dag"))
    clock = ClockField(label=_("Klokkeslett"), required=False)
    place_kind = _places()
    where = _where()
    clinician = forms.ChoiceField(
        label=_("Blir behandler eller primærkontakt med?"), choices=YES_NO_UNKNOWN, widget=forms.RadioSelect
    )
    nav_adviser = _tick(_("NAV-veilederen er invitert"))
    nav_wished = _tick(NAV_WISHED)
    next_of_kin = _tick(_("En pårørende er invitert"))
    others = _others()

    def shape(self, start: Start) -> None:
        """Everyone around the person to choose from, by name."""
        add_people(self, start.given.get("people", ()))


class LogForm(ActForm):
    """What became of it, and who came."""

    blames = {"day.": "day", "meeting.nav": "nav_wished", "meeting.": "outcome"}
    outcome = forms.ChoiceField(label=_("Hva skjedde?"), choices=OUTCOMES, widget=forms.RadioSelect)
    day = DayField(label=_("Dag"), required=False)
    place_kind = forms.ChoiceField(label=_("Hvor"), choices=PLACES, widget=forms.RadioSelect, required=False)
    clinician = forms.ChoiceField(
        label=_("Var behandler eller primærkontakt med?"),
        choices=YES_NO_UNKNOWN,
        widget=forms.RadioSelect,
        required=False,
    )
    nav_adviser = _tick(_("NAV-veilederen var med"))
    nav_wished = _tick(NAV_WISHED)
    next_of_kin = _tick(_("En pårørende var med"))
    where = _where()
    others = _others()
    note = _note()

    def shape(self, start: Start) -> None:
        """Moving and calling off need something that was agreed; else it is about one that was held."""
        add_people(self, start.given.get("people", ()))
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


def _start_of_log(found: Found, asked: Asked) -> Start:
    planned, people = meeting_asked(found, asked), people_to_ask(found, on=asked.on)
    if planned is None or not planned.is_planned:
        return Start(given={"is_planned": False, "people": people})
    has_come = planned.held_on <= asked.on
    return Start(
        initial={
            "day": planned.held_on if has_come else None,
            "place_kind": planned.place_kind,
            "agreed": planned.held_on,
            "where": planned.opened("sealed_where", found.key),
            "others": planned.opened("sealed_others", found.key),
        },
        given={"is_planned": True, "people": people},
        suggested={
            "nav_wished": planned.is_nav_wished,
            "nav_adviser": Attendant.NAV_ADVISER in planned.invited,
            "next_of_kin": Attendant.NEXT_OF_KIN in planned.invited,
            **asked_by_name(planned, people, found.key),
        },
    )


def meeting_asked(found: Found, asked: Asked) -> Meeting | None:
    """The meeting an act is asked for about; without one, the next that is agreed."""
    if (public_id := read_uuid(asked.about)) is not None:
        return meeting_of(found.person, public_id)
    episode = newest_episode(found.person)
    return next_planned(episode) if episode else None


def start_of_plan(found: Found, asked: Asked) -> Start:
    """Nothing saved: everyone around the person to choose from."""
    return Start(
        shown=says_how_to_reach(found, asked).shown, given={"people": people_to_ask(found, on=asked.on)}
    )


def says_how_to_reach(found: Found, asked: Asked) -> Start:
    """Nothing saved; but who can be reached neither by phone nor by e-mail needs another way."""
    contact = contact_of(found.person, found.key)
    if contact.phone or contact.email:
        return Start()
    words = _("Verken telefon eller e-post er ført. Avtal hvordan dere får tak i hverandre før møtet.")
    return Start(shown=(Shown(_("Kontakt"), str(words)),))


def _clinician(around: meetings.Around, typed: Mapping[str, Any]) -> bool | None:
    """Whether the clinician comes: said so, or chosen by name."""
    return True if Attendant.CLINICIAN in around.attendants else as_bool(typed["clinician"])


def _plan(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    around = around_from(deed.found, typed, on=deed.on)
    meetings.plan_meeting(
        deed,
        day=typed["day"],
        place_kind=PlaceKind(typed["place_kind"]),
        clinician_attends=_clinician(around, typed),
        around=around,
    )


def _log(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    meeting = read_uuid(asked.about)
    if typed["outcome"] == "moved":
        meetings.move_meeting(deed, day=typed["day"], meeting=meeting)
    elif typed["outcome"] == "called_off":
        meetings.call_off_meeting(deed, meeting=meeting)
    elif typed["outcome"] == "missed":
        meetings.miss_meeting(deed, meeting=meeting)
    else:
        around = around_from(deed.found, typed, on=deed.on)
        meetings.log_meeting(
            deed,
            held_on=typed["day"],
            place_kind=PlaceKind(typed["place_kind"]),
            clinician_attended=_clinician(around, typed),
            around=around,
            meeting=meeting,
        )
    if typed["note"]:
        keep_words(deed, typed["note"])


def _contact(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    meetings.log_contact(deed, held_on=typed["day"], place_kind=PlaceKind(typed["place_kind"]))
    if typed["note"]:
        keep_words(deed, typed["note"], written_on=typed["day"])


planning = partial(
    ActPage,
    action=Action.MEETING_RECORDED,
    said=_("Møtet er avtalt."),
    button=_("Avtal møtet"),
    on_menu=True,
)
"""An act that agrees a meeting, of whichever kind."""

logging = partial(ActPage, action=Action.MEETING_RECORDED, said=_("Møtet er ført."), on_menu=True)
"""An act that logs a meeting that was to be."""

PAGES = (
    planning(
        slug=Act.PLAN_MEETING,
        title=_("Avtal et oppstartsmøte"),
        instead=(Act.LOG_MEETING, _("Er møtet holdt? Loggfør det")),
        help=_(
            "Første møte holdes helst innen 7 dager etter henvisningen, og behandler eller primærkontakt "
            "bør være med på minst ett av de første. Velg gjerne et nøytralt sted."
        ),
        form=PlanForm,
        start=start_of_plan,
        do=_plan,
    ),
    logging(
        slug=Act.LOG_MEETING,
        title=_("Loggfør oppstartsmøtet"),
        form=LogForm,
        start=_start_of_log,
        do=_log,
    ),
    ActPage(
        slug=Act.LOG_CONTACT,
        title=_("Loggfør kontakt om jobben"),
        help=_("Kontakt like før jobben begynner, mens den varer, eller like etter at den er slutt."),
        form=ContactForm,
        do=_contact,
        action=Action.MEETING_RECORDED,
        said=_("Kontakten er ført."),
    ),
)
