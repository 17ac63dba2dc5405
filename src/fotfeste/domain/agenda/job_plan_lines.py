"""Lines of the job development plan: what is agreed, how much help, and a plan taken back (I §6.1)."""

from collections.abc import Iterator

from fotfeste.domain.agenda.asked import Asked, line
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.course import CourseStage
from fotfeste.domain.job_plan import JobPlan, clarify_help_by
from fotfeste.domain.verdict import because

_SOURCE = "house §job-plan"


def lines(asked: Asked) -> Iterator[Line]:
    """Nothing for somebody who has never had a plan: the guideline leaves the moment to the two of them."""
    plan = asked.facts.job_plan
    if plan is None:
        return
    if plan.withdrawn_on is not None:
        why = because("job-plan.withdrawn", _SOURCE, withdrawn_on=plan.withdrawn_on)
        yield line(asked, [why], Act.WRITE_JOB_PLAN)
        return
    for activity in plan.activities:
        if activity.due_on is not None:
            why = because("job-plan.activity", _SOURCE, due_on=activity.due_on)
            yield line(asked, [why], Act.FINISH_ACTIVITY, due=activity.due_on, about=activity.activity)
    if asked.stage is CourseStage.JOB_SEARCH:
        yield from _help(asked, plan)


def _help(asked: Asked, plan: JobPlan) -> Iterator[Line]:
    """I-6.1: how much help is wanted varies, and is clarified again at intervals."""
    due = clarify_help_by(plan, asked.rules.job_plan)
    if due is None:
        yield line(asked, [because("job-plan.agree-help", "I §6.1")], Act.AGREE_HELP)
    elif plan.help_clarified_on is not None:
        why = because("job-plan.clarify-help-again", "I §6.1", clarified_on=plan.help_clarified_on)
        yield line(asked, [why], Act.AGREE_HELP, due=due)
