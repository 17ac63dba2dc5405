"""What the agenda hears of the job development plan: nothing of one that is withdrawn but that it is."""

from collections import defaultdict
from collections.abc import Sequence

from fotfeste.apps.plans.models_job_plan import HelpAgreed, JobPlan, JobPlanActivity
from fotfeste.domain import job_plan


def job_plans(people: Sequence[int]) -> dict[int, job_plan.JobPlan]:
    """The newest plan of each person who has or had one."""
    newest = {row.person_id: row for row in JobPlan.objects.filter(person_id__in=people).order_by("pk")}
    used = [row.pk for row in newest.values() if row.withdrawn_at is None]
    open_activities: dict[int, list[job_plan.PlanActivity]] = defaultdict(list)
    rows = JobPlanActivity.objects.filter(plan__in=used, done_on=None, dropped_on=None) if used else ()
    for row in rows:
        found = job_plan.PlanActivity(row.public_id.hex, row.due_on, job_plan.Responsible(row.responsible))
        open_activities[row.plan_id].append(found)
    rows_of_help = HelpAgreed.objects.filter(plan__in=used).order_by("clarified_on", "pk") if used else ()
    helped = {row.plan_id: row.clarified_on for row in rows_of_help}
    return {
        person: job_plan.JobPlan(
            written_on=plan.begun_on,
            help_clarified_on=helped.get(plan.pk),
            activities=tuple(sorted(open_activities[plan.pk], key=lambda each: each.activity)),
            withdrawn_on=plan.withdrawn_on,
        )
        for person, plan in newest.items()
    }
