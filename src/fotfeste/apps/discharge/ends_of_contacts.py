"""Contacts with employers, texts on their way to them, and what is not carried into the journal yet."""

from collections.abc import Iterator

from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.discharge.loose_ends import Finder, LooseEnd
from fotfeste.apps.disclosure.models import (
    ComposedText,
    ContactState,
    EmployerContact,
    JournalTask,
    TextState,
)
from fotfeste.apps.disclosure.services import contacts, texts
from fotfeste.apps.people.models import Person
from fotfeste.domain.discharge import LooseEndAnswer

ALL = tuple(LooseEndAnswer)
NOT_KEPT = (LooseEndAnswer.CANCEL, LooseEndAnswer.HAND)
"""A text that waits cannot be kept: nothing leaves for somebody whose course is over."""


def _contacts(person: Person) -> Iterator[LooseEnd]:
    rows = EmployerContact.objects.filter(person=person, state=ContactState.AGREED)
    for row in rows.select_related("employer").order_by("planned_on", "pk"):
        yield LooseEnd("contact", row.public_id.hex, row.planned_on, row.employer.name, ALL)


def _call_off(deed: Deed, public_id: str, answer: LooseEndAnswer) -> None:
    contacts.call_off(deed, EmployerContact.objects.get(person=deed.person, public_id=public_id))


def _texts(person: Person) -> Iterator[LooseEnd]:
    rows = ComposedText.objects.filter(person=person, state__in=[TextState.DRAFT, TextState.QUEUED])
    for row in rows.select_related("employer").order_by("pk"):
        yield LooseEnd("text", row.public_id.hex, None, row.employer.name, NOT_KEPT)


def _drop(deed: Deed, public_id: str, answer: LooseEndAnswer) -> None:
    texts.drop(deed, ComposedText.objects.get(person=deed.person, public_id=public_id))


def _tasks(person: Person) -> Iterator[LooseEnd]:
    rows = JournalTask.objects.filter(person=person, done_on=None, replaced_on=None)
    for row in rows.order_by("pk"):
        yield LooseEnd("journal", row.public_id.hex, row.raised_on, "", NOT_KEPT)


def _hand_over(deed: Deed, public_id: str, answer: LooseEndAnswer) -> None:
    """Not carried by the specialist any more: let go, or done by who it was handed to."""
    row = JournalTask.objects.get(person=deed.person, public_id=public_id)
    row.replaced_on = deed.on
    row.save(update_fields=["replaced_on"])


FINDERS = (
    Finder("contact", _contacts, _call_off),
    Finder("text", _texts, _drop),
    Finder("journal", _tasks, _hand_over),
)
