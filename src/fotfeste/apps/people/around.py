"""Acts on those around a person: put somebody down, link a name to an account, end a relation.

The door through which each of them comes has logged it.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F

from fotfeste.apps.people.acting import Acting, standing
from fotfeste.apps.people.may_follow import may_follow
from fotfeste.apps.people.models import Membership, Person, Relation
from fotfeste.apps.people.services import add_relation, close_relation, touch
from fotfeste.apps.people.timeline import happened
from fotfeste.domain.handover import StandInFacts, may_stand_in
from fotfeste.domain.people_around import NewAround, may_be_put_down, may_change
from fotfeste.domain.permissions import Protection, RelationKind, Role
from fotfeste.domain.verdict import Refused, Verdict
from fotfeste.parameters import HANDOVER_LIMITS

ROLE_OF = {
    RelationKind.STAND_IN: Role.EMPLOYMENT_SPECIALIST,
    RelationKind.CLINICIAN: Role.CLINICIAN,
    RelationKind.NAV_ADVISER: Role.NAV_ADVISER,
    RelationKind.GUIDE: Role.GUIDE,
}
"""The role that somebody must have to stand in this relation with an account."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """Who is to stand around the person: a role that somebody has here, or only a name."""

    kind: RelationKind
    membership: Membership | None = None
    name: str = ""
    unit_name: str = ""
    until: date | None = None


def put_down(
    person: Person, who: Somebody, *, has_kin_consent: bool, by: Acting, at: datetime, on: date
) -> Relation:
    """Somebody stands around the person from today. Raises Refused with every reason against."""
    _refuse((*_against(person, who, has_kin_consent, on), *_against_stand_in(person, who, by, on)))
    membership = who.membership
    relation = Relation(
        person=person,
        kind=who.kind,
        account=membership.account if membership else None,
        unit=membership.unit if membership else None,
        contact_name="" if membership else who.name,
        unit_name="" if membership else who.unit_name,
        from_day=on,
        until_day=who.until,
    )
    return add_relation(relation, by=by, at=at, on=on)


def link_contact(
    relation: Relation, membership: Membership | None, *, version: int, by: Acting, at: datetime, on: date
) -> None:
    """A name turns out to have an account: from now on that account stands in the relation."""
    kind = RelationKind(relation.kind)
    is_as_it_was = relation.version == version and relation.account_id is None and relation.holds_on(on)
    who = Somebody(kind, membership)
    _refuse(may_change(is_as_it_was=is_as_it_was))
    _refuse(_against(relation.person, who, True, on))
    assert membership is not None  # noqa: S101  # without one the rules above have refused
    Relation.objects.filter(pk=relation.pk).update(
        account=membership.account, unit=membership.unit, contact_name="", version=F("version") + 1
    )
    happened(relation.person, "relation.linked", on=on, by=by, at=at, role=kind)
    touch(relation.person, on=on)


def end_around(relation: Relation, *, version: int, by: Acting, at: datetime, on: date) -> None:
    """The relation ends now; it stays as a former one. The specialist's ends by a handover only."""
    is_as_it_was = relation.version == version and not relation.is_former_on(on)
    _refuse(may_change(is_as_it_was=is_as_it_was))
    if relation.kind == RelationKind.EMPLOYMENT_SPECIALIST and relation.until_day is None:
        _refuse(may_be_put_down(_new(relation.person, Somebody(RelationKind.EMPLOYMENT_SPECIALIST), on)))
    close_relation(relation, by=by, at=at, on=on)


def _against(person: Person, who: Somebody, has_kin_consent: bool, on: date) -> Verdict:
    return may_be_put_down(_new(person, who, on, has_kin_consent=has_kin_consent))


def _new(person: Person, who: Somebody, on: date, *, has_kin_consent: bool = False) -> NewAround:
    membership = who.membership
    there = Relation.objects.filter(standing(on), person=person, kind=who.kind)
    return NewAround(
        kind=who.kind,
        has_account=membership is not None,
        has_name=bool(who.name),
        has_the_role=membership is not None and membership.role == ROLE_OF.get(who.kind),
        is_there_already=membership is not None and there.filter(account=membership.account).exists(),
        next_of_kin_consent=has_kin_consent,
        protection=Protection(person.protection),
    )


def _against_stand_in(person: Person, who: Somebody, by: Acting, on: date) -> Verdict:
    if who.kind != RelationKind.STAND_IN:
        return ()
    account = who.membership.account if who.membership else None
    specialists = Relation.objects.filter(
        standing(on), person=person, kind=RelationKind.EMPLOYMENT_SPECIALIST, account=account
    )
    facts = StandInFacts(
        on=on,
        until=who.until,
        is_the_specialist=account is not None and specialists.exists(),
        is_colleague=who.membership is not None and who.membership.unit_id == by.unit_id,
        may_see=account is not None and may_follow(account, person, on=on),
    )
    return may_stand_in(facts, HANDOVER_LIMITS.on(on))


def _refuse(verdict: Verdict) -> None:
    if verdict:
        raise Refused(verdict)
