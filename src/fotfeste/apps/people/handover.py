"""Handing persons over to a colleague: every relation changed, told and logged together, or none of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from fotfeste.apps.agenda.services import rewrite
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, record
from fotfeste.apps.people.acting import Acting, in_force
from fotfeste.apps.people.may_follow import whom_they_may_follow
from fotfeste.apps.people.models import Account, Event, Membership, Person, Relation, Unit
from fotfeste.domain.handover import HandedOver, HandoverFacts, last_day_of_giver, may_hand_over
from fotfeste.domain.permissions import RelationKind, Role
from fotfeste.domain.verdict import Refused
from fotfeste.parameters import HANDOVER_LIMITS

Chosen = Mapping[UUID, int]
"""Which relations to hand over (their public ids), each with the version that was seen when it was chosen."""


@dataclass(frozen=True, slots=True)
class Order:
    """From whom to whom, in which unit, from which day, and until when both can see.

    None where what was typed names nobody: the rules refuse that together with whatever else is wrong.
    """

    giver: Account | None
    receiver: Account | None
    unit: Unit
    from_day: date
    overlap_until: date | None = None
    purpose: str = "hands_over"


def hand_over(
    order: Order, chosen: Chosen, theirs: Sequence[Relation], *, by: Acting, at: datetime, on: date
) -> list[Relation]:
    """Carry it out. `theirs` are the giver's relations that the actor may change, read and locked in the act.

    Raises Refused with every reason; what is about one person names it by the relation's public id.
    """
    facts = _facts(order, chosen, theirs, on)
    if verdict := may_hand_over(facts, HANDOVER_LIMITS.on(on)):
        raise Refused(verdict)
    relations = [relation for relation in theirs if relation.public_id in chosen]
    people = [relation.person for relation in relations]
    _let_go(order, relations, last_day_of_giver(facts), at=at, on=on)
    begun = _take_on(order, people, on=on)
    _tell(order, people, by=by, at=at, on=on)
    return begun


def _facts(order: Order, chosen: Chosen, theirs: Sequence[Relation], on: date) -> HandoverFacts:
    open_now = {r.public_id: r for r in theirs if r.ended_at is None and r.until_day is None}
    receiver = order.receiver
    persons = [relation.person for relation in open_now.values()]
    may_be_followed = whom_they_may_follow(receiver, persons, on=on) if receiver else set()
    people = []
    for key, version in chosen.items():
        relation = open_now.get(key)
        is_still_theirs = relation is not None and relation.version == version
        may_see = relation is not None and relation.person_id in may_be_followed
        people.append(HandedOver(str(key), is_still_theirs, may_see))
    return HandoverFacts(
        on=on,
        from_day=order.from_day,
        overlap_until=order.overlap_until,
        is_to_oneself=receiver is not None and receiver == order.giver,
        is_to_colleague=_is_colleague(order),
        people=tuple(people),
    )


def _is_colleague(order: Order) -> bool:
    if order.receiver is None or not order.receiver.is_active:
        return False
    roles = Membership.objects.filter(in_force(order.from_day), account=order.receiver, unit=order.unit)
    return roles.filter(role=Role.EMPLOYMENT_SPECIALIST).exists()


def _let_go(order: Order, relations: Sequence[Relation], last: date, *, at: datetime, on: date) -> None:
    """The giver's last day. Without an overlap from today on it is over this very moment."""
    for relation in relations:
        ends_now = last < on
        Relation.objects.filter(pk=relation.pk).update(
            until_day=max(last, relation.from_day),
            ended_at=at if ends_now else None,
            why=order.purpose,
            version=F("version") + 1,
        )


def _take_on(order: Order, people: Sequence[Person], *, on: date) -> list[Relation]:
    """The receiver's relations. One who stood in for the giver does so no longer: they follow the person."""
    stand_ins = Relation.objects.filter(
        person__in=people, account=order.receiver, kind=RelationKind.STAND_IN, ended_at=None
    )
    stand_ins.filter(until_day__gte=order.from_day, from_day__lt=order.from_day).update(
        until_day=order.from_day, version=F("version") + 1
    )
    return Relation.objects.bulk_create(
        Relation(
            person=person,
            account=order.receiver,
            unit=order.unit,
            kind=RelationKind.EMPLOYMENT_SPECIALIST,
            from_day=order.from_day,
            why=order.purpose,
        )
        for person in people
    )


def _tell(order: Order, people: Sequence[Person], *, by: Acting, at: datetime, on: date) -> None:
    facts = {
        "begins_on": order.from_day.isoformat(),
        "both_until_on": order.overlap_until.isoformat() if order.overlap_until else None,
        "giver": order.giver.public_id.hex if order.giver else None,
        "receiver": order.receiver.public_id.hex if order.receiver else None,
    }
    Event.objects.bulk_create(
        Event(person=person, kind="caseload.handed_over", on=on, at=at, by_id=by.account_id, data=facts)
        for person in people
    )
    Person.objects.filter(pk__in=[person.pk for person in people]).update(policy_epoch=F("policy_epoch") + 1)
    rewrite([(person.pk, person.public_id) for person in people], on=on)
    record(
        Entry(
            action=Action.CASELOAD_HANDED_OVER,
            who=by.who,
            at=at,
            subjects=tuple(person.log_id for person in people),
            object_type="account",
            object_id=order.receiver.public_id if order.receiver else None,
            purpose=order.purpose,
        )
    )
