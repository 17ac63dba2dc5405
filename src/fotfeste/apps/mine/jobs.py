"""One's own jobs."""

from datetime import date, datetime

from fotfeste.apps.around.own import own_record
from fotfeste.apps.caseload.jobs import Jobs, jobs_found
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.permissions import Permission


def access_my_jobs(acting: Acting, *, at: datetime, on: date) -> Jobs:
    """My jobs, and what is written about them."""
    with own_record(acting, Permission.EMPLOYMENT_READ, at=at, area="jobs") as found:
        return jobs_found(found, on=on)
