"""Who has looked at a person: the specialist's page, the person's own, and asking about a look."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby
from uuid import UUID

from django.db.models import Q

from fotfeste.apps.around.answerers import QUESTION, can_be_answered
from fotfeste.apps.around.own import own_record
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.selectors import FoldedLook, Look, folded, look_at, looks_at
from fotfeste.apps.caseload.person import Header, header_of
from fotfeste.apps.caseload.person import Look as Asking
from fotfeste.apps.consents.door import OSLO, Denied, Found, opened
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.looks import AboutLook, ask_about_look
from fotfeste.apps.people.models import LookQuestion
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.people.selectors import names_of_staff, names_of_units
from fotfeste.domain.permissions import Decision, Permission

A_PAGE = 200

NOT_FOR_STAFF = Q(action__in=[Action.LOOK_ASKED_ABOUT, Action.LOOK_ANSWERED]) | Q(area=QUESTION)
"""What the person asks about looks, and who answers, is between them: staff do not read of it."""


class StaffShown(StrEnum):
    """What is shown of the staff who looked. A choice of the installation."""

    ROLE = "role"
    UNIT = "role+unit"
    NAME = "role+unit+name"


@dataclass(frozen=True, slots=True)
class Seen:
    """Looks that were alike, and who it was: what may be shown of them, and nothing else."""

    look: FoldedLook
    name: str
    unit_name: str
    is_asked_about: bool


@dataclass(frozen=True, slots=True)
class LogDay:
    """What was seen on one day, the newest first."""

    day: date
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class LogPage:
    """Some days of the log, the newest first. `next_before` goes on from there."""

    days: tuple[LogDay, ...]
    next_before: int | None


@dataclass(frozen=True, slots=True)
class Question:
    """What the person asked about a look, and the answer when there is one; opened when they are written."""

    row: LookQuestion
    text: Sealed
    answer: Sealed


@dataclass(frozen=True, slots=True)
class MyLog:
    """The person's own page: who has looked, and what they have asked about it."""

    page: LogPage
    questions: tuple[Question, ...]


def access_log(asking: Asking, *, before: int | None, shown: StaffShown) -> tuple[Header, LogPage]:
    """Everybody's looks at one person, one's own among them."""
    with opened(
        asking.acting,
        asking.public_id,
        Permission.LOG_READ,
        at=asking.at,
        action=Action.LOG_SEEN,
        purpose=asking.purpose,
        area="log",
    ) as found:
        looks = looks_at(found.person.log_id, most=A_PAGE + 1, before=before, without=NOT_FOR_STAFF)
        return header_of(found, on=asking.on), _page(looks, _asked_about(found), shown)


def access_my_log(acting: Acting, *, at: datetime, before: int | None, shown: StaffShown) -> MyLog:
    """The looks of everybody else at oneself, and what one has asked about them."""
    with own_record(acting, Permission.LOG_READ, at=at, action=Action.LOG_SEEN, area="log") as found:
        looks = looks_at(found.person.log_id, most=A_PAGE + 1, before=before, except_for=acting.account)
        return MyLog(_page(looks, _asked_about(found), shown), _questions(found))


def access_one_look(acting: Acting, seq: int, *, at: datetime, shown: StaffShown) -> Seen:
    """One look at oneself, to ask about. Raises Denied for a row that is about somebody else."""
    with own_record(acting, Permission.LOG_READ, at=at, action=Action.LOG_SEEN, area="log") as found:
        look = _one(found, acting, seq)
        return _seen(folded([look]), _asked_about(found), shown)[0]


def act_ask(acting: Acting, seq: int, text: str, *, at: datetime, on: date) -> None:
    """Ask why somebody looked."""
    with own_record(acting, Permission.LOG_READ, at=at, action=Action.LOOK_ASKED_ABOUT, area="log") as found:
        look = _one(found, acting, seq)
        ask_about_look(
            found.person,
            found.key,
            AboutLook(look.seq, look.who, look.at),
            text,
            can_be_answered=can_be_answered(found.person, on=on),
            by=acting,
            at=at,
            on=on,
        )


def last_look(found: Found, acting: Acting, shown: StaffShown) -> Seen | None:
    """The newest look of somebody else, for the person's first page. An attempt that was stopped is none."""
    stopped = Q(permitted=False)
    looks = looks_at(found.person.log_id, most=1, except_for=acting.account, without=stopped)
    return next(iter(_seen(folded(looks), set(), shown)), None)


def _one(found: Found, acting: Acting, seq: int) -> Look:
    look = look_at(found.person.log_id, seq)
    if look is None or look.actor == acting.account:
        raise Denied(Decision(reason_code="access.no-such-person"))
    return look


def _page(looks: Sequence[Look], asked_about: set[int], shown: StaffShown) -> LogPage:
    kept = _whole_days(looks[:A_PAGE]) if len(looks) > A_PAGE else list(looks)
    seen = _seen([each for day in _by_day(kept) for each in folded(day)], asked_about, shown)
    days = [LogDay(day, tuple(group)) for day, group in groupby(seen, key=lambda each: _day(each.look.first))]
    return LogPage(tuple(days), kept[-1].seq if len(looks) > len(kept) else None)


def _whole_days(looks: Sequence[Look]) -> list[Look]:
    """Without the last day, which may go on; unless there is only that one."""
    last = _day(looks[-1])
    whole = [look for look in looks if _day(look) != last]
    return whole or list(looks)


def _by_day(looks: Iterable[Look]) -> list[list[Look]]:
    return [list(group) for _, group in groupby(looks, key=_day)]


def _day(look: Look) -> date:
    return look.at.astimezone(OSLO).date()


def _seen(looks: Sequence[FoldedLook], asked_about: set[int], shown: StaffShown) -> list[Seen]:
    who = {each.first.who for each in looks if each.first.who} if shown is StaffShown.NAME else set()
    where = {each.first.unit for each in looks if each.first.unit} if shown is not StaffShown.ROLE else set()
    names, units = names_of_staff(who) if who else {}, names_of_units(where) if where else {}
    return [_one_seen(each, names, units, asked_about) for each in looks]


def _one_seen(
    look: FoldedLook, names: dict[UUID, str], units: dict[UUID, str], asked_about: set[int]
) -> Seen:
    first = look.first
    name = names.get(first.who, "") if first.who else ""
    unit = units.get(first.unit, "") if first.unit else ""
    return Seen(look, name, unit, first.seq in asked_about)


def _asked_about(found: Found) -> set[int]:
    return set(LookQuestion.objects.filter(person=found.person).values_list("seq", flat=True))


def _questions(found: Found) -> tuple[Question, ...]:
    rows = LookQuestion.objects.filter(person=found.person).order_by("-asked_at", "-pk")
    return tuple(
        Question(row, Sealed(row, "sealed_text", found.key), Sealed(row, "sealed_answer", found.key))
        for row in rows
    )
