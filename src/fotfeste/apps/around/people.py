"""The page of those around a person: who they are, from when to when, what each can see; and its acts."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, record, refused
from fotfeste.apps.caseload.person import Header, Look, header_of
from fotfeste.apps.consents.door import Denied, Found, opened
from fotfeste.apps.consents.sees import Sight, sight_of_each
from fotfeste.apps.people.around import Somebody, end_around, link_contact, put_down
from fotfeste.apps.people.may_follow import guard_of
from fotfeste.apps.people.models import Membership, Relation
from fotfeste.apps.people.protection import Step, declare_closeness
from fotfeste.domain.closeness import ClosenessKind
from fotfeste.domain.people_around import may_change
from fotfeste.domain.permissions import ConsentScope, Decision, Permission, RelationKind
from fotfeste.domain.verdict import Refused


@dataclass(frozen=True, slots=True)
class Around:
    """One of those around the person. `sees` is empty for a name without an account."""

    public_id: UUID
    version: int
    kind: RelationKind
    name: str
    unit_name: str
    phone: str
    email: str
    from_day: date
    until_day: date | None
    is_former: bool
    is_coming: bool
    is_only_a_name: bool
    is_brought_in: bool
    is_oneself: bool
    sees: frozenset[Permission]


@dataclass(frozen=True, slots=True)
class PeopleAround:
    """The page. Former ones stand apart, the one who left last first."""

    header: Header
    now: tuple[Around, ...]
    former: tuple[Around, ...]
    has_kin_consent: bool


def access_people_around(look: Look) -> PeopleAround:
    """Everyone around the person, now and before."""
    with opened(
        look.acting,
        look.public_id,
        Permission.PEOPLE_AROUND_READ,
        at=look.at,
        purpose=look.purpose,
        area="people_around",
    ) as found:
        rows = people_around(found, look)
        now = tuple(row for row in rows if not row.is_former)
        former = sorted((row for row in rows if row.is_former), key=_left_on, reverse=True)
        has_consent = ConsentScope.NEXT_OF_KIN in found.circumstances.consents
        return PeopleAround(header_of(found, on=look.on), now, tuple(former), has_consent)


def people_around(found: Found, look: Look) -> list[Around]:
    """Those around a person whose door is open."""
    sight = sight_of_each(found.person, found.relations, found.consents, guard_of(found.person), on=look.on)
    return [
        _around(row, sight.get(row.pk, Sight()), look)
        for row in found.relations
        if row.kind not in (RelationKind.SELF, RelationKind.BREAK_GLASS)
    ]


def act_put_down(look: Look, who: Somebody) -> None:
    """Somebody stands around the person from today."""
    with _changing(look, Action.RELATION_BEGUN) as found:
        has_consent = ConsentScope.NEXT_OF_KIN in found.circumstances.consents
        put_down(found.person, who, has_kin_consent=has_consent, by=look.acting, at=look.at, on=look.on)


def act_end(look: Look, relation: UUID, *, version: int) -> None:
    """Somebody stands around the person no longer, from this moment."""
    with _changing(look, Action.RELATION_ENDED) as found:
        end_around(_one_of(found, relation), version=version, by=look.acting, at=look.at, on=look.on)


def act_link(look: Look, relation: UUID, membership: Membership | None, *, version: int) -> None:
    """A name turns out to have an account."""
    with _changing(look, Action.RELATION_LINKED) as found:
        row = _one_of(found, relation)
        link_contact(row, membership, version=version, by=look.acting, at=look.at, on=look.on)


def act_declare_closeness(look: Look, kind: ClosenessKind, successor: Membership | None) -> None:
    """The reader is close to the person, and steps back. Nobody does so from themselves."""
    with opened(
        look.acting,
        look.public_id,
        Permission.PERSON_OPEN,
        at=look.at,
        action=Action.CLOSENESS_DECLARED,
        purpose=look.purpose,
        area="people_around",
    ) as found:
        if RelationKind.SELF in found.circumstances.relations:
            entry = Entry(Action.CLOSENESS_DECLARED, look.acting.who, look.at, subject=found.person.log_id)
            record(refused(entry, "access.not-this-part"))
            raise Denied(Decision(reason_code="access.not-this-part", may_know=True))
        step = Step(look.acting, look.at, look.on, successor)
        declare_closeness(found.person, kind, step=step)


def _changing(look: Look, action: Action):  # type: ignore[no-untyped-def]  # a context manager of contextlib
    return opened(
        look.acting,
        look.public_id,
        Permission.PEOPLE_AROUND_CHANGE,
        at=look.at,
        action=action,
        purpose=look.purpose,
        area="people_around",
    )


def _one_of(found: Found, relation: UUID) -> Relation:
    for row in found.relations:
        if row.public_id == relation:
            row.person = found.person
            return row
    raise Refused(may_change(is_as_it_was=False))


def _around(row: Relation, sight: Sight, look: Look) -> Around:
    return Around(
        public_id=row.public_id,
        version=row.version,
        kind=RelationKind(row.kind),
        name=row.account.name if row.account else row.contact_name,
        unit_name=row.unit.name if row.unit else row.unit_name or sight.unit_name,
        phone=row.account.phone if row.account else "",
        email=row.account.email if row.account else "",
        from_day=row.from_day,
        until_day=row.until_day,
        is_former=row.is_former_on(look.on),
        is_coming=not row.is_former_on(look.on) and row.from_day > look.on,
        is_only_a_name=row.account_id is None,
        is_brought_in=row.is_brought_in,
        is_oneself=row.account_id == look.acting.account_id,
        sees=sight.permitted,
    )


def _left_on(row: Around) -> date:
    return row.until_day or row.from_day
