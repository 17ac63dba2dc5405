"""Where somebody stands in the course of support. Derived from facts and dates, never set by hand.

One table says what each event means in each stage; an event without meaning in a stage changes nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple

from fotfeste.domain.employment import Employment, working_spells


class CourseStage(StrEnum):
    """The stages of the course. (Not an inclusion phase, which is another source's word.)"""

    REFERRED = "referred"
    START_UP = "start_up"
    JOB_SEARCH = "job_search"
    IN_JOB = "in_job"
    DISCHARGED = "discharged"


class CourseEvent(StrEnum):
    """What can move somebody from one stage to another."""

    START_UP_HELD = "start_up_held"
    SEARCH_BEGAN = "search_began"
    JOB_ENDED = "job_ended"
    JOB_STARTED = "job_started"
    DISCHARGED = "discharged"


NEXT: Mapping[tuple[CourseStage, CourseEvent], CourseStage] = {
    (CourseStage.REFERRED, CourseEvent.START_UP_HELD): CourseStage.START_UP,
    (CourseStage.REFERRED, CourseEvent.SEARCH_BEGAN): CourseStage.JOB_SEARCH,
    (CourseStage.REFERRED, CourseEvent.JOB_STARTED): CourseStage.IN_JOB,
    (CourseStage.START_UP, CourseEvent.SEARCH_BEGAN): CourseStage.JOB_SEARCH,
    (CourseStage.START_UP, CourseEvent.JOB_STARTED): CourseStage.IN_JOB,
    (CourseStage.JOB_SEARCH, CourseEvent.JOB_STARTED): CourseStage.IN_JOB,
    (CourseStage.IN_JOB, CourseEvent.JOB_ENDED): CourseStage.JOB_SEARCH,
} | {
    (stage, CourseEvent.DISCHARGED): CourseStage.DISCHARGED
    for stage in CourseStage
    if stage is not CourseStage.DISCHARGED
}
"""I §3: start-up, then job search until there is a job. I §7.3: coming back takes a new referral."""

_ALWAYS = date.min
"""The day of an event whose day nobody knows: it has happened, before anything that is dated."""


@dataclass(frozen=True, slots=True)
class CourseFacts:
    """The days that decide the stage. An empty tuple: nothing of the kind is known to have happened.

    `start_up_on` are the days start-up meetings were held. `search_on` are days that show that job search has
    begun: the start-up finished, a career profile, a contact with an employer.
    """

    referred_on: date | None = None
    start_up_on: tuple[date, ...] = ()
    search_on: tuple[date, ...] = ()
    jobs: tuple[Employment, ...] = ()
    discharged_on: date | None = None


class Standing(NamedTuple):
    """A stage, and the day it began; `since` is None where that day is not known."""

    stage: CourseStage
    since: date | None


class StageSpan(NamedTuple):
    """A stage, the day it began (None: not known) and the last before the next (None while it lasts)."""

    stage: CourseStage
    since: date | None
    until: date | None


def after(stage: CourseStage, event: CourseEvent) -> CourseStage | None:
    """The next stage, or None where the event has no meaning in this one."""
    return NEXT.get((stage, event))


def standing(facts: CourseFacts, *, on: date) -> Standing:
    """The stage somebody stands in on a day, and since when (I §3, §7; house §course-stage)."""
    return _standings(facts, on=on)[-1]


def stage_spans(facts: CourseFacts, *, on: date) -> list[StageSpan]:
    """Every stage so far, in order, with its days. The last one lasts, unless the course is over."""
    found = _standings(facts, on=on)
    ends = [_day_before(each.since) for each in found[1:]]
    return [StageSpan(*each, until) for each, until in zip(found, [*ends, None], strict=True)]


def days_in_stage(now: Standing, *, on: date) -> int | None:
    """Whole days since the stage began; None where that day is not known."""
    return None if now.since is None else (on - now.since).days


def coming_changes(facts: CourseFacts, *, on: date) -> list[date]:
    """The days after `on` on which the stage may change without a new fact."""
    return [day for day, _ in _events(facts) if day > on]


def _standings(facts: CourseFacts, *, on: date) -> list[Standing]:
    found = [Standing(CourseStage.REFERRED, facts.referred_on)]
    for day, event in sorted(_events(facts), key=itemgetter(0)):
        stage = NEXT.get((found[-1].stage, event)) if day <= on else None
        if stage is not None:
            found.append(Standing(stage, None if day == _ALWAYS else day))
    return found


def _day_before(day: date | None) -> date | None:
    return None if day is None else day - timedelta(days=1)


def _events(facts: CourseFacts) -> Iterable[tuple[date, CourseEvent]]:
    yield from ((day, CourseEvent.START_UP_HELD) for day in facts.start_up_on)
    yield from ((day, CourseEvent.SEARCH_BEGAN) for day in facts.search_on)
    for first, last in working_spells(facts.jobs):
        yield first or _ALWAYS, CourseEvent.JOB_STARTED
        if last is not None:
            yield last + timedelta(days=1), CourseEvent.JOB_ENDED
    if facts.discharged_on is not None:
        yield facts.discharged_on, CourseEvent.DISCHARGED
