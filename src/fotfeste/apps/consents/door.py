"""The one door to a person's record: decide, log the look, and only then let anything out.

    with opened(acting, public_id, Permission.PERSON_OPEN, at=at) as found:
        ...load what the page needs, with found.person and found.may(...)...

The look is logged in the same transaction as the reading. If the log cannot be written, nothing is read.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import reduce
from operator import or_
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, When

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record, refused
from fotfeste.apps.consents.models import Answer, ConsentStatement
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.closeness import is_close
from fotfeste.apps.people.models import EmergencyAccess, OfficeInCharge, Person, Relation, UnitOwnership
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.apps.vault.keys import unwrapped
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.consent_openings import SIGNED
from fotfeste.domain.permissions import (
    Circumstances,
    ConsentScope,
    Decision,
    Permission,
    Protection,
    RelationKind,
    decide,
)
from fotfeste.domain.purposes import Purpose
from fotfeste.parameters.consent_texts import earlier_versions
from fotfeste.prepared import prepared

OSLO = ZoneInfo("Europe/Oslo")
OF_MEASURE = "measure"
"""Why a guide stands around a person: NAV has granted a measure, and a provider has named the guide."""
OF_AGREEMENT = "agreement"
"""Why somebody in NAV or at an employer stands around a person: they are in an agreement together."""
_OPENED_BY = {OF_MEASURE: Permission.PARTICIPATION_READ, OF_AGREEMENT: Permission.AGREEMENT_READ}
"""Who may know of those who stand around a person because of a measure or an agreement."""


class Consents(NamedTuple):
    """What is agreed now, what was and is withdrawn, and which are to a text that told of less."""

    given: frozenset[ConsentScope]
    withdrawn: frozenset[ConsentScope]
    to_earlier_text: frozenset[ConsentScope]


_CHANGES = frozenset(
    {
        Permission.ABOUT_PERSON_CHANGE,
        Permission.AGREEMENT_CHANGE,
        Permission.AGREEMENT_OWN,
        Permission.ASSESSMENT_CHANGE,
        Permission.CONSENT_SIGN,
        Permission.COURSE_DISCHARGE,
        Permission.DISCLOSURE_CHANGE,
        Permission.EMPLOYER_AGREEMENT_CHANGE,
        Permission.JOB_PLAN_CHANGE,
        Permission.JOB_SEARCH_CHANGE,
        Permission.LOG_IN_GIVE,
        Permission.MEASURE_ASK,
        Permission.MEASURE_CHANGE,
        Permission.MEASURE_DECIDE,
        Permission.MEASURE_FOLLOW,
        Permission.MEASURE_PROPOSE,
        Permission.NAV_TASKS_CHANGE,
        Permission.PEOPLE_AROUND_CHANGE,
        Permission.PROFILE_CHANGE,
        Permission.PROFILE_REVIEW,
        Permission.PROTECTION_CHANGE,
    }
)


_QUEUE_THEN_ROW = (
    "WITH queued AS MATERIALIZED (SELECT {queue}(hashtextextended(%s, 0)))"
    " SELECT 1 FROM people_person, queued WHERE public_id = %s FOR {strength} OF people_person"
)
_TO_CHANGE = _QUEUE_THEN_ROW.format(queue="pg_advisory_xact_lock", strength="NO KEY UPDATE")
_TO_LOOK = _QUEUE_THEN_ROW.format(queue="pg_advisory_xact_lock_shared", strength="SHARE")


class Denied(Exception):  # said as people say it: access was denied
    """The door stayed shut. `may_know` tells whether the one who asked may know that the person is there."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(decision.reason_code)
        self.decision = decision


@dataclass(frozen=True, slots=True)
class Found:
    """A person whose door was opened, with what may be seen and the key to open sealed texts with."""

    person: Person
    decision: Decision
    relations: tuple[Relation, ...]
    circumstances: Circumstances
    key: SealingKey = field(repr=False)

    @property
    def consents(self) -> Consents:
        """What the person has agreed to, to ask the table on behalf of others with."""
        given = self.circumstances
        return Consents(given.consents, given.withdrawn_consents, given.consents_to_earlier_text)

    def may(self, permission: Permission) -> bool:
        """Whether this too may be seen or done."""
        return self.decision.may(permission)


GoesOn = Callable[[Found], bool]


def is_new(found: Found) -> bool:
    """Nothing of this is logged yet: so it is with all but a draft one goes on with."""
    return False


@contextmanager
def opened(
    acting: Acting,
    public_id: UUID,
    permission: Permission,
    *,
    at: datetime,
    action: Action = Action.PERSON_SEEN,
    purpose: str = "",
    area: str = "",
    goes_on: GoesOn = is_new,
) -> Iterator[Found]:
    """Open the record for a look or an act. Raises Denied, which is logged too.

    `goes_on` answers, before anything is done, whether this only carries on with what is logged already.
    """
    entry = Entry(action=action, who=acting.who, at=at, area=area, purpose=purpose)
    with act():
        _hold_still(public_id, is_change=permission in _CHANGES)
        found = _find(acting, public_id, at=at, purpose=purpose)
        if found is None:
            record(refused(entry, "access.no-such-person"))
            raise Denied(Decision(reason_code="access.no-such-person"))
        entry = _about(entry, found)
        if not found.may(permission):
            record(refused(entry, found.decision.reason_code or "access.not-this-part"))
            raise Denied(found.decision)
        is_logged = goes_on(found)
        yield found
        if not is_logged:
            record(entry)


def circumstances(
    acting: Acting,
    person: Person,
    relations: tuple[Relation, ...],
    consents: Consents,
    *,
    at: datetime,
    purpose: str,
) -> Circumstances:
    """The facts of the matter, for the permission table. `person` must come from `people_as_seen_by()`."""
    on = at.astimezone(OSLO).date()
    mine = [relation for relation in relations if relation.account_id == acting.account_id]
    active = {RelationKind(relation.kind) for relation in mine if relation.holds_on(on)}
    former = {RelationKind(relation.kind) for relation in mine if relation.is_former_on(on)}
    if acting.person_id == person.pk:
        active.add(RelationKind.SELF)
    if person.has_emergency_access:  # type: ignore[attr-defined]  # annotated by people_as_seen_by()
        active.add(RelationKind.BREAK_GLASS)
    return Circumstances(
        role=acting.role,
        is_account_active=acting.is_active,
        is_same_controller=acting.controller_id == person.controller_id,
        is_in_owning_unit=acting.unit_id is not None and acting.unit_id == person.owning_unit_id,  # type: ignore[attr-defined]  # annotated as above
        is_in_office_in_charge=acting.unit_id is not None and acting.unit_id == person.office_in_charge_id,  # type: ignore[attr-defined]  # annotated as above
        relations=frozenset(active),
        former_relations=frozenset(former),
        protection=Protection(person.protection),
        is_cleared_for_protection=ClearanceKind.PROTECTED in acting.clearances,
        is_own_staff=person.is_own_staff,
        is_cleared_for_own_staff=ClearanceKind.OWN_STAFF in acting.clearances,
        is_close_to_person=person.is_close_to_actor,  # type: ignore[attr-defined]  # annotated by people_as_seen_by()
        consents=consents.given,
        withdrawn_consents=consents.withdrawn,
        consents_to_earlier_text=consents.to_earlier_text,
        purpose=purpose,
    )


def _find(acting: Acting, public_id: UUID, *, at: datetime, purpose: str) -> Found | None:
    person = next(iter(_person_as_seen_by(acting, at, public_id)), None)
    if person is None:
        return None
    relations = tuple(_relations_of(person.pk))
    given = circumstances(acting, person, relations, _consents_on(person), at=at, purpose=purpose)
    decision = decide(given)
    around = not_elsewhere(relations, decision, acting)
    return Found(person, decision, around, given, unwrapped(person.key, person.public_id))


def not_elsewhere(
    relations: tuple[Relation, ...], decision: Decision, acting: Acting
) -> tuple[Relation, ...]:
    """Those around the person. Who is there for a measure or an agreement is for those who may read it."""
    closed = {why for why, permission in _OPENED_BY.items() if not decision.may(permission)}
    return tuple(each for each in relations if each.why not in closed or each.account_id == acting.account_id)


@prepared
def _person_as_seen_by(acting: Acting, at: datetime, public_id: UUID) -> QuerySet[Person]:
    people = people_as_seen_by(acting, at=at).filter(public_id=public_id)
    found: QuerySet[Person] = people.annotate(**dict(_each_consent()))
    return found


def _each_consent() -> Iterator[tuple[str, Exists]]:
    """Asked together with the person: one statement less for every door that opens."""
    said_yes = _agreements().filter(person=OuterRef("pk"))
    for scope in ConsentScope:
        yield f"has_given_{scope}", Exists(said_yes.filter(scope=scope, ended_at=None))
        yield f"has_withdrawn_{scope}", Exists(said_yes.filter(scope=scope, end_kind="withdrawn"))
    for scope in SIGNED:
        yield f"knew_less_{scope}", Exists(said_yes.filter(to_earlier_text(scope), ended_at=None))


def _consents_on(person: Person) -> Consents:
    """As `consents_of`, for one person who came with `_each_consent()`."""
    given = frozenset(scope for scope in ConsentScope if getattr(person, f"has_given_{scope}"))
    withdrawn = frozenset(scope for scope in ConsentScope if getattr(person, f"has_withdrawn_{scope}"))
    knew_less = frozenset(scope for scope in SIGNED if getattr(person, f"knew_less_{scope}"))
    return Consents(given, withdrawn - given, knew_less)


def to_earlier_text(scope: ConsentScope) -> Q:
    """Statements on this consent from before its text told of all it opens now: signed, or told in words."""
    from_day, versions = earlier_versions(scope)
    signed, told = Q(text__version__in=sorted(versions)), Q(text=None, stated_on__lt=from_day)
    return Q(scope=scope) & (signed | told)


@prepared
def _relations_of(person: int) -> QuerySet[Relation]:
    return Relation.objects.filter(person=person).select_related("account", "unit").order_by("from_day", "pk")


def people_as_seen_by(acting: Acting, *, at: datetime):  # type: ignore[no-untyped-def]  # an annotated queryset has no name
    """All persons, each with what the table must know of this actor. Decides nothing and opens nothing."""
    emergency = EmergencyAccess.objects.filter(
        person=OuterRef("pk"), asked_by=acting.account_id, is_approved=True, ends_at__gt=at
    )
    owner = UnitOwnership.objects.filter(person=OuterRef("pk"), until_day=None).values("unit")[:1]
    office = OfficeInCharge.objects.filter(person=OuterRef("pk"), until_day=None).values("unit")[:1]
    return Person.objects.select_related("key").annotate(
        is_close_to_actor=is_close(acting.account_id),
        has_emergency_access=Exists(emergency),
        owning_unit_id=Subquery(owner),
        office_in_charge_id=Subquery(office),
    )


def consents_of(people: Sequence[int]) -> dict[int, Consents]:
    """For each person the consents that open something now, and those that once did and were withdrawn.

    One brought in from a list opens nothing before it has been confirmed here.
    """
    said: dict[int, list[tuple[ConsentScope, bool, bool]]] = {person: [] for person in people}
    for person, scope, ended, knew_less in _agreements_of(list(dict.fromkeys(people))):
        said[person].append((ConsentScope(scope), ended is None, knew_less))
    return {person: _of_rows(rows) for person, rows in said.items()}


def _of_rows(rows: Sequence[tuple[ConsentScope, bool, bool]]) -> Consents:
    """`rows`: scope, whether it stands, whether it was to a text that told of less."""
    given = frozenset(scope for scope, stands, _ in rows if stands)
    return Consents(
        given,
        frozenset(scope for scope, stands, _ in rows if not stands) - given,
        frozenset(scope for scope, stands, knew_less in rows if stands and knew_less),
    )


@prepared
def _agreements_of(
    people: list[int],
) -> QuerySet[ConsentStatement, tuple[int, str, datetime | None, bool]]:
    said = _agreements().filter(Q(ended_at=None) | Q(end_kind="withdrawn"), person_id__in=people)
    knew_less = Case(When(_to_any_earlier_text(), then=True), default=False)
    return said.annotate(knew_less=knew_less).values_list("person_id", "scope", "ended_at", "knew_less")


def _to_any_earlier_text() -> Q:
    return reduce(or_, (to_earlier_text(scope) for scope in SIGNED))


def _agreements() -> QuerySet[ConsentStatement]:
    """Every yes that was confirmed here, in force or over."""
    return ConsentStatement.objects.filter(answer=Answer.YES, confirmed_at__isnull=False)


def _hold_still(public_id: UUID, *, is_change: bool) -> None:
    """Where writers do not exclude each other: nobody withdraws or ends anything while we look.

    Who changes something takes the stronger lock at once: two who first share it and then both want more
    would wait for each other. Before the row they queue: those who share a row let one another past a writer
    who waits, for as long as somebody looks; a withdrawal would never come to its turn. One statement does
    both, in that order: a row is locked last of all, when everything it is joined with has been read.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(_TO_CHANGE if is_change else _TO_LOOK, [public_id.hex, public_id])


def _about(entry: Entry, found: Found) -> Entry:
    purpose = Purpose.EMERGENCY if _only_in_emergency(found) else entry.purpose or _because(found)
    return replace(entry, subject=found.person.log_id, purpose=purpose)


def _only_in_emergency(found: Found) -> bool:
    """Whether nothing but access in an emergency opens this: then that is the reason, whatever was said."""
    given = found.circumstances
    if RelationKind.BREAK_GLASS not in given.relations:
        return False
    otherwise = replace(given, relations=given.relations - {RelationKind.BREAK_GLASS})
    return not decide(otherwise).may(Permission.PERSON_OPEN)


def _because(found: Found) -> str:
    """The reason for a look follows from the relation, for those who are not asked for one."""
    relations = sorted(found.circumstances.relations)
    return relations[0] if relations else ""
