"""A question to the contact person: by when it is answered, and how long that took (A-07)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.agreements.limits import AgreementLimits
from fotfeste.domain.dates import deadline_days
from fotfeste.domain.verdict import Verdict, because

_OURS = "house §agreements"


class QuestionState(StrEnum):
    """Where a question stands. The values are stable."""

    WAITS = "waits"
    LATE = "late"
    ANSWERED = "answered"
    ANSWERED_LATE = "answered_late"


@dataclass(frozen=True, slots=True)
class QuestionDays:
    """When it was asked, the last day to answer it, and when it was."""

    asked_on: date
    answer_by: date
    answered_on: date | None = None

    @property
    def took_days(self) -> int | None:
        """How many days the answer took; None as long as there is none."""
        return (self.answered_on - self.asked_on).days if self.answered_on else None


def answer_question_by(asked_on: date, limits: AgreementLimits, holidays: Collection[date]) -> date:
    """The last day to answer: a deadline, so never a day when the office is closed."""
    return deadline_days(asked_on, limits.answer_question_days, holidays)


def question_state(days: QuestionDays, *, on: date) -> QuestionState:
    """Where it stands on a day."""
    if days.answered_on is not None:
        is_late = days.answer_by < days.answered_on
        return QuestionState.ANSWERED_LATE if is_late else QuestionState.ANSWERED
    return QuestionState.LATE if days.answer_by < on else QuestionState.WAITS


def may_be_answered(days: QuestionDays) -> Verdict:
    """Why it cannot be answered: it is. What was answered stands."""
    return (because("question.answered-already", _OURS),) if days.answered_on is not None else ()
