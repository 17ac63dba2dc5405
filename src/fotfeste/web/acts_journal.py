"""Carrying over into the health journal, without writing anything twice (I-4.3b)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.disclosure.models import JournalTask
from fotfeste.apps.disclosure.selectors import open_tasks
from fotfeste.apps.disclosure.services.journal import carry_event, confirm_carried
from fotfeste.apps.people.models import Event
from fotfeste.apps.people.services import touch
from fotfeste.domain.agenda import Act
from fotfeste.domain.verdict import Refused, because
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Start
from fotfeste.web.forms_look import DayField
from fotfeste.web.happenings import words_of
from fotfeste.web.journal_words import journal_text
from fotfeste.web.lines import language
from fotfeste.web.words.dates import long_day

CONTACTS = (
    "appointment.missed",
    "contact.held",
    "contact.reached",
    "contact.unanswered",
    "employer-contact.held",
    "meeting.held",
)
"""What can be carried over, by its kind on the timeline."""

MOST = 30


class CarryForm(ActForm):
    """What has been carried over, and when."""

    blames = {"day.": "day"}
    day = DayField(label=_("Hvilken dag ble det ført inn?"))

    def shape(self, start: Start) -> None:
        """A box for each thing that waits."""
        boxes = {
            name: forms.BooleanField(label=_("Ført inn"), required=False, widget=_read_with(name))
            for name, _text in start.given.get("tasks", ())
        }
        self.fields = {**boxes, "day": self.fields["day"]}

    @property
    def tasks(self) -> list[tuple[Any, str]]:
        """For the page: each box with its text."""
        return [(self[name], text) for name, text in self.start.given.get("tasks", ())]


def _read_with(name: str) -> forms.CheckboxInput:
    """Several boxes are called the same: each is read together with the text above it."""
    return forms.CheckboxInput(attrs={"aria-describedby": f"id_{name}_text"})


class AddForm(ActForm):
    """A contact that is to be carried over."""

    event = forms.ChoiceField(label=_("Hvilken kontakt?"), widget=forms.RadioSelect)

    def shape(self, start: Start) -> None:
        """The newest contacts that are not carried over."""
        self.fields["event"].choices = list(start.given.get("events", ()))  # type: ignore[attr-defined]  # a choice field


def _start(found: Found, asked: Asked) -> Start:
    tasks = [(f"t_{task.public_id.hex}", journal_text(task, found.key)) for task in open_tasks(found.person)]
    return Start({"open": len(tasks)}, given={"tasks": tasks}, suggested={"day": asked.on})


def _carry(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    chosen = {UUID(name.removeprefix("t_")) for name, value in typed.items() if name != "day" and value}
    confirm_carried(deed, chosen, done_on=typed["day"])


def _start_of_adding(found: Found, asked: Asked) -> Start:
    rows = _contacts(found.person.pk)
    return Start(
        given={
            "events": [
                (row.public_id.hex, f"{long_day(row.on, language())}: {words_of(row.kind, row.data)}")
                for row in rows[:MOST]
            ]
        }
    )


def _contacts(person: int) -> Any:
    carried = JournalTask.objects.filter(person=person).exclude(event=None).values("event")
    rows = Event.objects.filter(person=person, kind__in=CONTACTS).exclude(pk__in=carried)
    return rows.order_by("-on", "-pk")


def _add(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    event = _contacts(deed.person.pk).filter(public_id=UUID(typed["event"])).first()
    if event is None:
        raise Refused((because("journal.nothing-chosen", "I §4.3"),))
    carry_event(deed, event)
    touch(deed.person, on=deed.on)


PAGES = (
    ActPage(
        slug=Act.CARRY_TO_JOURNAL,
        title=_("Skriv inn i helsejournalen"),
        help=_("Kopier teksten, lim den inn i journalen, og kryss av når det er gjort."),
        form=CarryForm,
        start=_start,
        do=_carry,
        action=Action.JOURNAL_CARRIED,
        said=_("Ført inn. Det er borte fra neste steg."),
        template="acts/journal.html",
    ),
    ActPage(
        slug="add-to-journal",
        title=_("En kontakt til helsejournalen"),
        help=_("Velg en kontakt som alt er ført her, så slipper du å skrive den to ganger."),
        form=AddForm,
        start=_start_of_adding,
        do=_add,
        action=Action.JOURNAL_CARRIED,
        onward=lambda typed: Act.CARRY_TO_JOURNAL,
        on_menu=True,
    ),
)
