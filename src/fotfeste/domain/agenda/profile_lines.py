"""Lines of the career profile (I §4.2; fidelity 14)."""

from collections.abc import Iterator
from datetime import date

from fotfeste.domain.agenda.asked import Asked, line
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.career_profile import CareerProfileVersion, newest, unseen_comment_on
from fotfeste.domain.course import CourseStage
from fotfeste.domain.employment import is_possible
from fotfeste.domain.method import asks_clinician
from fotfeste.domain.verdict import because


def lines(asked: Asked) -> Iterator[Line]:
    """Started, gone through with the clinician, the comment seen, kept up after a job."""
    profile = newest(asked.facts.profiles)
    yield from _start(asked, profile)
    yield from _review(asked, profile)
    yield from _comment(asked)
    yield from _update(asked, profile)


def _start(asked: Asked, profile: CareerProfileVersion | None) -> Iterator[Line]:
    """I-4.2b: the profile is begun in the start-up; it is what the job search rests on."""
    is_time = asked.stage is CourseStage.START_UP
    is_late = asked.stage is CourseStage.JOB_SEARCH and not asked.was_brought_in
    if profile is None and (is_time or is_late):
        yield line(asked, [because("profile.start", "I §4.2")], Act.START_PROFILE)


def _review(asked: Asked, profile: CareerProfileVersion | None) -> Iterator[Line]:
    """I-4.2b: the profile is gone through with the clinician. Of a list's profile we do not know."""
    if profile is None or profile.is_brought_in or profile.reviewed_on is not None:
        return
    if asked.stage is CourseStage.JOB_SEARCH and asks_clinician(asked.facts.method):
        why = because("profile.review-with-clinician", "I §4.2", dated_on=profile.dated_on)
        yield line(asked, [why], Act.REVIEW_PROFILE)


def _comment(asked: Asked) -> Iterator[Line]:
    """I-4.2b: what the clinician wrote reaches the specialist, also when the profile was changed since."""
    commented_on = unseen_comment_on(asked.facts.profiles)
    if commented_on is not None:
        why = because("profile.see-comment", "I §4.2", commented_on=commented_on)
        yield line(asked, [why], Act.SEE_PROFILE_COMMENT)


def _update(asked: Asked, profile: CareerProfileVersion | None) -> Iterator[Line]:
    """fidelity 14: what a job taught goes into the profile, after every job."""
    ended_on = _last_job_end(asked)
    if ended_on is None or not asked.is_known_time(ended_on):
        return
    if profile is not None and profile.dated_on <= ended_on:
        why = because("profile.update-after-job", "fidelity 14", ended_on=ended_on)
        yield line(asked, [why], Act.UPDATE_PROFILE)


def _last_job_end(asked: Asked) -> date | None:
    ends = (job.ended_on for job in asked.facts.jobs if is_possible(job))
    return max((day for day in ends if day is not None and day < asked.on), default=None)
