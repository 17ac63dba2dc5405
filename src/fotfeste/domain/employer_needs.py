"""What the employer of a job needs, asked and asked again: Supported Employment serves both (W-11)."""

from dataclasses import dataclass
from datetime import date, timedelta

from fotfeste.domain.verdict import Verdict, because

_SOURCE = "house §employer-needs"


@dataclass(frozen=True, slots=True)
class EmployerNeedsRhythm:
    """How many weeks after it was asked it is asked again, where no day was agreed."""

    ask_again_weeks: int


@dataclass(frozen=True, slots=True)
class NeedsAsked:
    """The last time the employer was asked. `again_on` is the day agreed for the next time."""

    asked_on: date
    again_on: date | None = None


def ask_again_by(last: NeedsAsked, rhythm: EmployerNeedsRhythm, *, is_rhythm_followed: bool) -> date | None:
    """The day that was agreed, else by the rhythm where the method follows one; otherwise never by itself."""
    if last.again_on is not None or not is_rhythm_followed:
        return last.again_on
    return last.asked_on + timedelta(weeks=rhythm.ask_again_weeks)


def may_not_be_kept(words: str, *, asked_on: date, again_on: date | None) -> Verdict:
    """Why an answer cannot be kept: it says nothing, or the next time is not after this one."""
    if not words.strip():
        return (because("employer-needs.empty", _SOURCE),)
    if again_on is not None and again_on <= asked_on:
        return (because("employer-needs.again-before", _SOURCE, asked_on=asked_on, again_on=again_on),)
    return ()
