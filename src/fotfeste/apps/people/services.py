"""Acts on persons and those around them. Each runs inside the act that opened the door."""

from datetime import date, datetime

from django.db.models import F

from fotfeste.apps.agenda.services import rewrite
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.closeness import keep_apart
from fotfeste.apps.people.models import Account, Person, Relation, Unit, UnitOwnership
from fotfeste.apps.people.records import Contact, NewRecord, new_record
from fotfeste.apps.people.timeline import happened, logged
from fotfeste.domain.permissions import Protection, RelationKind


def register_person(
    contact: Contact,
    *,
    unit: Unit,
    by: Acting,
    at: datetime,
    on: date,
    identity_number: str = "",
    protection: Protection = Protection.NONE,
) -> NewRecord:
    """A new person in a unit, with a key of their own."""
    record = new_record(
        unit.controller, contact, at=at, identity_number=identity_number, protection=protection
    )
    record.person.save()
    record.key_row.person = record.person
    record.key_row.save()
    keep_apart([record.person])
    UnitOwnership.objects.create(person=record.person, unit=unit, from_day=on)
    happened(record.person, "person.registered", on=on, by=by, at=at)
    logged(Action.PERSON_CREATED, by=by, at=at, about=record.person)
    return record


def begin_relation(
    person: Person,
    kind: RelationKind,
    *,
    by: Acting,
    at: datetime,
    on: date,
    account: Account | None = None,
    contact_name: str = "",
    unit: Unit | None = None,
    unit_name: str = "",
    until: date | None = None,
    why: str = "",
) -> Relation:
    """Somebody stands in a relation to the person from today, and the log says so.

    Without an account it is a named contact. Where a door has been opened for this very act, the door has
    logged it: use `add_relation` there.
    """
    relation = add_relation(
        Relation(
            person=person,
            account=account,
            contact_name=contact_name,
            unit=unit,
            unit_name=unit_name,
            kind=kind,
            from_day=on,
            until_day=until,
            why=why,
        ),
        by=by,
        at=at,
        on=on,
    )
    logged(
        Action.RELATION_BEGUN,
        by=by,
        at=at,
        about=person,
        object_type="relation",
        object_id=relation.public_id,
    )
    return relation


def add_relation(relation: Relation, *, by: Acting, at: datetime, on: date) -> Relation:
    """Save a new relation, tell it on the timeline, ask the rules again."""
    relation.save()
    kind, public_id = relation.kind, relation.public_id.hex
    happened(relation.person, "relation.begun", on=on, by=by, at=at, role=kind, relation=public_id)
    touch(relation.person, on=on)
    return relation


def close_relation(relation: Relation, *, by: Acting, at: datetime, on: date, why: str = "") -> None:
    """The relation has ended: from this moment it opens nothing. It stays as a former one."""
    last = max(on, relation.from_day)
    ended = Relation.objects.filter(pk=relation.pk, ended_at=None)
    ended.update(until_day=last, ended_at=at, why=why, version=F("version") + 1)
    happened(relation.person, "relation.ended", on=on, by=by, at=at, role=relation.kind)
    touch(relation.person, on=on)


def touch(person: Person, *, on: date) -> None:
    """Something about the person has changed: ask the rules again, and let nothing old be valid."""
    Person.objects.filter(pk=person.pk).update(policy_epoch=F("policy_epoch") + 1)
    rewrite([(person.pk, person.public_id)], on=on)
