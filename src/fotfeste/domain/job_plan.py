"""The job development plan: wishes first, then goals, employers, activities, and how much help (I §6).

Versions: nothing is overwritten. What the jobseeker has withdrawn nobody uses, and it stays as what it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.dates import add_months
from fotfeste.domain.verdict import Verdict, because

_SOURCE = "house §job-plan"


class Wish(StrEnum):
    """What can be wished of a job, in the order it is asked (W-06)."""

    WORK = "work"
    LINE_OF_BUSINESS = "line_of_business"
    PLACE = "place"
    TRAVEL = "travel"
    HOURS = "hours"
    ENVIRONMENT = "environment"


class HelpArea(StrEnum):
    """What one can have help with on the way to a job (I §6.2)."""

    APPLICATION = "application"
    EMPLOYER_CONTACT = "employer_contact"
    INTERVIEW_PRACTICE = "interview_practice"
    HARD_QUESTIONS = "hard_questions"
    PRESENCE = "presence"
    ALTERNATIVES = "alternatives"


class HelpDegree(StrEnum):
    """Who does it."""

    SELF = "self"
    TOGETHER = "together"
    SPECIALIST = "specialist"


class Responsible(StrEnum):
    """Who has taken on an activity."""

    JOBSEEKER = "jobseeker"
    SPECIALIST = "specialist"
    CLINICIAN = "clinician"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PlanActivity:
    """Something that is agreed and not yet done. `activity` is its key."""

    activity: str
    due_on: date | None
    responsible: Responsible = Responsible.SPECIALIST


@dataclass(frozen=True, slots=True)
class JobPlan:
    """The plan as the agenda knows it. `withdrawn_on`: taken back, and there is no other yet."""

    written_on: date | None = None
    help_clarified_on: date | None = None
    activities: tuple[PlanActivity, ...] = ()
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class JobPlanRhythm:
    """After how many months it is clarified again how much help is wanted (I §6.1)."""

    help_again_months: int


def clarify_help_by(plan: JobPlan, rhythm: JobPlanRhythm) -> date | None:
    """The day to clarify the degree of help again; None where it has not been clarified at all."""
    if plan.help_clarified_on is None:
        return None
    return add_months(plan.help_clarified_on, rhythm.help_again_months)


def says_something(words: Iterable[str]) -> Verdict:
    """Why a version cannot be kept: nothing stands in it."""
    return () if any(word.strip() for word in words) else (because("job-plan.empty", _SOURCE),)
