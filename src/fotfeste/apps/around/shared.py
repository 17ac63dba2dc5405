"""The persons shared with a NAV adviser or a clinician today, and what each has agreed that they see."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.consents.door import Found
from fotfeste.apps.consents.many import found_many
from fotfeste.apps.consents.visible import visible_to
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.profiles.selectors import asked_about
from fotfeste.domain.permissions import Permission, RelationKind

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Reach:
    """Somebody who follows the person, and how the reader reaches them at work."""

    name: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class Shared:
    """One person, what the reader sees of them, who follows them, and since when the reader is there."""

    public_id: UUID
    name: SealedContact
    sees: frozenset[Permission]
    specialists: tuple["Reach", ...]
    since: date | None
    is_profile_asked: bool = False


@dataclass(frozen=True, slots=True)
class SharedPage:
    """Some of those shared with the reader, by name. `next_after` goes on from there."""

    people: tuple[Shared, ...]
    next_after: UUID | None


def access_shared(acting: Acting, *, at: datetime, on: date, after: UUID | None = None) -> SharedPage:
    """Those shared with the reader today. A list look, logged with everyone it shows."""
    with act():
        rows = _after(visible_to(acting, on=on), after).order_by("search_name", "pk")
        ids = list(rows.values_list("pk", flat=True)[: A_PAGE + 1])
        found = found_many(acting, ids[:A_PAGE], at=at)
        shown = [each for each in found if each.may(Permission.PERSON_LIST)]
        subjects = tuple(each.person.log_id for each in shown)
        record(Entry(Action.SHARED_PEOPLE_SEEN, acting.who, at, subjects=subjects, area="shared"))
        asked = asked_about(acting.account_id, [each.person.pk for each in shown if _reviews(each)])
        people = tuple(_shared(each, acting, on, is_asked=each.person.pk in asked) for each in shown)
        return SharedPage(people, people[-1].public_id if len(ids) > A_PAGE and people else None)


def _after(people: QuerySet[Person], after: UUID | None) -> QuerySet[Person]:
    last = Person.objects.filter(public_id=after).values_list("search_name", "pk").first() if after else None
    if last is None:
        return people
    name, row = last
    return people.filter(Q(search_name__gt=name) | Q(search_name=name, pk__gt=row))


def _reviews(found: Found) -> bool:
    return found.may(Permission.PROFILE_REVIEW)


def _shared(found: Found, acting: Acting, on: date, *, is_asked: bool) -> Shared:
    now = [relation for relation in found.relations if relation.holds_on(on)]
    specialists = tuple(
        Reach(relation.account.name, relation.account.phone, relation.account.email)
        for relation in now
        if relation.kind == RelationKind.EMPLOYMENT_SPECIALIST and relation.account
    )
    own = [relation.from_day for relation in now if relation.account_id == acting.account_id]
    return Shared(
        public_id=found.person.public_id,
        name=SealedContact(found.person, found.key),
        sees=found.decision.permitted,
        specialists=specialists,
        since=min(own, default=None),
        is_profile_asked=is_asked,
    )
