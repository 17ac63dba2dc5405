"""What is considered at every job start, and the job support plan: goals, how long, who follows up (W-09).

The source asks that both the plan and the agreement are considered, and that the answer and why are put
down. It gives no numbers: those here are the house's own.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fotfeste.domain.dates import add_months
from fotfeste.domain.employer_needs import NeedsAsked
from fotfeste.domain.permissions import Role
from fotfeste.domain.verdict import Reason, Verdict, because

_SOURCE = "house §job-support"
_A_DAY = timedelta(days=1)


class SupportChoice(StrEnum):
    """What was decided when it was considered (W-09)."""

    PLAN = "plan"
    AGREEMENT = "agreement"
    BOTH = "both"
    NEITHER = "neither"


class Helper(StrEnum):
    """Who follows up in the job."""

    SPECIALIST = "specialist"
    WORKPLACE = "workplace"
    CLINICIAN = "clinician"
    NAV = "nav"
    FAMILY = "family"
    OTHER = "other"


class SupportFrequency(StrEnum):
    """How often one of them follows up."""

    DAILY = "daily"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    WHEN_NEEDED = "when_needed"


class PlanReader(StrEnum):
    """Whom the person can choose to share the plan with. The employer sees only a part of its own."""

    CLINICIAN = "clinician"
    NAV_ADVISER = "nav_adviser"
    EMPLOYER = "employer"


@dataclass(frozen=True, slots=True)
class SupportPlanRhythm:
    """How many days before its end a plan is asked about, and after how many months it is looked at again."""

    ask_before_end_days: int
    look_again_months: int


@dataclass(frozen=True, slots=True)
class JobSupportPlan:
    """A plan in use, as the agenda knows it. `until` is None where no end is agreed."""

    written_on: date
    until: date | None = None
    look_again_on: date | None = None


@dataclass(frozen=True, slots=True)
class JobSupport:
    """One job, what was decided for it, and its plan. `choice` is None until it has been considered.

    `needs_asked` is the last time its employer was asked what it needs (W-11).
    """

    job: str
    started_on: date
    ended_on: date | None = None
    employer_name: str = ""
    choice: SupportChoice | None = None
    plan: JobSupportPlan | None = None
    needs_asked: NeedsAsked | None = None


def asks_for_plan(choice: SupportChoice | None) -> bool:
    """Whether it was decided that there shall be a job support plan."""
    return choice in (SupportChoice.PLAN, SupportChoice.BOTH)


def is_over(support: JobSupport, *, on: date) -> bool:
    """Whether the job has ended: then nothing is asked for it."""
    return support.ended_on is not None and support.ended_on < on


def look_again_by(plan: JobSupportPlan, rhythm: SupportPlanRhythm) -> date:
    """The day that was agreed, else by the rhythm."""
    return plan.look_again_on or add_months(plan.written_on, rhythm.look_again_months)


def ask_about_end_from(until: date, rhythm: SupportPlanRhythm) -> date:
    """The first day on which it is asked whether the plan goes on."""
    return until - timedelta(days=rhythm.ask_before_end_days)


def coming_turns(supports: Iterable[JobSupport], rhythm: SupportPlanRhythm) -> Iterator[date]:
    """The days on which what a job asks for changes by itself: it ends, its plan runs out."""
    for support in supports:
        if support.ended_on is not None:
            yield support.ended_on + _A_DAY
        if support.plan is not None and support.plan.until is not None:
            yield ask_about_end_from(support.plan.until, rhythm)
            yield support.plan.until + _A_DAY


def may_not_be_kept(*, words: Iterable[str], from_day: date, until: date | None) -> Verdict:
    """Why a version cannot be kept: it says nothing, or ends before it begins."""
    found: list[Reason] = []
    if not any(word.strip() for word in words):
        found.append(because("job-support.empty", _SOURCE))
    if until is not None and until < from_day:
        found.append(because("job-support.ends-before-start", _SOURCE, first=from_day, last=until))
    return tuple(found)


def may_not_be_extended(*, until: date | None, to_day: date) -> Verdict:
    """Why a plan cannot be extended to a day: it has no end, or the day is not after it."""
    if until is None:
        return (because("job-support.has-no-end", _SOURCE),)
    if to_day <= until:
        return (because("job-support.no-extension", _SOURCE, until=until, to_day=to_day),)
    return ()


_READS_AS = {Role.CLINICIAN: PlanReader.CLINICIAN, Role.NAV_ADVISER: PlanReader.NAV_ADVISER}


def is_shared_with(role: Role, chosen: Collection[PlanReader]) -> bool:
    """Whether the person has chosen that somebody in this role reads the plan."""
    return role in _READS_AS and _READS_AS[role] in chosen
