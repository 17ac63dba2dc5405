"""A case about a measure: opened by a request, and the office that answers for it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.consents.door import OSLO
from fotfeste.apps.consents.visible import not_hidden_from
from fotfeste.apps.measures.models import MeasureCase
from fotfeste.apps.measures.next_steps import steps_of
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person, Unit
from fotfeste.apps.people.offices import put_in_charge
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.vault.keys import keys_of
from fotfeste.domain.measures.next_steps import NextStep
from fotfeste.domain.verdict import Reason, because

MOST = 200


@dataclass(frozen=True, slots=True)
class CaseListed:
    """A case in the office's list."""

    person: UUID
    name: SealedContact
    measure: str
    opened_on: date
    steps: tuple[NextStep, ...]


def open_case(person: Person, office: Unit, *, by: Acting, measure: str, on: date) -> MeasureCase:
    """The person's open case at the office, or a new one; and the office answers for it from today."""
    put_in_charge(person, office, on=on)
    going_on = MeasureCase.objects.filter(person=person, office=office, closed_on=None).first()
    if going_on is not None:
        return going_on
    return MeasureCase.objects.create(
        person=person, office=office, measure=measure, opened_on=on, opened_by_id=by.account_id
    )


def held_by(person: Person, office: int) -> Reason | None:
    """An open case keeps the person at the office that has it."""
    if MeasureCase.objects.filter(person=person, office=office, closed_on=None).exists():
        return because("measure-request.other-office", "house §measures")
    return None


def access_cases(acting: Acting, *, at: datetime) -> list[CaseListed]:
    """The open cases of one's own office, the newest first, with what is next. Each person is logged."""
    with act():
        mine = MeasureCase.objects.filter(not_hidden_from(acting), office=acting.unit_id, closed_on=None)
        rows = list(mine.select_related("person").order_by("-pk")[:MOST])
        subjects = tuple(row.person.log_id for row in rows)
        record(Entry(Action.MEASURES_SEEN, acting.who, at, subjects=subjects))
        keys = keys_of([(row.person_id, row.person.public_id) for row in rows])
        steps = steps_of(rows, on=at.astimezone(OSLO).date())
        return [
            CaseListed(
                row.person.public_id,
                SealedContact(row.person, keys[row.person_id]),
                row.measure,
                row.opened_on,
                steps[row.pk],
            )
            for row in rows
        ]
