"""Contacts with employers on the person's behalf: agreed, held, called off (I-4.3c)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.facts import disclosure_fact
from fotfeste.apps.disclosure.models import ContactState, EmployerContact
from fotfeste.apps.disclosure.selectors import statement_for
from fotfeste.apps.disclosure.services.journal import carry_event, is_kept_for
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.episodes.models import Meeting
from fotfeste.apps.people.services import touch
from fotfeste.apps.people.timeline import happened
from fotfeste.domain.day_limits import can_be_agreed, has_happened
from fotfeste.domain.disclosure import not_clarified_for
from fotfeste.domain.employer_contact import ContactWay, may_not_plan
from fotfeste.domain.employer_relation import is_closed_on
from fotfeste.domain.meetings import FellThrough
from fotfeste.domain.verdict import Refused, Verdict, because


@dataclass(frozen=True, slots=True)
class HeldSaid:
    """What is told of a contact that took place: how it went, and what comes next."""

    on: date
    way: ContactWay
    outcome: str = ""
    next_step: str = ""
    next_step_on: date | None = None


def agree_contact(deed: Deed, employer: Employer, *, way: ContactWay, day: date) -> EmployerContact:
    """A contact is agreed. Refused until the person has said what this employer may be told."""
    statement = statement_for(deed.person, employer)
    said = [disclosure_fact(statement)] if statement else []
    refuse(
        (
            *may_not_plan(employer.public_id.hex, said, day=day, on=deed.on),
            *is_closed_on(employer.closed_on, day),
        )
    )
    assert statement is not None  # noqa: S101  # without one it was refused above
    row = EmployerContact.objects.create(
        person=deed.person,
        employer=employer,
        way=way,
        planned_on=day,
        statement=statement,
        agreed_by_id=deed.by.account_id,
    )
    deed.done("employer-contact.agreed", way=way, planned_on=day.isoformat())
    return row


def log_held(deed: Deed, row: EmployerContact | None, *, held_on: date, to_journal: bool = False) -> None:
    """The contact took place. It can be carried into the health journal without being written twice."""
    contact = _there(row)
    refuse(has_happened(held_on, on=deed.on))
    contact.held_on, contact.held_by_id = held_on, deed.by.account_id
    _put(contact, ContactState.HELD, "held_on", "held_by")
    _meeting_is(contact, is_held=True, held_on=held_on)
    event = happened(
        deed.person, "employer-contact.held", on=held_on, by=deed.by, at=deed.at, way=contact.way
    )
    if to_journal and is_kept_for(deed.person):
        carry_event(deed, event)
    touch(deed.person, on=deed.on)


def log_on_behalf(
    deed: Deed, employer: Employer, said: HeldSaid, *, is_another: bool = False
) -> EmployerContact:
    """A contact that was not agreed beforehand, or the agreed one of that day, has taken place.

    Refused where the person has not said what this employer may be told, and where somebody has logged the
    same contact already, unless it `is_another`.
    """
    statement = statement_for(deed.person, employer)
    known = [disclosure_fact(statement)] if statement else []
    refuse(
        (
            *has_happened(said.on, on=deed.on),
            *not_clarified_for(employer.public_id.hex, known),
            *is_closed_on(employer.closed_on, said.on),
            *_step_refused(said, deed.on),
        )
    )
    assert statement is not None  # noqa: S101  # without one it was refused above
    if not is_another:
        refuse(_logged_already(deed, employer, said))
    row = _agreed_that_day(deed, employer, said) or EmployerContact(
        person=deed.person,
        employer=employer,
        planned_on=said.on,
        statement=statement,
        agreed_by_id=deed.by.account_id,
    )
    row.way, row.held_on, row.state = said.way, said.on, ContactState.HELD
    row.held_by_id = deed.by.account_id
    row.next_step_on = said.next_step_on
    row.seal("sealed_outcome", said.outcome.strip(), deed.key)
    row.seal("sealed_next_step", said.next_step.strip(), deed.key)
    row.save()
    _meeting_is(row, is_held=True, held_on=said.on)
    deed.done("employer-contact.held", day=said.on, way=said.way)
    return row


def tick_step(deed: Deed, row: EmployerContact | None) -> None:
    """The next step after a contact is taken."""
    contact = _there(row)
    contact.next_step_done_on = deed.on
    contact.version += 1
    contact.save(update_fields=["next_step_done_on", "version"])
    deed.done("employer-contact.step-taken")


def _step_refused(said: HeldSaid, on: date) -> Verdict:
    if said.next_step_on is None:
        return ()
    if not said.next_step.strip():
        return (because("employer-contact.step-without-words", "house §employer-contacts"),)
    return can_be_agreed(said.next_step_on, on=on)


def _logged_already(deed: Deed, employer: Employer, said: HeldSaid) -> Verdict:
    rows = EmployerContact.objects.filter(
        person=deed.person, employer=employer, held_on=said.on, way=said.way, state=ContactState.HELD
    )
    there = rows.select_related("held_by").order_by("-pk").first()
    if there is None:
        return ()
    name = there.held_by.name if there.held_by else ""
    return (because("employer-contact.already-logged", "house §employer-contacts", by=name, held_on=said.on),)


def _agreed_that_day(deed: Deed, employer: Employer, said: HeldSaid) -> EmployerContact | None:
    rows = EmployerContact.objects.filter(person=deed.person, employer=employer, planned_on=said.on)
    return rows.filter(state=ContactState.AGREED).order_by("pk").first()


def call_off(deed: Deed, row: EmployerContact | None) -> None:
    """The contact does not take place."""
    contact = _there(row)
    _put(contact, ContactState.CALLED_OFF)
    _meeting_is(contact, is_held=False, fell_through=FellThrough.CALLED_OFF)
    deed.done("employer-contact.called-off", planned_on=contact.planned_on.isoformat())


def see_change(deed: Deed, row: EmployerContact | None) -> None:
    """The specialist has read what holds now. Refused while nothing is said for the employer."""
    contact = _there(row)
    statement = statement_for(deed.person, contact.employer)
    said = [disclosure_fact(statement)] if statement else []
    refuse(
        may_not_plan(contact.employer.public_id.hex, said, day=max(contact.planned_on, deed.on), on=deed.on)
    )
    assert statement is not None  # noqa: S101  # without one it was refused above
    contact.statement = statement
    _put(contact, ContactState.AGREED, "statement")
    deed.done("disclosure.change-read")


def _there(row: EmployerContact | None) -> EmployerContact:
    if row is None:
        raise Refused((because("employer-contact.none-agreed", "I §4.3"),))
    return row


def _meeting_is(contact: EmployerContact, **changes: object) -> None:
    """The meeting that belongs to the contact is as the contact is."""
    if contact.meeting_id is not None:
        Meeting.objects.filter(pk=contact.meeting_id).update(**changes, version=F("version") + 1)


def _put(row: EmployerContact, state: ContactState, *fields: str) -> None:
    row.state = state
    row.version += 1
    row.save(update_fields=["state", "version", *fields])
