"""Lines of follow-along support: before a job, in it, and when it ends (fidelity 23)."""

from collections.abc import Iterator
from datetime import date, timedelta

from fotfeste.domain.agenda.asked import Asked, line
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.course import CourseStage
from fotfeste.domain.employment import Employment, is_possible, is_under_way
from fotfeste.domain.support import (
    ContactKind,
    DueContact,
    FollowAlongRhythm,
    contact_after_loss_by,
    first_contact_by,
    next_contact,
)
from fotfeste.domain.verdict import Reason, because


def lines(asked: Asked) -> Iterator[Line]:
    """What the job, past, present or coming, asks for."""
    jobs = [job for job in asked.facts.jobs if is_possible(job)]
    yield from _before_start(asked, jobs)
    yield from _in_job(asked, jobs)
    yield from _job_ends(asked, jobs)
    yield from _after_loss(asked, jobs)


def _has_begun_anew(asked: Asked, jobs: list[Employment], end: date) -> bool:
    """Whether another job has begun after the one that was lost: then its contacts are what is next."""
    if asked.stage is not CourseStage.IN_JOB:
        return False
    current = [job.started_on for job in jobs if is_under_way(job, on=asked.on)]
    return not current or any(day is None or day > end for day in current)


def _before_start(asked: Asked, jobs: list[Employment]) -> Iterator[Line]:
    """Meet in the last days before a job starts; once done, the first contact after the start is next."""
    starts = [job.started_on for job in jobs if job.started_on is not None and job.started_on > asked.on]
    if not starts:
        return
    start = min(starts)
    opens = start - timedelta(days=asked.rules.support.days_before_start)
    if any(opens <= day < start for day in asked.facts.job_contacts):
        due, days = first_contact_by(start, asked.rules.support), asked.rules.support.days_after_start
        why = because("support.first-contact", "fidelity 23", started_on=start, days=days)
        yield line(asked, [why], Act.LOG_CONTACT, due=due, not_before=start)
    else:
        why = because("support.before-start", "fidelity 23", started_on=start)
        yield line(asked, [why], Act.LOG_CONTACT, due=start, not_before=opens)


def _in_job(asked: Asked, jobs: list[Employment]) -> Iterator[Line]:
    """In touch soon after the start, often the first month, then regularly the first year."""
    facts, rhythm = asked.facts, asked.rules.support
    current = [job for job in jobs if is_under_way(job, on=asked.on)]
    if not current:
        return
    due = (next_contact(job, facts.job_contacts, rhythm, known_from=facts.brought_in_on) for job in current)
    contact = min(filter(None, due), key=_soonest, default=None)
    if contact is not None:
        yield line(asked, _why(contact, rhythm), Act.LOG_CONTACT, due=contact.due)


def _soonest(contact: DueContact) -> tuple[date, int]:
    """Of two jobs the one that asks first; the newer one where both ask for the same day."""
    return contact.due, -contact.started_on.toordinal()


def _why(contact: DueContact, rhythm: FollowAlongRhythm) -> list[Reason]:
    start = contact.started_on
    if contact.kind is ContactKind.FIRST:
        days = rhythm.days_after_start
        return [because("support.first-contact", "fidelity 23", started_on=start, days=days)]
    if contact.kind is ContactKind.OFTEN:
        why = because("support.weekly", "fidelity 23", started_on=start)
    else:
        why = because("support.monthly", "fidelity 23", started_on=start)
    return [why, _last_contact(contact)]


def _last_contact(contact: DueContact) -> Reason:
    if contact.last_on is None:
        return because("support.last-contact-unknown", "house §imported-statements")
    return because("support.last-contact", "fidelity 23", last_on=contact.last_on)


def _job_ends(asked: Asked, jobs: list[Employment]) -> Iterator[Line]:
    """A job whose end is known: talk about what comes then, before it ends."""
    ends = [job.ended_on for job in jobs if is_under_way(job, on=asked.on) and job.ended_on is not None]
    if ends:
        end = min(ends)
        yield line(
            asked, [because("support.job-ends", "fidelity 23", ended_on=end)], Act.LOG_CONTACT, due=end
        )


def _after_loss(asked: Asked, jobs: list[Employment]) -> Iterator[Line]:
    """fidelity 23, 9: in touch soon after a job has ended, whatever the reason."""
    ends = [job.ended_on for job in jobs if job.ended_on is not None and job.ended_on < asked.on]
    if not ends or _has_begun_anew(asked, jobs, max(ends)):
        return
    end = max(ends)
    if not asked.is_known_time(end) or any(day >= end for day in asked.facts.job_contacts):
        return
    days = asked.rules.support.days_after_job_loss
    why = because("support.after-job-loss", "fidelity 23", ended_on=end, days=days)
    yield line(asked, [why], Act.LOG_CONTACT, due=contact_after_loss_by(end, asked.rules.support))
