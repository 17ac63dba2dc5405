"""Everyone one may have in a list, some at a time: for programs, and for any role that has a list.

The same persons as on the board and in the list of shared jobseekers, by name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.caseload.course import courses
from fotfeste.apps.caseload.mine import Mine, Purposes, going_on, mine_among
from fotfeste.apps.consents.visible import visible_to
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.domain.course import CourseStage, Standing
from fotfeste.domain.permissions import Role

WITH_AGENDA = frozenset({Role.EMPLOYMENT_SPECIALIST, Role.JOBSEEKER})
"""Roles that may read the agenda of everyone in their list."""

MOST_TO_LOOK_THROUGH = 5_000


class NoSuchPlace(LookupError):
    """The person that a page was to begin after is not in the list any more."""


@dataclass(frozen=True, slots=True)
class ListAsked:
    """Which persons, from where on, how many. A specialist asks for those discharged by their stage."""

    stage: CourseStage | None = None
    is_overdue: bool | None = None
    after: UUID | None = None
    most: int = 50


@dataclass(frozen=True, slots=True)
class Listed:
    """One person in the list. What the reader may not see, or has not said why they look at, is None."""

    mine: Mine
    standing: Standing | None = None
    overdue: int | None = None
    next_due: date | None = None


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of the list. `next_after` is where the next one begins, None on the last."""

    people: list[Listed]
    next_after: UUID | None


def access_list(acting: Acting, asked: ListAsked, *, at: datetime, on: date, purposes: Purposes) -> ListPage:
    """One look at a page of the list. Logged with everyone on it. Raises NoSuchPlace."""
    with act():
        people = _after(_asked_for(acting, asked, on), asked.after)
        # A stage is derived, so all must be looked at to find those in one; otherwise a page will do.
        most = MOST_TO_LOOK_THROUGH if asked.stage else asked.most + 1
        found = [_as_seen_by(acting, mine, purposes) for mine in mine_among(people, acting, on=on, most=most)]
        listed = _in_stage(_listed(acting, found, on), asked.stage)
        shown = listed[: asked.most]
        subjects = tuple(each.mine.log_id for each in shown)
        record(Entry(action=Action.CASELOAD_SEEN, who=acting.who, at=at, subjects=subjects, area="list"))
    return ListPage(shown, shown[-1].mine.public_id if len(listed) > len(shown) else None)


def _asked_for(acting: Acting, asked: ListAsked, on: date) -> QuerySet[Person]:
    people = visible_to(acting, on=on)
    if asked.stage is CourseStage.DISCHARGED:
        people = people.exclude(pk__in=going_on(Person.objects.all(), on=on).values("pk"))
    elif acting.role is Role.EMPLOYMENT_SPECIALIST:
        people = going_on(people, on=on)
    if asked.is_overdue is not None and acting.role in WITH_AGENDA:
        is_late = Exists(AgendaLine.objects.filter(person=OuterRef("pk"), due__lt=on))
        people = people.filter(is_late if asked.is_overdue else ~is_late)
    return people


def _after(people: QuerySet[Person], place: UUID | None) -> QuerySet[Person]:
    if place is None:
        return people
    last = people.filter(public_id=place).values_list("search_name", "pk").first()
    if last is None:
        raise NoSuchPlace(place)
    name, pk = last
    return people.filter(Q(search_name__gt=name) | Q(search_name=name, pk__gt=pk))


def _as_seen_by(acting: Acting, mine: Mine, purposes: Purposes) -> Mine:
    """Only a colleague of the specialist stands in and says why; everyone else is in their own list."""
    if acting.role is Role.EMPLOYMENT_SPECIALIST:
        return replace(mine, is_open=mine.is_open or str(mine.public_id) in purposes)
    return replace(mine, is_stand_in=False, is_open=True)


def _listed(acting: Acting, people: Sequence[Mine], on: date) -> list[Listed]:
    rows = [mine.row for mine in people if mine.is_open]
    course = courses(rows)
    dues = _dues(rows) if acting.role in WITH_AGENDA else {}
    return [
        Listed(
            mine=mine,
            standing=course[mine.row].standing(on=on),
            overdue=sum(due < on for due in dues[mine.row]) if dues else None,
            next_due=min(dues[mine.row], default=None) if dues else None,
        )
        if mine.is_open
        else Listed(mine)
        for mine in people
    ]


def _dues(people: Sequence[int]) -> dict[int, list[date]]:
    found: dict[int, list[date]] = {person: [] for person in people}
    lines = AgendaLine.objects.filter(person_id__in=people).exclude(due=None)
    for person, due in lines.values_list("person_id", "due"):
        if due is not None:
            found[person].append(due)
    return found


def _in_stage(people: list[Listed], stage: CourseStage | None) -> list[Listed]:
    if stage is None:
        return people
    return [each for each in people if each.standing is not None and each.standing.stage is stage]
