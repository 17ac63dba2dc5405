"""Lines of what is considered at a job start, and of the job support plan (W-09)."""

from collections.abc import Iterator

from fotfeste.domain.agenda.asked import Asked, line
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.job_support import (
    JobSupport,
    JobSupportPlan,
    ask_about_end_from,
    asks_for_plan,
    is_over,
    look_again_by,
)
from fotfeste.domain.verdict import because

_SOURCE = "house §job-support"


def lines(asked: Asked) -> Iterator[Line]:
    """What each job that lasts or is agreed asks for."""
    for support in asked.facts.job_supports:
        if is_over(support, on=asked.on):
            continue
        if support.plan is not None:
            yield from _plan(asked, support, support.plan)
        elif asks_for_plan(support.choice):
            why = because("job-support.write-plan", "W §job-support", started_on=support.started_on)
            yield line(asked, [why], Act.WRITE_SUPPORT_PLAN, about=support.job)
        elif support.choice is None:
            yield from _consider(asked, support)


def _consider(asked: Asked, support: JobSupport) -> Iterator[Line]:
    """W-09: due the first day. Not asked of a job that began before the person was followed here."""
    if asked.is_known_time(support.started_on):
        why = because("job-support.consider", "W §job-support", started_on=support.started_on)
        yield line(asked, [why], Act.CONSIDER_JOB_SUPPORT, due=support.started_on, about=support.job)


def _plan(asked: Asked, support: JobSupport, plan: JobSupportPlan) -> Iterator[Line]:
    """One line at a time: the day to look again while that comes first, then the end."""
    rhythm, look = asked.rules.job_support, look_again_by(plan, asked.rules.job_support)
    opens = None if plan.until is None else ask_about_end_from(plan.until, rhythm)
    if plan.until is None or opens is None or (look < plan.until and asked.on < opens):
        why = because("job-support.look-again", _SOURCE, written_on=plan.written_on)
        yield line(asked, [why], Act.WRITE_SUPPORT_PLAN, due=look, about=support.job)
    elif asked.on <= plan.until:
        why = because("job-support.runs-out", _SOURCE, until=plan.until)
        yield line(asked, [why], Act.EXTEND_SUPPORT_PLAN, due=plan.until, not_before=opens, about=support.job)
    else:
        why = because("job-support.has-run-out", _SOURCE, until=plan.until)
        yield line(asked, [why], Act.EXTEND_SUPPORT_PLAN, due=plan.until, about=support.job)
