"""The caseload by course stage."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.agenda.selectors import StoredLine, stored
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.caseload.course import Course, courses
from fotfeste.apps.caseload.mine import Mine, Purposes, caseload_of, discharged_of
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.plans.models import Wishes
from fotfeste.apps.vault.keys import unwrapped
from fotfeste.domain.caseload import CaseloadFacts
from fotfeste.domain.course import Standing
from fotfeste.parameters import CASELOAD_GUIDANCE

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
    lines = _lines(rows)
    wishes = {row.person_id: row for row in Wishes.objects.filter(person_id__in=rows, ended_at=None)}
    return [
        _card(mine, course[mine.row], lines[mine.row], wishes.get(mine.row), on)
        if mine.is_open
        else Card(mine)
        for mine in people
    ]


def _card(mine: Mine, course: Course, lines: Sequence[StoredLine], wishes: Wishes | None, on: date) -> Card:
    key = unwrapped(mine.key_row, mine.public_id) if wishes else None
    return Card(
        mine=mine,
        standing=course.standing(on=on),
        next_line=lines[0] if lines else None,
        overdue=sum(line.due is not None and line.due < on for line in lines),
        wished_work=Sealed(wishes, "sealed_work", key) if wishes and key else None,
        wished_percent=wishes.percent if wishes else None,
    )


def _lines(people: Sequence[int]) -> dict[int, list[StoredLine]]:
    found: dict[int, list[StoredLine]] = defaultdict(list)
    for row in AgendaLine.objects.filter(person_id__in=people).order_by("person_id", "place"):
        found[row.person_id].append(stored(row))
    return found
