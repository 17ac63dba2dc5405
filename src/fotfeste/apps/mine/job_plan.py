"""One's own job development plan."""

from datetime import date, datetime

from fotfeste.apps.around.own import own_record
from fotfeste.apps.caseload.job_plan import JobPlanFound, job_plan_found
from fotfeste.apps.caseload.person import Look
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.permissions import Permission


def access_my_job_plan(acting: Acting, *, at: datetime, on: date) -> JobPlanFound:
    """My plan, with everything that hangs on it."""
    with own_record(acting, Permission.WISHES_READ, at=at, area="job_plan") as found:
        return job_plan_found(found, Look(acting, found.person.public_id, at, on))
