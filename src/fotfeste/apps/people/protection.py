"""Protecting a person, and staff stepping back from one they are close to. Both work from the next request.

Whoever is let in afterwards, somebody must be able to follow the person: the specialist who cannot any more
is replaced in the same act. The version of the person's policy changes too: what waits to be sent is void.
The door through which each of them comes has logged it.
"""

from dataclasses import dataclass
from datetime import date, datetime

from fotfeste.apps.people.acting import Acting, standing
from fotfeste.apps.people.handover import Order, hand_over
from fotfeste.apps.people.may_follow import Guard, guard_of, may_follow
from fotfeste.apps.people.models import Account, Closeness, Membership, Person, Relation
from fotfeste.apps.people.records import NOT_IN_CLEAR, Contact, contact_of, put_contact
from fotfeste.apps.people.services import close_relation, touch
from fotfeste.apps.people.timeline import happened
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.closeness import ClosenessKind, StepBackFacts, may_step_back
from fotfeste.domain.permissions import RelationKind
from fotfeste.domain.verdict import Refused

_CONTACT = ("name", "phone", "email")
_SEALED = ("sealed_name", "sealed_phone", "sealed_email")
_INDEXES = ("search_name", "phone_index", "email_index")


@dataclass(frozen=True, slots=True)
class Step:
    """Who acts, when, and who takes over if the specialist cannot see the record any more."""

    by: Acting
    at: datetime
    on: date
    successor: Membership | None = None


def change_protection(person: Person, key: SealingKey, guard: Guard, *, step: Step) -> None:
    """Set or lift protection. Name, phone and e-mail are sealed, and no index knows them, or the reverse."""
    follows = _specialist(person)
    if follows and not may_follow(_account(follows), person, on=step.on, guard=guard):
        _replace(follows, guard, step)
    contact = contact_of(person, key)
    person.protection, person.is_own_staff = guard.protection, guard.is_own_staff
    put_contact(person, contact, key)
    person.version += 1
    person.save(update_fields=["protection", "is_own_staff", "version", *_CONTACT, *_SEALED, *_INDEXES])
    _rename_account(person, contact)
    grade, own_staff = guard.protection, guard.is_own_staff
    happened(
        person, "protection.changed", on=step.on, by=step.by, at=step.at, grade=grade, own_staff=own_staff
    )
    touch(person, on=step.on)


def declare_closeness(person: Person, kind: ClosenessKind, *, step: Step) -> None:
    """A member of staff is close to the person: from now on they do not see the record.

    That they are close is theirs, not the person's: it is in the log, and not on the timeline.
    """
    follows = _specialist(person)
    if follows and follows.account_id == step.by.account_id:
        _replace(follows, guard_of(person), step)
    own = Relation.objects.filter(standing(step.on), person=person, account=step.by.account_id)
    for relation in own.select_related("person"):
        close_relation(relation, by=step.by, at=step.at, on=step.on, why="close")
    Closeness.objects.get_or_create(
        person=person, account_id=step.by.account_id, defaults={"kind": kind, "declared_on": step.on}
    )
    touch(person, on=step.on)


def _specialist(person: Person) -> Relation | None:
    """The relation of whoever follows the person from now on."""
    onwards = Relation.objects.filter(
        person=person, kind=RelationKind.EMPLOYMENT_SPECIALIST, until_day=None, account__isnull=False
    )
    return onwards.select_related("person", "account").first()


def _replace(follows: Relation, guard: Guard, step: Step) -> None:
    """Hand the person over to the successor, who must be one that can see the record afterwards."""
    successor, person = step.successor, follows.person
    facts = StepBackFacts(
        is_the_specialist=True,
        names_successor=successor is not None,
        successor_may_see=successor is not None
        and successor.account_id != follows.account_id
        and may_follow(successor.account, person, on=step.on, guard=guard),
    )
    if verdict := may_step_back(facts):
        raise Refused(verdict)
    assert successor is not None  # noqa: S101  # the rule has refused otherwise
    giver, receiver = _account(follows), successor.account
    order = Order(giver, receiver, successor.unit, from_day=step.on, purpose="steps_back")
    hand_over(order, {follows.public_id: follows.version}, [follows], by=step.by, at=step.at, on=step.on)


def _account(relation: Relation) -> Account:
    assert relation.account is not None  # noqa: S101  # chosen for having one
    return relation.account


def _rename_account(person: Person, contact: Contact) -> None:
    """The person's own log-in bears name and e-mail in clear; for a protected person it bears neither."""
    own = Account.objects.filter(person=person)
    if person.protection in NOT_IN_CLEAR:
        own.update(name="", email="")
    else:
        own.filter(name="").update(name=contact.name, email=contact.email)
