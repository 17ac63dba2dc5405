"""The days a row tells of, held against each other and against today. What cannot be true is asked about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from fotfeste.domain.brought_in import Choice, Notebook
from fotfeste.domain.caseload_list.cells import LEAVE_OPEN, day, says_nothing
from fotfeste.domain.caseload_list.columns import Column, heading
from fotfeste.domain.caseload_list.row import Row
from fotfeste.domain.dates import add_months
from fotfeste.domain.verdict import Reason, because

KEEP = Choice("keep")
PLANNED = Choice("planned")

LONG_AGO_MONTHS = 20 * 12
"""Before this, a day is more likely a slip than a memory: there was hardly any IPS in Norway."""
FAR_AHEAD = timedelta(days=366)
"""After this, an agreed day is more likely a slip than an agreement."""

DAY_COLUMNS = (
    Column.REFERRED_ON,
    Column.START_UP_MEETING,
    Column.CAREER_PROFILE,
    Column.JOB_START,
    Column.ENDED_ON,
)

OPEN: Mapping[Column, Reason] = {
    Column.REFERRED_ON: because("caseload.referral-date-open", "I §4.1"),
    Column.START_UP_MEETING: because("caseload.start-up-meeting-open", "I §4.1"),
    Column.CAREER_PROFILE: because("caseload.career-profile-open", "I §4.2"),
    Column.ENDED_ON: because("caseload.end-open", "house §lists"),
}
"""What is to be cleared up when a day is left open. A job start is said of together with its job."""

Days = dict[Column, date | None]


@dataclass(frozen=True, slots=True)
class Order:
    """Two days of which the first should not be after the second, and what is asked where it is."""

    first: Column
    second: Column
    reason: Callable[[date, date], Reason]
    choices: tuple[Choice, ...] = (KEEP, LEAVE_OPEN)


ORDERS = (
    Order(
        Column.REFERRED_ON,
        Column.START_UP_MEETING,
        lambda first, second: because(
            "caseload.start-up-before-referral", "I §4.1", first=first, second=second
        ),
    ),
    Order(
        Column.REFERRED_ON,
        Column.CAREER_PROFILE,
        lambda first, second: because(
            "caseload.profile-before-referral", "I §4.2", first=first, second=second
        ),
    ),
    Order(
        Column.START_UP_MEETING,
        Column.CAREER_PROFILE,
        lambda first, second: because(
            "caseload.profile-before-start-up", "I §4.2", first=first, second=second
        ),
    ),
    Order(
        Column.REFERRED_ON,
        Column.JOB_START,
        lambda first, second: because(
            "caseload.job-start-before-referral", "I §3", first=first, second=second
        ),
    ),
    Order(
        Column.REFERRED_ON,
        Column.ENDED_ON,
        lambda first, second: because(
            "caseload.end-before-referral", "house §lists", first=first, second=second
        ),
        (LEAVE_OPEN,),
    ),
    Order(
        Column.START_UP_MEETING,
        Column.ENDED_ON,
        lambda first, second: because("caseload.end-before-start-up", "I §7", first=first, second=second),
    ),
    Order(
        Column.CAREER_PROFILE,
        Column.ENDED_ON,
        lambda first, second: because("caseload.end-before-profile", "I §7", first=first, second=second),
    ),
)
"""The answer "leave open" gives up the second day, which then is something to clear up."""


def read(row: Row, notes: Notebook, *, today: date) -> Days:
    """The days of a row. A day that is given up by an answer is None, and something to clear up."""
    days: Days = {column: day(row[column], column, OPEN.get(column), notes) for column in DAY_COLUMNS}
    _left_open(row, notes)
    for column in DAY_COLUMNS:
        _held_against_today(column, days, notes, today)
    for order in ORDERS:
        _held_against_each_other(order, days, notes)
    return days


def give_up(column: Column, days: Days, notes: Notebook) -> None:
    """Leave a day open: it is not known, and is to be cleared up."""
    days[column] = None
    if column in OPEN:
        notes.unclear(OPEN[column], column)


def _left_open(row: Row, notes: Notebook) -> None:
    for column in (Column.START_UP_MEETING, Column.CAREER_PROFILE):
        if says_nothing(row[column]):
            notes.unclear(OPEN[column], column)
    if says_nothing(row[Column.REFERRED_ON]):
        missing = because("caseload.referral-date-missing", "I §4.1")
        if notes.ask(missing, Column.REFERRED_ON, choices=[LEAVE_OPEN]):
            notes.unclear(OPEN[Column.REFERRED_ON], Column.REFERRED_ON)


def _held_against_today(column: Column, days: Days, notes: Notebook, today: date) -> None:
    on = days[column]
    if on is None:
        return
    if on < add_months(today, -LONG_AGO_MONTHS):
        reason = because("caseload.day-long-ago", "house §lists", column=heading(column), day=on)
        _keep_or_give_up(reason, column, days, notes, KEEP)
    elif on > today:
        _lies_ahead(column, on, days, notes, is_far=on > today + FAR_AHEAD)


def _lies_ahead(column: Column, on: date, days: Days, notes: Notebook, *, is_far: bool) -> None:
    if column is Column.REFERRED_ON:
        _keep_or_give_up(because("caseload.referral-to-come", "I §4.1", day=on), column, days, notes)
        days[column] = None
    elif column is Column.CAREER_PROFILE:
        _keep_or_give_up(because("caseload.profile-to-come", "I §4.2", day=on), column, days, notes)
    elif column is Column.JOB_START and not is_far:
        notes.noted(because("caseload.job-start-to-come", "house §lists", day=on), column)
    else:
        reason = because("caseload.day-to-come", "house §lists", column=heading(column), day=on)
        _keep_or_give_up(reason, column, days, notes, PLANNED)


def _keep_or_give_up(reason: Reason, column: Column, days: Days, notes: Notebook, *others: Choice) -> None:
    if notes.ask(reason, column, choices=[*others, LEAVE_OPEN]) is LEAVE_OPEN:
        give_up(column, days, notes)


def _held_against_each_other(order: Order, days: Days, notes: Notebook) -> None:
    first, second = days[order.first], days[order.second]
    if first is None or second is None or first <= second:
        return
    if notes.ask(order.reason(first, second), order.second, order.first, choices=order.choices) is LEAVE_OPEN:
        give_up(order.second, days, notes)
