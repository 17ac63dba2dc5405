"""The persons in one's caseload: whom one follows, and whom one stands in for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from fotfeste.apps.agenda.models import Alarm
from fotfeste.apps.agenda.services import RULE_VERSION, rewrite
from fotfeste.apps.consents.visible import visible_to
from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.people.acting import Acting, standing
from fotfeste.apps.people.models import Person, Relation
from fotfeste.apps.people.names import is_sealed
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.vault.keys import unwrapped
from fotfeste.apps.vault.models import PersonKey
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.permissions import RelationKind
from fotfeste.prepared import prepared

Purposes = Mapping[str, str]
"""What somebody has said they look for, by public id: asked of those who stand in."""


_NOTHING_TO_OPEN = SealingKey(b"")


@dataclass(frozen=True, slots=True)
class Mine:
    """One person of the caseload. Of one whom one stands in for, no more than the name unless `is_open`."""

    row: int
    public_id: UUID
    log_id: UUID
    is_stand_in: bool
    is_open: bool
    person: Person = field(repr=False)
    key_row: PersonKey = field(repr=False)

    @property
    def name(self) -> SealedContact:
        """The name; opened, where it is protected, only when it is written."""
        key = unwrapped(self.key_row, self.public_id) if is_sealed(self.person) else _NOTHING_TO_OPEN
        return SealedContact(self.person, key)


def caseload_of(acting: Acting, *, on: date, purposes: Purposes) -> list[Mine]:
    """Everyone whose course is going on, by name; the protected, who have none in clear, last."""
    return [_mine(person, purposes) for person in _going_on(acting, on)]


@prepared
def _going_on(acting: Acting, on: date) -> QuerySet[Person]:
    people = going_on(visible_to(acting, on=on), on=on).order_by("search_name", "pk")
    return _with_keys(people, acting, on)


def stood_in_for(acting: Acting, *, on: date) -> list[str]:
    """The public ids of those one stands in for, to keep a purpose by. Nothing about them is read."""
    mine = caseload_of(acting, on=on, purposes={})
    return [str(each.public_id) for each in mine if each.is_stand_in]


def discharged_of(
    acting: Acting, *, on: date, purposes: Purposes, after: UUID | None = None, most: int = 50
) -> list[Mine]:
    """Those whose course is over and whom one may still see, some at a time."""
    people = visible_to(acting, on=on).exclude(pk__in=going_on(Person.objects.all(), on=on).values("pk"))
    if after is not None:
        people = people.filter(pk__gt=Person.objects.filter(public_id=after).values("pk")[:1])
    page = people.order_by("pk")
    return [_mine(person, purposes) for person in _with_keys(page, acting, on)[:most]]


def mine_among(people: QuerySet[Person], acting: Acting, *, on: date, most: int) -> list[Mine]:
    """Some of these persons, by name, as somebody who has not said why may see them."""
    ordered = _with_keys(people, acting, on).order_by("search_name", "pk")
    return [_mine(person, {}) for person in ordered[:most]]


def going_on(people: QuerySet[Person], *, on: date) -> QuerySet[Person]:
    """Those who are not discharged: the SQL twin of `CourseStage.DISCHARGED` in domain/course.py."""
    episodes = Episode.objects.filter(person=OuterRef("pk"))
    is_open = Exists(episodes.filter(Q(discharged_on=None) | Q(discharged_on__gt=on)))
    return people.filter(is_open | ~Exists(episodes))


def ask_again_where_it_rings(people: list[Mine], *, on: date) -> None:
    """Ask the rules again for those whose alarm rings, or whose lines were made by older rules."""
    ringing = [(mine.row, mine.public_id) for mine in people if _rings(mine.person, on)]
    if ringing:
        rewrite(ringing, on=on)


def _rings(person: Person, on: date) -> bool:
    alarm: Alarm | None = getattr(person, "alarm", None)
    if alarm is None or alarm.rule_version != RULE_VERSION:
        return True
    return alarm.ask_again_on is not None and alarm.ask_again_on <= on


def _with_keys(people: QuerySet[Person], acting: Acting, on: date) -> QuerySet[Person]:
    own = Relation.objects.filter(
        standing(on),
        person=OuterRef("pk"),
        account=acting.account_id,
        kind=RelationKind.EMPLOYMENT_SPECIALIST,
    )
    return people.select_related("key", "alarm").annotate(is_own=Exists(own))


def _mine(person: Person, purposes: Purposes) -> Mine:
    is_own = bool(person.is_own)  # type: ignore[attr-defined]  # annotated by _with_keys
    return Mine(
        row=person.pk,
        public_id=person.public_id,
        log_id=person.log_id,
        is_stand_in=not is_own,
        is_open=is_own or str(person.public_id) in purposes,
        person=person,
        key_row=person.key,
    )
