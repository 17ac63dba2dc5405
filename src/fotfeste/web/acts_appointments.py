"""Meetings of any kind besides the start-up: agreed, moved, held, missed, called off (I §3, §4.3, §4.4)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.disclosure.services.employer_meetings import follow_meeting, plan_employer_meeting
from fotfeste.apps.employment.selectors import jobs_of
from fotfeste.apps.episodes.models import Meeting, MeetingKind
from fotfeste.apps.episodes.selectors import meeting_of
from fotfeste.apps.episodes.services import meetings
from fotfeste.apps.episodes.services.notes import keep_words
from fotfeste.domain.agenda import Act
from fotfeste.domain.meetings import Attendant
from fotfeste.domain.startup import PlaceKind
from fotfeste.domain.verdict import Refused, because
from fotfeste.web.acts_disclosure import chosen_employer
from fotfeste.web.acts_employer_contact import employers_known
from fotfeste.web.acts_meetings import (
    LONGEST,
    NAV_WISHED,
    OUTCOMES,
    logging,
    planning,
    says_how_to_reach,
)
from fotfeste.web.acts_page import PLACES, ActForm, Asked, Shown, Start
from fotfeste.web.employer_words import employer_named
from fotfeste.web.forms_look import ClockField, DayField
from fotfeste.web.happening_values import VALUES
from fotfeste.web.lines import language
from fotfeste.web.people_asked import add_people, around_from, asked_by_name, people_to_ask
from fotfeste.web.requests import read_uuid
from fotfeste.web.words.dates import long_day

PLAN = "plan-appointment"
KINDS = (
    (MeetingKind.JOBSEEKER, _("Samtale med jobbsøkeren")),
    (MeetingKind.FOLLOW_ALONG, _("Oppfølging i jobb")),
    (MeetingKind.CLINICIAN, _("Med behandler")),
    (MeetingKind.NAV, _("Med NAV, når jobbsøkeren ønsker det")),
    (MeetingKind.EMPLOYER, _("Med en arbeidsgiver")),
)


def _place(*, required: bool) -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Hvor"), choices=PLACES, widget=forms.RadioSelect, required=required)


def _others() -> dict[str, forms.Field]:
    return {
        "nav_wished": forms.BooleanField(label=NAV_WISHED, required=False),
        "others": forms.CharField(
            label=_("Andre, med egne ord"), required=False, max_length=200, help_text=_("Blir kryptert.")
        ),
    }


class PlanForm(ActForm):
    """What kind of meeting, with whom, when and where."""

    blames = {"day.": "day", "meeting.nav": "nav_wished", "disclosure.": "employer"}
    kind = forms.ChoiceField(label=_("Hva slags møte?"), choices=KINDS, widget=forms.RadioSelect)
    employer = forms.ChoiceField(
        label=_("Arbeidsgiver"),
        required=False,
        help_text=_("Når møtet er med en arbeidsgiver. Avklar først hva denne arbeidsgiveren kan få vite."),
    )
    day = DayField(label=_("Dag"))
    clock = ClockField(label=_("Klokkeslett"), required=False)
    place_kind = _place(required=True)
    where = forms.CharField(
        label=_("Stedet med ord"),
        required=False,
        max_length=200,
        help_text=_("For eksempel navnet på kafeen. Blir kryptert, og står ikke i kalenderfilen."),
    )

    def shape(self, start: Start) -> None:
        """The team's employers, and everyone around the person to choose from."""
        self.fields["employer"].choices = [("", "–"), *start.given.get("employers", ())]  # type: ignore[attr-defined]  # a choice field
        add_people(self, start.given.get("people", ()))
        self.fields |= _others()

    def clean(self) -> dict[str, Any]:
        """A meeting with an employer says which."""
        typed = super().clean() or {}
        if typed.get("kind") == MeetingKind.EMPLOYER and not typed.get("employer"):
            self.add_error("employer", _("Velg hvilken arbeidsgiver."))
        return typed


class LogForm(ActForm):
    """What became of it, and who came."""

    blames = {"day.": "day", "meeting.nav": "nav_wished", "meeting.": "outcome"}
    outcome = forms.ChoiceField(label=_("Hva skjedde?"), choices=OUTCOMES, widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("Hva slags møte?"), choices=(), widget=forms.RadioSelect)
    day = DayField(label=_("Dag"), required=False)
    place_kind = _place(required=False)
    note = forms.CharField(
        label=_("Notat"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Blir kryptert. Jobbsøkeren kan lese det."),
    )

    def shape(self, start: Start) -> None:
        """About one that was agreed: what became of it. Else about one that was held: of what kind."""
        del self.fields["outcome" if start.given.get("kinds") else "kind"]
        if kinds := start.given.get("kinds"):
            self.fields["kind"].choices = kinds  # type: ignore[attr-defined]  # a choice field
            self.fields["day"].required = self.fields["place_kind"].required = True
        note = self.fields.pop("note")
        add_people(self, start.given.get("people", ()))
        self.fields |= {**_others(), "note": note}

    def clean(self) -> dict[str, Any]:
        """A meeting that was held has a day and a place; one that is moved has a new day."""
        typed = super().clean() or {}
        outcome = typed.setdefault("outcome", "held")
        if outcome in {"held", "moved"} and not typed.get("day") and "day" not in self.errors:
            self.add_error("day", _("Skriv hvilken dag."))
        if outcome == "held" and not typed.get("place_kind") and "place_kind" not in self.errors:
            self.add_error("place_kind", _("Velg hvor møtet var."))
        return typed


def start_of_appointment(found: Found, asked: Asked) -> Start:
    """Nothing saved: employers and people around to choose from."""
    employers = [(row.public_id.hex, employer_named(row)) for row in employers_known(found)]
    given = {"employers": employers, "people": people_to_ask(found, on=asked.on)}
    return Start(shown=says_how_to_reach(found, asked).shown, given=given)


def _plan(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    kind, place = MeetingKind(typed["kind"]), PlaceKind(typed["place_kind"])
    around = around_from(deed.found, typed, on=deed.on)
    if kind is MeetingKind.EMPLOYER:
        employer = chosen_employer(deed, typed["employer"])
        plan_employer_meeting(deed, employer, day=typed["day"], place_kind=place, around=around)
        return
    meetings.plan_meeting(
        deed,
        day=typed["day"],
        place_kind=place,
        clinician_attends=Attendant.CLINICIAN in around.attendants or None,
        around=around,
        kind=kind,
    )


def _agreed(found: Found, asked: Asked) -> Meeting | None:
    """The meeting that is asked about, while it is still agreed."""
    public_id = read_uuid(asked.about)
    meeting = meeting_of(found.person, public_id) if public_id else None
    return meeting if meeting is not None and meeting.is_planned else None


def _start_of_log(found: Found, asked: Asked) -> Start:
    meeting, people = _agreed(found, asked), people_to_ask(found, on=asked.on)
    if meeting is None:
        given = {"kinds": _kinds_held(found), "people": people}
        return Start({"meeting": None}, given=given, suggested={"day": asked.on})
    said = f"{VALUES['meeting_kind'][meeting.kind]}, {long_day(meeting.held_on, language())}"
    return Start(
        {"meeting": meeting.public_id.hex, "meeting_version": meeting.version},
        (Shown(_("Møtet"), said),),
        given={"people": people},
        suggested={
            "day": meeting.held_on,
            "place_kind": meeting.place_kind,
            "nav_wished": meeting.is_nav_wished,
            "others": meeting.opened("sealed_others", found.key),
            **asked_by_name(meeting, people, found.key),
        },
    )


def _kinds_held(found: Found) -> list[tuple[str, object]]:
    """A contact about a job needs a job; one with an employer is agreed first (I-4.3c)."""
    without = {MeetingKind.EMPLOYER}
    if not jobs_of(found.person):
        without.add(MeetingKind.FOLLOW_ALONG)
    return [(kind.value, words) for kind, words in KINDS if kind not in without]


def _log(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    meeting = read_uuid(asked.about)
    if meeting is not None and _agreed(deed.found, asked) is None:
        raise Refused((because("meeting.none-planned", "house §meetings"),))
    if typed["outcome"] == "moved":
        meetings.move_meeting(deed, day=typed["day"], meeting=meeting)
    elif typed["outcome"] == "called_off":
        meetings.call_off_meeting(deed, meeting=meeting)
    elif typed["outcome"] == "missed":
        meetings.miss_meeting(deed, meeting=meeting)
    else:
        _held(deed, typed, asked)
    if typed["note"]:
        keep_words(deed, typed["note"])
    follow_meeting(deed, meeting)


def _held(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    around = around_from(deed.found, typed, on=deed.on)
    meetings.log_meeting(
        deed,
        held_on=typed["day"],
        place_kind=PlaceKind(typed["place_kind"]),
        clinician_attended=Attendant.CLINICIAN in around.attendants or None,
        around=around,
        meeting=read_uuid(asked.about),
        kind=MeetingKind(typed.get("kind") or MeetingKind.JOBSEEKER),
    )


PAGES = (
    planning(
        slug=PLAN,
        title=_("Avtal et møte"),
        instead=(Act.LOG_APPOINTMENT, _("Er møtet holdt? Loggfør det")),
        help=_("Velg hvem som skal være med. Kalenderfilen sier bare at det er en avtale."),
        form=PlanForm,
        start=start_of_appointment,
        do=_plan,
    ),
    logging(
        slug=Act.LOG_APPOINTMENT,
        title=_("Loggfør et møte eller en kontakt"),
        form=LogForm,
        start=_start_of_log,
        do=_log,
    ),
)
