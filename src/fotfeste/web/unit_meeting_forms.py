"""The forms of the team's meetings: calling one, putting something on its agenda, deciding in one line."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.people.models import Membership
from fotfeste.apps.unit_meetings.acting import Decided, ToTakeUp
from fotfeste.apps.unit_meetings.making import Called
from fotfeste.apps.unit_meetings.models import UnitMeeting
from fotfeste.apps.unit_meetings.preparing import Mine
from fotfeste.apps.unit_meetings.room import Attendant
from fotfeste.domain.permissions import Role
from fotfeste.domain.unit_meeting import ABOUT_A_PERSON, AgendaKind, LineOfWork, UnitMeetingKind
from fotfeste.web.forms_look import ClockField, DayField
from fotfeste.web.once import new_form_key
from fotfeste.web.requests import read_uuid
from fotfeste.web.unit_meeting_words import ITEMS, LINES

LONGEST = 1_000
BY_HAND = (AgendaKind.LEAD, AgendaKind.OTHER)
OF_A_CLINICIAN = (AgendaKind.NOT_REFERRED, AgendaKind.OTHER)


class CallForm(forms.Form):
    """When and where, and who comes."""

    held_on = DayField(label=_("Dag"))
    starts_at = ClockField(label=_("Klokka"), required=False)
    place = forms.CharField(label=_("Sted"), max_length=80, required=False)
    who = forms.MultipleChoiceField(
        label=_("Hvem er med?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    guests = forms.CharField(
        label=_("Gjester"),
        max_length=200,
        required=False,
        help_text=_("Andre enn dem på lista. Da blir ingen jobbsøker navngitt i møtet."),
    )

    def __init__(self, data: Any = None, *, people: Iterable[Membership], **more: Any) -> None:
        super().__init__(data, **more)
        who = self.fields["who"]
        assert isinstance(who, forms.MultipleChoiceField)  # noqa: S101  # declared above
        who.choices = [(str(each.public_id), f"{each.account.name}, {each.unit.name}") for each in people]

    def called(self, kind: UnitMeetingKind, treatment_team: str) -> Called:
        """What was typed, as the act wants it."""
        typed = self.cleaned_data
        chosen = (read_uuid(each) for each in typed["who"])
        return Called(
            kind=kind,
            treatment_team=read_uuid(treatment_team),
            held_on=typed["held_on"],
            starts_at=typed["starts_at"],
            place=typed["place"],
            guests=typed["guests"],
            memberships=tuple(each for each in chosen if each),
        )


def as_saved(meeting: UnitMeeting, coming: Iterable[Attendant]) -> dict[str, Any]:
    """A meeting as the form shows it."""
    return {
        "held_on": meeting.held_on,
        "starts_at": f"{meeting.starts_at:%H.%M}" if meeting.starts_at else "",
        "place": meeting.place,
        "guests": meeting.guests,
        "who": [str(each.membership) for each in coming],
    }


class TakeUpForm(forms.Form):
    """Something for the agenda. Which fields there are follows from who one is."""

    kind = forms.ChoiceField(label=_("Hva gjelder det?"))
    person = forms.ChoiceField(
        label=_("Jobbsøker"),
        required=False,
        help_text=_(
            "Bare de du følger. Navnet vises i møtet bare når jobbsøkeren har sagt ja og alle kan vite."
        ),
    )
    wants_name = forms.BooleanField(label=_("Vis navnet når det er lov"), required=False, initial=True)
    line_of_work = forms.ChoiceField(
        label=_("Hva slags arbeid?"),
        required=False,
        choices=[(key.value, words) for key, words in LINES.items()],
        help_text=_("Det eneste de andre ser om jobbsøkeren, når navnet ikke vises."),
    )
    number = forms.IntegerField(label=_("Hvor mange?"), required=False, min_value=0, max_value=500)
    text = forms.CharField(
        label=_("Stikkord"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Alle i møtet leser dette. Skriv ikke navn på pasienter eller jobbsøkere."),
    )

    def __init__(self, data: Any = None, *, meeting: UnitMeeting, role: Role, mine: Iterable[Mine]) -> None:
        super().__init__(data)
        people = list(mine)
        kinds = _kinds(UnitMeetingKind(meeting.kind), role, has_people=bool(people))
        self._choices("kind", [(each.value, ITEMS[each]) for each in kinds])
        self._choices(
            "person",
            [("", _now("Ingen bestemt")), *((str(each.public_id), _called(each)) for each in people)],
        )
        if not people:
            for name in ("person", "wants_name", "line_of_work"):
                del self.fields[name]
        if AgendaKind.NOT_REFERRED not in kinds:
            del self.fields["number"]

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  # declared above
        field.choices = choices

    def clean(self) -> dict[str, Any]:
        """What is about a jobseeker names one; anything else says something."""
        typed = super().clean() or {}
        kind = typed.get("kind")
        if kind in ABOUT_A_PERSON and not typed.get("person"):
            self.add_error("person", _("Velg hvilken jobbsøker det gjelder."))
        if kind == AgendaKind.NOT_REFERRED and typed.get("number") is None and not typed.get("text"):
            self.add_error("number", _("Skriv hvor mange, eller noen stikkord."))
        if kind in BY_HAND and not typed.get("text") and not typed.get("person"):
            self.add_error("text", _("Skriv hva det gjelder."))
        return typed

    def what(self) -> ToTakeUp:
        """What was typed, as the act wants it."""
        typed = self.cleaned_data
        return ToTakeUp(
            kind=AgendaKind(typed["kind"]),
            text=typed["text"],
            person=read_uuid(typed.get("person", "")),
            number=typed.get("number"),
            wants_name=typed.get("wants_name", False),
            line_of_work=LineOfWork(typed.get("line_of_work") or LineOfWork.ANY),
        )


class DecideForm(forms.Form):
    """A decision in one line; with somebody responsible it becomes a task."""

    text = forms.CharField(label=_("Vedtak"), max_length=LONGEST)
    responsible = forms.ChoiceField(label=_("Hvem gjør det?"), required=False)
    due = DayField(label=_("Innen"), required=False, help_text="")

    def __init__(self, data: Any = None, *, attendants: Iterable[Attendant], **more: Any) -> None:
        super().__init__(data, **more)
        responsible = self.fields["responsible"]
        assert isinstance(responsible, forms.ChoiceField)  # noqa: S101  # declared above
        found = {str(each.public_id): each.name for each in attendants}
        responsible.choices = [("", _now("Ingen bestemt")), *found.items()]

    @property
    def form_key(self) -> str:
        """A key of its own: several of these forms stand on one page."""
        return new_form_key()

    def decided(self) -> Decided:
        """What was typed, as the act wants it."""
        typed = self.cleaned_data
        return Decided(typed["text"], read_uuid(typed["responsible"]), typed["due"])


def _kinds(meeting: UnitMeetingKind, role: Role, *, has_people: bool) -> tuple[AgendaKind, ...]:
    if role is Role.CLINICIAN:
        return OF_A_CLINICIAN
    if not has_people:
        return BY_HAND
    if meeting is UnitMeetingKind.TREATMENT_TEAM:
        return (AgendaKind.TURN, AgendaKind.DISCHARGE, AgendaKind.OTHER)
    return (AgendaKind.PROFILE, AgendaKind.STUCK, AgendaKind.LEAD, AgendaKind.DISCHARGE, AgendaKind.OTHER)


def _called(each: Mine) -> str:
    name = str(each.name)
    return (
        _now("%(name)s (navnet vises)") % {"name": name}
        if each.would_be_named
        else _now("%(name)s (uten navn)") % {"name": name}
    )
