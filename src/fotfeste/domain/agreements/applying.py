"""What is applied for: a clock runs from the application to the answer, and a late answer rises (A-03)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.agreements.content import APPLIED_FOR, Instrument
from fotfeste.domain.agreements.keeping import PromiseDays
from fotfeste.domain.agreements.limits import AgreementLimits
from fotfeste.domain.agreements.parties import Party, Towards, ends_of
from fotfeste.domain.dates import deadline_days
from fotfeste.domain.verdict import Verdict, because

_OURS = "house §agreements"


class ApplicationState(StrEnum):
    """Where an application stands. The values are stable."""

    NOT_SENT = "not_sent"
    WAITS = "waits"
    LATE = "late"
    ANSWERED = "answered"
    ANSWERED_LATE = "answered_late"


@dataclass(frozen=True, slots=True)
class Application:
    """When it was applied for, when it was answered, and the last day for the answer."""

    applied_on: date | None = None
    answered_on: date | None = None
    answer_by: date | None = None


def is_applied_for(instrument: Instrument | None) -> bool:
    """Whether somebody applies for it, so that a clock runs."""
    return instrument in APPLIED_FOR


def application(
    applied_on: date | None,
    answered_on: date | None,
    limits: AgreementLimits,
    holidays: Collection[date],
) -> Application:
    """With the last day for an answer: a deadline, so never a day when the office is closed."""
    if applied_on is None:
        return Application()
    by = deadline_days(applied_on, limits.answer_application_days, holidays)
    return Application(applied_on, answered_on, by)


def application_state(found: Application, *, on: date) -> ApplicationState:
    """Where it stands on a day. Nobody sets it late: a day that passes does."""
    if found.applied_on is None or found.answer_by is None:
        return ApplicationState.NOT_SENT
    if found.answered_on is not None:
        is_late = found.answer_by < found.answered_on
        return ApplicationState.ANSWERED_LATE if is_late else ApplicationState.ANSWERED
    return ApplicationState.LATE if found.answer_by < on else ApplicationState.WAITS


@dataclass(frozen=True, slots=True)
class AppliedFor:
    """The promise an application belongs to."""

    instrument: Instrument | None
    owner: Party
    towards: Towards
    days: PromiseDays


def may_put_application(
    promise: AppliedFor, by: Party, *, applied_on: date, answered_on: date | None
) -> Verdict:
    """Why this party cannot put it down: either end of the promise does, and NAV."""
    found = []
    if not is_applied_for(promise.instrument):
        found.append(because("promise.not-applied-for", _OURS))
    if promise.days.kept_on is not None or promise.days.ended_on is not None:
        found.append(because("promise.over-already", _OURS))
    if by not in (*ends_of(promise.owner, promise.towards), Party.NAV):
        found.append(because("promise.not-between-you", _OURS))
    if answered_on is not None and answered_on < applied_on:
        found.append(because("promise.answered-before-applied", _OURS, applied_on=applied_on))
    return tuple(found)
