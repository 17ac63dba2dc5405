"""One question to the agenda: the facts, the day, the guideline, and what follows from them at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from fotfeste.domain.agenda.facts import JobseekerFacts, Link
from fotfeste.domain.agenda.guideline import Guideline
from fotfeste.domain.agenda.line import Act, Line, LineState, state_of, turning_days
from fotfeste.domain.clearing_up import put_off
from fotfeste.domain.course import CourseFacts, CourseStage, coming_changes, standing
from fotfeste.domain.job_support import coming_turns
from fotfeste.domain.permissions import Role
from fotfeste.domain.startup import first_meeting_on
from fotfeste.domain.verdict import Reason, because


@dataclass(frozen=True, slots=True)
class Asked:
    """What the groups of lines are asked with."""

    facts: JobseekerFacts
    on: date
    rules: Guideline
    stage: CourseStage
    first_meeting_on: date | None
    turns: tuple[date, ...]
    role: Role

    @property
    def was_brought_in(self) -> bool:
        """Whether the person came from a list, so that the past may be missing."""
        return self.facts.brought_in_on is not None

    def is_known_time(self, day: date) -> bool:
        """Whether the person was followed here that day, so that silence means that nothing happened."""
        return self.facts.brought_in_on is None or day >= self.facts.brought_in_on


def ask(facts: JobseekerFacts, *, on: date, rules: Guideline) -> Asked:
    """Work out once what every group of lines needs."""
    course = course_facts(facts)
    return Asked(
        facts=facts,
        on=on,
        rules=rules,
        stage=standing(course, on=on).stage,
        first_meeting_on=first_meeting_on(facts.start_up),
        turns=(
            *coming_changes(course, on=on),
            *put_off(facts.open_questions, on=on).values(),
            *coming_turns(facts.job_supports, rules.job_support),
        ),
        role=_who_answers(facts),
    )


def course_facts(facts: JobseekerFacts) -> CourseFacts:
    """The days that decide the course stage. Job search has begun when the start-up is finished, there is a
    career profile, or an employer was contacted (house §course-stage).
    """
    start_up = facts.start_up
    search = [profile.dated_on for profile in facts.profiles]
    search += [day for day in (start_up.finished_on, facts.first_employer_contact_on) if day is not None]
    return CourseFacts(
        referred_on=facts.referral.referred_on,
        start_up_on=tuple(meeting.held_on for meeting in start_up.meetings),
        search_on=tuple(search),
        jobs=facts.jobs,
        discharged_on=facts.discharged_on,
    )


def line(
    asked: Asked,
    why: Sequence[Reason],
    act: Act,
    *,
    due: date | None = None,
    not_before: date | None = None,
    about: str = "",
    role: Role | None = None,
) -> Line:
    """A line whose code is that of its first reason. Before `not_before` it only waits."""
    coming = asked.rules.horizon.coming_days
    state, turns = state_of(due, on=asked.on, coming_days=coming), turning_days(due, coming)
    if not_before is not None and asked.on < not_before:
        state, turns = LineState.WAITING, (not_before,)
    return Line(
        code=why[0].code,
        due=due,
        state=state,
        why=tuple(why),
        act=act,
        ask_again_at=next_day((*turns, *asked.turns), asked.on),
        for_role=role or asked.role,
        about=about,
    )


def come_back(asked: Asked) -> list[Reason]:
    """I-7.3: what was said in an earlier course does not hold until it is gone through again."""
    until = asked.facts.earlier_course_until
    return [] if until is None else [because("return.gone-through-again", "I §7", ended_on=until)]


def next_day(days: Iterable[date], on: date) -> date | None:
    """The first of the days that comes after `on`."""
    return min((day for day in days if day > on), default=None)


def _who_answers(facts: JobseekerFacts) -> Role:
    """The specialist, or the supervisor while there is none to ask."""
    has_specialist = facts.around.specialist in (Link.LINKED, Link.NAMED)
    return Role.EMPLOYMENT_SPECIALIST if has_specialist else Role.IPS_SUPERVISOR
