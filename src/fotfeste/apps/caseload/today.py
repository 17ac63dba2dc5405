"""*Today*: what is next for those one follows, most pressing first, and what is new."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet, Subquery

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.agenda.selectors import LineKey, StoredLine, in_order, lines_among, stored
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.caseload.events import NAVS_OWN
from fotfeste.apps.caseload.mine import Mine, Purposes, ask_again_where_it_rings, caseload_of
from fotfeste.apps.consents.facts import OSLO
from fotfeste.apps.episodes.models import Meeting
from fotfeste.apps.episodes.selectors import meetings_on
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Account, Event
from fotfeste.domain.agenda import Act
from fotfeste.domain.caseload import CaseloadFacts
from fotfeste.domain.permissions import Role
from fotfeste.parameters import AGENDA_HORIZON, CASELOAD_GUIDANCE
from fotfeste.prepared import prepared

A_PAGE = 25
BROUGHT_IN = ("person.brought_in", "person.brought_in_again")
MOST_NEWS = 8
NEWS_AT_FIRST = timedelta(days=7)


class Pressing(StrEnum):
    """Which lines to show."""

    ALL = "all"
    OVERDUE = "overdue"
    THIS_WEEK = "this_week"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class LinePlace:
    """Where a page of lines ended, as an address can say it: the person by public id."""

    due: date | None
    place: int
    person: UUID


@dataclass(frozen=True, slots=True)
class TodayAsked:
    """What the page is asked for: which lines, of whom, and from where on."""

    pressing: Pressing = Pressing.ALL
    person: UUID | None = None
    after: LinePlace | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many lines there are of each kind."""

    overdue: int
    this_week: int
    open: int
    to_clear_up: int


@dataclass(frozen=True, slots=True)
class Today:
    """The page as facts. `people` is everyone in the caseload, by row id."""

    people: dict[int, Mine]
    lines: list[StoredLine]
    next_place: LinePlace | None
    counts: Counts
    news: list[Event]
    new_since: datetime
    caseload: CaseloadFacts
    most_advised: int
    meetings: list[Meeting]

    @property
    def closed(self) -> list[Mine]:
        """Those one stands in for and has not yet said why one looks at."""
        return [mine for mine in self.people.values() if not mine.is_open]


def access_today(acting: Acting, *, at: datetime, on: date, asked: TodayAsked, purposes: Purposes) -> Today:
    """One look at what is next for everyone in the caseload. Logged with each person named on the page."""
    with act():
        people = caseload_of(acting, on=on, purposes=purposes)
        opened = [mine for mine in people if mine.is_open]
        ask_again_where_it_rings(opened, on=on)
        rows = [mine.row for mine in opened]
        chosen = [mine.row for mine in opened if asked.person in {None, mine.public_id}]
        after = _key(asked.after, people)
        shown = [stored(line) for line in _page(chosen, asked.pressing, on, _last_coming(on), after)]
        new_since = _new_since(acting, at)
        today = Today(
            people={mine.row: mine for mine in people},
            lines=shown[:A_PAGE],
            next_place=_place(shown[A_PAGE - 1], people) if len(shown) > A_PAGE else None,
            counts=_counts(rows, on),
            news=_news(acting.account_id, rows, new_since),
            new_since=new_since,
            caseload=_load(acting, people),
            most_advised=CASELOAD_GUIDANCE.on(on).most_in_full_time,
            meetings=meetings_on(rows, on),
        )
        record(_entry(acting, people, at))
    return today


@prepared
def _page(
    people: list[int], pressing: Pressing, on: date, last_coming: date, after: LineKey | None
) -> QuerySet[AgendaLine]:
    lines = _lines(people).filter(_pressing(pressing, on, last_coming))
    return in_order(lines, after=after)[: A_PAGE + 1]


def _lines(people: Sequence[int]) -> QuerySet[AgendaLine]:
    return lines_among(people, for_role=Role.EMPLOYMENT_SPECIALIST)


def _key(after: LinePlace | None, people: Sequence[Mine]) -> LineKey | None:
    """The place among the rows; the beginning when the person is not in the caseload any more."""
    row = next((mine.row for mine in people if after and mine.public_id == after.person), None)
    return LineKey(after.due, after.place, row) if after and row else None


def _place(line: StoredLine, people: Sequence[Mine]) -> LinePlace:
    public_id = next(mine.public_id for mine in people if mine.row == line.person)
    return LinePlace(line.due, line.place, public_id)


def _pressing(pressing: Pressing, on: date, last_coming: date) -> Q:
    return {
        Pressing.ALL: Q(),
        Pressing.OVERDUE: Q(due__lt=on),
        Pressing.THIS_WEEK: Q(due__gte=on, due__lte=last_coming),
        Pressing.OPEN: Q(due=None),
    }[pressing]


def _last_coming(on: date) -> date:
    return on + timedelta(days=AGENDA_HORIZON.on(on).coming_days)


def _counts(people: list[int], on: date) -> Counts:
    """Counted here: a caseload has some hundred lines, and asking for them takes one small statement."""
    found = _dues(people)
    days = [due for due, _ in found if due is not None]
    last_coming = _last_coming(on)
    return Counts(
        overdue=sum(due < on for due in days),
        this_week=sum(on <= due <= last_coming for due in days),
        open=len(found) - len(days),
        to_clear_up=sum(act == Act.CLEAR_UP for _, act in found),
    )


@prepared
def _dues(people: list[int]) -> QuerySet[AgendaLine, tuple[date | None, str]]:
    return _lines(people).values_list("due", "act")


@prepared
def _news(account: int, people: list[int], since: datetime) -> QuerySet[Event]:
    """What others have done with these persons. That a list came in is said once, not fact by fact."""
    rows = Event.objects.filter(person_id__in=people, at__gt=since)
    rows = rows.filter(Q(is_brought_in=False) | Q(kind__in=BROUGHT_IN))
    for beginning in NAVS_OWN:
        rows = rows.exclude(kind__startswith=beginning)
    others = rows.exclude(by=account).select_related("by")
    return others.order_by("-at", "-pk")[:MOST_NEWS]


def act_seen_news(acting: Acting, *, at: datetime) -> None:
    """What is new now has been seen: one's own mark, on whichever device one looks next."""
    Account.objects.filter(pk=acting.account_id).update(news_seen_at=at)


def _new_since(acting: Acting, at: datetime) -> datetime:
    """Since one last said «seen», or last opened this page before today. A week ago for one who is new."""
    today = at.astimezone(OSLO).replace(hour=0, minute=0, second=0, microsecond=0)
    looks = LogRow.objects.filter(actor=acting.account, action=Action.AGENDA_SEEN, at__lt=today)
    last = Subquery(looks.order_by("-seq").values("at")[:1])
    own = Account.objects.filter(pk=acting.account_id).values_list("news_seen_at", last)
    marks = [mark for mark in next(iter(own), ()) if mark is not None]
    return max(marks, default=at - NEWS_AT_FIRST)


def _load(acting: Acting, people: Sequence[Mine]) -> CaseloadFacts:
    own = sum(not mine.is_stand_in for mine in people)
    return CaseloadFacts(active=own, position_percent=acting.position_percent)


def _entry(acting: Acting, people: Sequence[Mine], at: datetime) -> Entry:
    return Entry(
        action=Action.AGENDA_SEEN,
        who=acting.who,
        at=at,
        subjects=tuple(mine.log_id for mine in people),
    )
