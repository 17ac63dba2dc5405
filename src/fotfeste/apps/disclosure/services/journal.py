"""Carried into the health journal where one is kept: a task each, open until it is confirmed (I-4.3b)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.disclosure.models import JournalTask
from fotfeste.apps.disclosure.selectors import open_tasks
from fotfeste.apps.people.models import Event, Person
from fotfeste.apps.people.models.units import ControllerKind
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.verdict import Refused, because


def is_kept_for(person: Person) -> bool:
    """Whether a health journal is kept where the person is followed: the hospital and the municipality do."""
    return person.controller.kind in (ControllerKind.HOSPITAL, ControllerKind.MUNICIPALITY)


def carry_statement(deed: Deed, statement: DisclosureStatement) -> None:
    """What may be told, as it stands now. An earlier version that nobody has carried over yet is replaced."""
    if not is_kept_for(deed.person):
        return
    waiting = JournalTask.objects.filter(person=deed.person, done_on=None, replaced_on=None)
    waiting.filter(statement__employer=statement.employer_id, event=None).update(replaced_on=deed.on)
    JournalTask.objects.create(person=deed.person, statement=statement, raised_on=deed.on)


def carry_event(deed: Deed, event: Event) -> None:
    """Something that happened, so that nobody writes it twice. Once is enough for each."""
    JournalTask.objects.get_or_create(event=event, defaults={"person": deed.person, "raised_on": deed.on})


def confirm_carried(deed: Deed, tasks: Collection[UUID], *, done_on: date) -> None:
    """These are in the journal now."""
    refuse(has_happened(done_on, on=deed.on))
    chosen = [task for task in open_tasks(deed.person) if task.public_id in tasks]
    if not chosen:
        raise Refused((because("journal.nothing-chosen", "I §4.3"),))
    JournalTask.objects.filter(pk__in=[task.pk for task in chosen]).update(
        done_on=done_on, done_by=deed.by.account_id
    )
    deed.done("journal.carried", day=done_on, count=len(chosen))
