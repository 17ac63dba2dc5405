"""Handing over a caseload or a part of it: whose it may be, and the act itself."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record, refused
from fotfeste.apps.consents.door import Found
from fotfeste.apps.consents.many import found_many, hold_still
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.handover import Chosen, Order, hand_over
from fotfeste.apps.people.models import Account, Person, Relation, Unit
from fotfeste.apps.people.selectors import ever_in
from fotfeste.domain.permissions import Permission, RelationKind, Role

PURPOSE = "hands_over"


@dataclass(frozen=True, slots=True)
class HandoverAsked:
    """What was typed: whose, to whom, which persons, from when, until when both can see."""

    giver: UUID | None
    receiver: UUID | None
    chosen: Chosen
    from_day: date
    overlap_until: date | None


def act_hand_over(acting: Acting, asked: HandoverAsked, *, at: datetime, on: date) -> int:
    """Hand them over, all or none, and answer how many. Raises Refused with every reason.

    A person whom the actor may not hand over counts as not chosen by anybody who could: the same answer as
    for one who has moved meanwhile. The attempt is logged.
    """
    with act():
        rows = Relation.objects.filter(public_id__in=asked.chosen).select_related("person")
        hold_still([row.person_id for row in rows])
        giver = giver_of(acting, asked.giver)
        found = those_to_hand_over(acting, giver, at=at, on=on) if giver else []
        own = {each.person.pk: onwards(each, giver) for each in found} if giver else {}
        _log_refusal(acting, [row.person for row in rows if row.person_id not in own], at)
        theirs = [relation for relation in own.values() if relation is not None]
        return len(hand_over(_order(acting, asked, giver), asked.chosen, theirs, by=acting, at=at, on=on))


def giver_of(acting: Acting, public_id: UUID | None) -> Account | None:
    """Oneself for a specialist; for the supervisor anybody who is or was a specialist in the unit."""
    if acting.role is not Role.IPS_SUPERVISOR:
        return Account.objects.get(pk=acting.account_id)
    if acting.unit_id is None or public_id is None:
        return None
    return ever_in(acting.unit_id, Role.EMPLOYMENT_SPECIALIST).filter(public_id=public_id).first()


def those_to_hand_over(acting: Acting, giver: Account, *, at: datetime, on: date) -> list[Found]:
    """Those the giver follows from now on and whom the actor may hand over, by name."""
    rows = Relation.objects.filter(
        account=giver,
        kind=RelationKind.EMPLOYMENT_SPECIALIST,
        until_day=None,
        ended_at=None,
        from_day__lte=on,
    )
    purpose = PURPOSE if acting.role is Role.IPS_SUPERVISOR else ""
    found = found_many(acting, rows.values_list("person", flat=True), at=at, purpose=purpose)
    return [each for each in found if each.may(Permission.PEOPLE_AROUND_CHANGE)]


def onwards(found: Found, giver: Account) -> Relation | None:
    """The relation in which the giver follows this person from now on."""
    for relation in found.relations:
        is_theirs = relation.account_id == giver.pk and relation.kind == RelationKind.EMPLOYMENT_SPECIALIST
        if is_theirs and relation.until_day is None and relation.ended_at is None:
            relation.person = found.person
            return relation
    return None


def _order(acting: Acting, asked: HandoverAsked, giver: Account | None) -> Order:
    receiver = asked.receiver and Account.objects.filter(public_id=asked.receiver, person=None).first()
    assert acting.unit_id is not None  # noqa: S101  # those who can hand over are members of a team
    return Order(
        giver=giver,
        receiver=receiver or None,
        unit=Unit.objects.get(pk=acting.unit_id),
        from_day=asked.from_day,
        overlap_until=asked.overlap_until,
        purpose=PURPOSE,
    )


def _log_refusal(acting: Acting, people: list[Person], at: datetime) -> None:
    if people:
        subjects = tuple(person.log_id for person in people)
        entry = Entry(Action.CASELOAD_HANDED_OVER, acting.who, at, subjects=subjects, purpose=PURPOSE)
        record(refused(entry, "access.no-relation"))
