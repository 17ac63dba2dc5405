"""A lead: a job that might be one. How far it has come follows from what is recorded (I-3.2, I-6.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fotfeste.domain.verdict import Verdict, because


class LeadState(StrEnum):
    """How far a lead has come."""

    FOUND = "found"
    NOT_WANTED = "not_wanted"
    WANTED = "wanted"
    APPLIED = "applied"
    INTERVIEW = "interview"
    RESULT = "result"


class LeadResult(StrEnum):
    """What came of it."""

    JOB = "job"
    NO = "no"
    WITHDRAWN = "withdrawn"


class SentBy(StrEnum):
    """Who sent an application. What the specialist sends is contact on the jobseeker's behalf."""

    JOBSEEKER = "jobseeker"
    TOGETHER = "together"
    SPECIALIST = "specialist"


class HelpKind(StrEnum):
    """The help that is put on record (I-6.2)."""

    APPLICATION_AND_CV = "application_and_cv"
    EMPLOYER_CONTACT = "employer_contact"
    INTERVIEW_PRACTICE = "interview_practice"
    HARD_QUESTIONS = "hard_questions"
    AT_INTERVIEW = "at_interview"
    INSTEAD_OF_INTERVIEW = "instead_of_interview"
    OTHER = "other"


class SearchLevel(StrEnum):
    """How narrow the search has become: from a line of business to a company to a job (I-3.2)."""

    LINE = "line"
    COMPANY = "company"
    JOB = "job"


@dataclass(frozen=True, slots=True)
class Interview:
    """An interview. `interview` is its key; one that is held says so."""

    interview: str
    on: date
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """One lead. `wanted` is what the jobseeker has said: yes, no, or nothing yet."""

    lead: str
    found_on: date
    employer_name: str = ""
    wanted: bool | None = None
    applied_on: date | None = None
    answered_on: date | None = None
    interviews: tuple[Interview, ...] = ()
    result: LeadResult | None = None


@dataclass(frozen=True, slots=True)
class ApplicationRhythm:
    """After how many days without an answer an application is asked about."""

    ask_after_days: int


def state_of(lead: Lead) -> LeadState:
    """How far it has come. A result ends it; before that a no from the jobseeker counts at once."""
    if lead.result is not None:
        return LeadState.RESULT
    if lead.wanted is False:
        return LeadState.NOT_WANTED
    if lead.interviews:
        return LeadState.INTERVIEW
    if lead.applied_on is not None:
        return LeadState.APPLIED
    return LeadState.WANTED if lead.wanted else LeadState.FOUND


def is_open(lead: Lead) -> bool:
    """Whether something can still come of it."""
    return state_of(lead) not in (LeadState.RESULT, LeadState.NOT_WANTED)


def may_not_go_on(lead: Lead) -> Verdict:
    """Why nothing more is done with it: it has ended, or the jobseeker does not want it."""
    if lead.result is not None:
        return (because("job-search.has-ended", "house §job-search"),)
    if lead.wanted is False:
        return (because("job-search.not-wanted", "house §job-search"),)
    return ()


def ask_about_answer_on(lead: Lead, rhythm: ApplicationRhythm) -> date | None:
    """The day an application is asked about; None where there is nothing to ask."""
    if lead.applied_on is None or lead.answered_on is not None or lead.interviews or not is_open(lead):
        return None
    return lead.applied_on + timedelta(days=rhythm.ask_after_days)


def narrowed_to(levels: Iterable[SearchLevel]) -> SearchLevel | None:
    """The narrowest level that something is chosen at; None while nothing is."""
    chosen = set(levels)
    return next((level for level in reversed(SearchLevel) if level in chosen), None)


def days_to_first_meeting(entered_on: date | None, met_on: Iterable[date]) -> int | None:
    """Days from entry to the first meeting face to face with an employer (fidelity 15); None if unknown.

    A meeting before the entry belongs to an earlier course and is left out.
    """
    if entered_on is None:
        return None
    days = [day for day in met_on if day >= entered_on]
    return (min(days) - entered_on).days if days else None
