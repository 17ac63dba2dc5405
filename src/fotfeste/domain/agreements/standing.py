"""Where an agreement stands: derived from its days and versions, never set by hand."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fotfeste.domain.agreements.limits import AgreementLimits


class Standing(StrEnum):
    """In the order they win."""

    LAPSED = "lapsed"
    ENDED = "ended"
    CHANGING = "changing"
    IN_FORCE = "in_force"
    TO_BE_SIGNED = "to_be_signed"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class AgreementState:
    """What the standing follows from. `changed_on`: when anybody last worked on it."""

    changed_on: date
    is_in_force: bool = False
    is_laid_out: bool = False
    lapsed_on: date | None = None
    ended_on: date | None = None


def standing_of(state: AgreementState) -> Standing:
    """Where it stands."""
    if state.lapsed_on is not None:
        return Standing.LAPSED
    if state.ended_on is not None:
        return Standing.ENDED
    if state.is_in_force:
        return Standing.CHANGING if state.is_laid_out else Standing.IN_FORCE
    return Standing.TO_BE_SIGNED if state.is_laid_out else Standing.DRAFT


def lapses_on(state: AgreementState, limits: AgreementLimits) -> date | None:
    """The first day on which what nobody has worked on is gone; None once it is concluded or over."""
    if standing_of(state) not in (Standing.DRAFT, Standing.TO_BE_SIGNED):
        return None
    return state.changed_on + timedelta(weeks=limits.draft_weeks)


def warning_days(state: AgreementState, limits: AgreementLimits) -> tuple[date, ...]:
    """The two days on which all are warned that the draft runs out."""
    last = lapses_on(state, limits)
    if last is None:
        return ()
    ahead = (limits.first_warning_days, limits.last_warning_days)
    return tuple(last - timedelta(days=days) for days in ahead)


def employer_sees_until(ended_on: date, limits: AgreementLimits) -> date:
    """The last day on which the employer's people see an agreement that has ended."""
    return ended_on + timedelta(weeks=limits.visible_after_end_weeks)
