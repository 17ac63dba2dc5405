"""The agenda: what is next for one jobseeker, for whom, by when and why.

One file holds each group of lines; this one asks them all and puts the answers in order.
"""

from collections.abc import Iterable
from datetime import date

from fotfeste.domain.agenda import (
    consent_lines,
    discharge_lines,
    disclosure_lines,
    economy_lines,
    employer_lines,
    employer_needs_lines,
    handover_lines,
    hold_lines,
    job_plan_lines,
    job_support_lines,
    lead_lines,
    list_lines,
    meeting_lines,
    nav_lines,
    problem_lines,
    profile_lines,
    remark_lines,
    search_lines,
    startup_lines,
    support_lines,
)
from fotfeste.domain.agenda.asked import Asked, ask, course_facts
from fotfeste.domain.agenda.facts import Handover, JobseekerFacts, Link, PeopleAround
from fotfeste.domain.agenda.guideline import Guideline
from fotfeste.domain.agenda.line import Act, Line, LineState, sort_key
from fotfeste.domain.course import CourseStage, Standing, standing

__all__ = [
    "Act",
    "Guideline",
    "Handover",
    "JobseekerFacts",
    "Line",
    "LineState",
    "Link",
    "PeopleAround",
    "ask_again_on",
    "course_standing",
    "lines",
    "sort_key",
]

_GROUPS = (
    economy_lines.lines,
    problem_lines.lines,
    hold_lines.lines,
    remark_lines.lines,
    discharge_lines.lines,
    startup_lines.lines,
    consent_lines.lines,
    meeting_lines.lines,
    nav_lines.lines,
    profile_lines.lines,
    disclosure_lines.lines,
    employer_lines.lines,
    job_plan_lines.lines,
    search_lines.lines,
    lead_lines.lines,
    support_lines.lines,
    job_support_lines.lines,
    employer_needs_lines.lines,
    handover_lines.lines,
    list_lines.lines,
)


_ACTIVE_SEARCH = frozenset({search_lines.lines})
"""What waits while search is on hold (I §7). Contact, consent, and what is agreed with employers do not."""


def lines(facts: JobseekerFacts, *, on: date, rules: Guideline) -> tuple[Line, ...]:
    """Everything that is next for one jobseeker on that day, most pressing first.

    Nothing for somebody who is discharged. For a referral nobody has taken on: only that.
    """
    asked = ask(facts, on=on, rules=rules)
    if asked.stage is CourseStage.DISCHARGED:
        return ()
    if not facts.referral.is_accepted:
        return (startup_lines.referral_line(asked),)
    return tuple(sorted(_all(asked), key=sort_key))


def ask_again_on(found: Iterable[Line]) -> date | None:
    """The next day on which the rules must be asked again if no fact changes before; None if never."""
    return min((line.ask_again_at for line in found if line.ask_again_at is not None), default=None)


def course_standing(facts: JobseekerFacts, *, on: date) -> Standing:
    """The course stage of the jobseeker on that day, and since when."""
    return standing(course_facts(facts), on=on)


def _all(asked: Asked) -> Iterable[Line]:
    for group in _GROUPS:
        if asked.facts.hold is None or group not in _ACTIVE_SEARCH:
            yield from group(asked)
