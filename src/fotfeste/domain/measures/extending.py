"""Extending, taking up again, changing the aim. None moves the clock, which runs from the first start."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.dates import add_months
from fotfeste.domain.day_limits import in_order
from fotfeste.domain.measures.duration import DurationLadder, beyond
from fotfeste.domain.measures.kinds import Law, MeasureKind, MeasureNeed, Span
from fotfeste.domain.verdict import Reason, Verdict, because

_REASON = "house §measures"
_AS_NAV = "house §nav-practice"


class MeasureAim(StrEnum):
    """What the measure is to lead to (requirements F-07, F-08, F-10)."""

    KEEP_JOB = "keep_job"
    NEW_JOB = "new_job"


def other_aim(aim: MeasureAim) -> MeasureAim:
    """What the aim is changed to."""
    return MeasureAim.NEW_JOB if aim is MeasureAim.KEEP_JOB else MeasureAim.KEEP_JOB


class ParticipationState(StrEnum):
    """Where a participation stands, derived from its days and decisions."""

    WAITS_FOR_START = "waits_for_start"
    TAKES_PART = "takes_part"
    HAS_ENDED = "has_ended"
    NOT_CURRENT = "not_current"


@dataclass(frozen=True, slots=True)
class NavPractice:
    """How NAV's own program does it: months after the end until a participation is locked."""

    locked_after_months: int


@dataclass(frozen=True, slots=True)
class ExtensionFacts:
    """A participation and the later last day that is wanted. `first_start` is the very first day of it.

    `breaks` are recorded interruptions. `has_reason`: the decision says why.
    """

    measure: MeasureKind
    first_start: date
    last_day: date
    wanted_last_day: date
    need: MeasureNeed = MeasureNeed()  # noqa: RUF009  # frozen, so it can be shared
    has_reason: bool = False
    breaks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class AimFacts:
    """A change of aim midway, as it is decided."""

    measure: MeasureKind
    first_start: date
    last_day: date
    changed_on: date
    aim_before: MeasureAim
    aim_after: MeasureAim
    need: MeasureNeed = MeasureNeed()  # noqa: RUF009  # frozen, so it can be shared
    has_reason: bool = False
    decided_by_nav: bool = False


@dataclass(frozen=True, slots=True)
class ReopeningFacts:
    """A participation that is to be taken up again, and until when."""

    measure: MeasureKind
    first_start: date
    state: ParticipationState
    wanted_last_day: date
    need: MeasureNeed = MeasureNeed()  # noqa: RUF009  # frozen, so it can be shared
    has_reason: bool = False
    has_newer: bool = False


def may_extend(
    facts: ExtensionFacts, *, on: date, ladder: Law[DurationLadder], practice: NavPractice
) -> Verdict:
    """Why the participation cannot be extended by a decision that day."""
    return (
        *in_order(facts.first_start, facts.last_day),
        *_is_longer(facts),
        *_why(has_reason=facts.has_reason),
        *_locked(facts.last_day, on, practice),
        *beyond(facts.wanted_last_day, facts.first_start, facts.need, ladder),
    )


def may_change_aim(facts: AimFacts) -> Verdict:
    """Why the aim cannot be changed so. The clock goes on from the first start either way."""
    return (*in_order(facts.first_start, facts.last_day), *_aim(facts), *_why(has_reason=facts.has_reason))


def may_reopen(facts: ReopeningFacts, *, ladder: Law[DurationLadder]) -> Verdict:
    """Why the participation cannot be taken up again. What has run counts, as if there had been no stop."""
    return (
        *in_order(facts.first_start, facts.wanted_last_day),
        *_can_be_taken_up(facts),
        *_why(has_reason=facts.has_reason),
        *beyond(facts.wanted_last_day, facts.first_start, facts.need, ladder),
    )


def locked_from(last_day: date, practice: NavPractice) -> date:
    """The first day on which a participation that has ended can no longer be changed."""
    if last_day.year >= date.max.year:
        return date.max
    return add_months(last_day, practice.locked_after_months)


def goes_on_instead(earlier: Span, starts: date, practice: NavPractice) -> bool:
    """Whether the earlier one can still go on: granted anew, the clock would begin again."""
    ended = earlier.last or date.max
    return ended < starts <= locked_from(ended, practice)


def _is_longer(facts: ExtensionFacts) -> Iterator[Reason]:
    if facts.wanted_last_day <= facts.last_day:
        yield because("measure.not-longer", _REASON, last_day=facts.last_day)


def _why(*, has_reason: bool) -> Iterator[Reason]:
    if not has_reason:
        yield because("measure.needs-a-reason", _REASON)


def _locked(last_day: date, on: date, practice: NavPractice) -> Iterator[Reason]:
    if on > locked_from(last_day, practice):
        yield because("measure.ended-too-long-ago", _AS_NAV, months=practice.locked_after_months)


def _aim(facts: AimFacts) -> Iterator[Reason]:
    if not facts.decided_by_nav and facts.measure is MeasureKind.FOLLOW_UP:
        yield because("measure.nav-decides", "FOR-2015-12-11-1598 §1-5")
    elif not facts.decided_by_nav:
        yield because("measure.nav-decides", "FOR-2023-06-20-1073 §1-4")
    if facts.aim_before is facts.aim_after:
        yield because("measure.aim-is-the-same", _REASON)
    if not facts.first_start <= facts.changed_on <= facts.last_day:
        yield because("measure.aim-outside", _REASON, first=facts.first_start, last=facts.last_day)


def _can_be_taken_up(facts: ReopeningFacts) -> Iterator[Reason]:
    if facts.state is not ParticipationState.NOT_CURRENT:
        yield because("measure.only-not-current", _AS_NAV)
    if facts.has_newer:
        yield because("measure.newer-exists", _AS_NAV)
