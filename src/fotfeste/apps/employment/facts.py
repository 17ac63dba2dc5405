"""What this app tells the agenda: jobs, and what was decided about support in each."""

from collections import defaultdict

from fotfeste.apps.agenda.registry import Facts, Question
from fotfeste.apps.employment import models
from fotfeste.apps.employment.selectors import job_fact
from fotfeste.apps.employment.selectors_support import support_fact, with_support
from fotfeste.domain import employment, job_support


def tell(question: Question) -> dict[int, Facts]:
    """The jobs of each person, in order."""
    jobs: dict[int, list[employment.Employment]] = defaultdict(list)
    supports: dict[int, list[job_support.JobSupport]] = defaultdict(list)
    rows = models.Employment.objects.filter(person_id__in=question.people).select_related("employer")
    for row in with_support(rows).order_by("started_on", "pk"):
        jobs[row.person_id].append(job_fact(row))
        supports[row.person_id].append(support_fact(row))
    return {
        person: {"jobs": tuple(jobs[person]), "job_supports": tuple(supports[person])}
        for person in question.people
    }
