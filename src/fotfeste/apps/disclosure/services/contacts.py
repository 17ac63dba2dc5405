"""Contacts with employers on the person's behalf: agreed, held, called off (I-4.3c)."""

from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.facts import disclosure_fact
from fotfeste.apps.disclosure.models import ContactState, EmployerContact
from fotfeste.apps.disclosure.selectors import statement_for
from fotfeste.apps.disclosure.services.journal import carry_event, is_kept_for
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.people.services import touch
from fotfeste.apps.people.timeline import happened
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.employer_contact import ContactWay, may_not_plan
from fotfeste.domain.verdict import Refused, because


def agree_contact(deed: Deed, employer: Employer, *, way: ContactWay, day: date) -> EmployerContact:
    """A contact is agreed. Refused until the person has said what this employer may be told."""
    statement = statement_for(deed.person, employer)
    said = [disclosure_fact(statement)] if statement else []
    refuse(may_not_plan(employer.public_id.hex, said, day=day, on=deed.on))
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
    contact.held_on = held_on
    _put(contact, ContactState.HELD, "held_on")
    event = happened(
        deed.person, "employer-contact.held", on=held_on, by=deed.by, at=deed.at, way=contact.way
    )
    if to_journal and is_kept_for(deed.person):
        carry_event(deed, event)
    touch(deed.person, on=deed.on)


def call_off(deed: Deed, row: EmployerContact | None) -> None:
    """The contact does not take place."""
    contact = _there(row)
    _put(contact, ContactState.CALLED_OFF)
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


def _put(row: EmployerContact, state: ContactState, *fields: str) -> None:
    row.state = state
    row.version += 1
    row.save(update_fields=["state", "version", *fields])
