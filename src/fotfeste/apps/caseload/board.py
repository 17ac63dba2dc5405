"""The caseload by course stage."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.agenda.selectors import StoredLine, stored
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.caseload.course import courses
from fotfeste.apps.caseload.mine import Mine, Purposes, caseload_of, discharged_of
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.plans.models import Wishes
from fotfeste.apps.vault.keys import unwrapped
from fotfeste.domain.caseload import CaseloadFacts
from fotfeste.domain.course import Standing
from fotfeste.parameters import CASELOAD_GUIDANCE
from fotfeste.prepared import prepared

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Card:
    """One person on the board. `standing` and what follows is None for somebody not yet opened."""

    mine: Mine
    standing: Standing | None = None
    next_line: StoredLine | None = None
    overdue: int = 0
    wished_work: Sealed | None = None
    wished_percent: int | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """The page as facts. `next_after` goes on with those discharged."""

    cards: list[Card]
    load: CaseloadFacts
    most_advised: int
    next_after: UUID | None = None


def access_board(
    acting: Acting,
    *,
    at: datetime,
    on: date,
    purposes: Purposes,
    discharged: bool = False,
    after: UUID | None = None,
) -> Board:
    """One look at everyone in the caseload, or at those discharged from it. Logged with each of them."""
    with act():
        if discharged:
            people = discharged_of(acting, on=on, purposes=purposes, after=after, most=A_PAGE + 1)
        else:
            people = caseload_of(acting, on=on, purposes=purposes)
        shown = people[:A_PAGE] if discharged else people
        board = Board(
            cards=_cards(shown, on),
            load=CaseloadFacts(sum(not mine.is_stand_in for mine in shown), acting.position_percent),
            most_advised=CASELOAD_GUIDANCE.on(on).most_in_full_time,
            next_after=shown[-1].public_id if len(people) > len(shown) else None,
        )
        subjects = tuple(mine.log_id for mine in shown)
        record(Entry(action=Action.CASELOAD_SEEN, who=acting.who, at=at, subjects=subjects))
    return board


def _cards(people: Sequence[Mine], on: date) -> list[Card]:
    rows = [mine.row for mine in people if mine.is_open]
    course = courses(rows)
    first_lines = {line.person_id: stored(line) for line in _first_lines(rows)}
    overdue = Counter(person for (person,) in _overdue(rows, on))
    wishes = {row.person_id: row for row in _wishes(rows)}
    return [
        Card(
            mine=mine,
            standing=course[mine.row].standing(on=on),
            next_line=first_lines.get(mine.row),
            overdue=overdue[mine.row],
            wished_work=_wished_work(mine, wishes.get(mine.row)),
            wished_percent=wishes[mine.row].percent if mine.row in wishes else None,
        )
        if mine.is_open
        else Card(mine)
        for mine in people
    ]


def _wished_work(mine: Mine, wishes: Wishes | None) -> Sealed | None:
    return Sealed(wishes, "sealed_work", unwrapped(mine.key_row, mine.public_id)) if wishes else None


@prepared
def _first_lines(people: list[int]) -> QuerySet[AgendaLine]:
    return AgendaLine.objects.filter(person_id__in=people, place=0)


@prepared
def _overdue(people: list[int], on: date) -> QuerySet[AgendaLine, tuple[int]]:
    """One row for each line that is overdue: whose it is."""
    return AgendaLine.objects.filter(person_id__in=people, due__lt=on).values_list("person_id")


@prepared
def _wishes(people: list[int]) -> QuerySet[Wishes]:
    return Wishes.objects.filter(person_id__in=people, ended_at=None)
