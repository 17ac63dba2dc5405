"""Lines of what the employer of a job needs (W-11)."""

from collections.abc import Iterator

from fotfeste.domain.agenda.asked import Asked, line
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.employer_needs import ask_again_by
from fotfeste.domain.job_support import JobSupport, is_over
from fotfeste.domain.method import asks_employer
from fotfeste.domain.verdict import because


def lines(asked: Asked) -> Iterator[Line]:
    """Each job that lasts or is agreed: asked at its start with Supported Employment, then again."""
    for job in asked.facts.job_supports:
        if not is_over(job, on=asked.on):
            yield from _first(asked, job) if job.needs_asked is None else _again(asked, job)


def _first(asked: Asked, job: JobSupport) -> Iterator[Line]:
    """Due the first day. Not asked of a job that began before the person was followed here."""
    if asks_employer(asked.facts.method) and asked.is_known_time(job.started_on):
        why = because("employer-needs.ask", "house §employer-needs", started_on=job.started_on)
        yield line(asked, [why], Act.ASK_EMPLOYER_NEEDS, due=job.started_on, about=job.job)


def _again(asked: Asked, job: JobSupport) -> Iterator[Line]:
    if job.needs_asked is None:
        return
    by_itself = asks_employer(asked.facts.method)
    due = ask_again_by(job.needs_asked, asked.rules.employer_needs, is_rhythm_followed=by_itself)
    if due is not None:
        asked_on = job.needs_asked.asked_on
        why = because("employer-needs.ask-again", "house §employer-needs", asked_on=asked_on)
        yield line(asked, [why], Act.ASK_EMPLOYER_NEEDS, due=due, about=job.job)
