"""What this app tells the agenda: jobs."""

from collections import defaultdict

from fotfeste.apps.agenda.registry import Facts, Question
from fotfeste.apps.employment import models
from fotfeste.apps.employment.selectors import job_fact
from fotfeste.domain import employment


def tell(question: Question) -> dict[int, Facts]:
    """The jobs of each person, in order."""
    jobs: dict[int, list[employment.Employment]] = defaultdict(list)
    rows = models.Employment.objects.filter(person_id__in=question.people).select_related("employer")
    for row in rows.order_by("started_on", "pk"):
        jobs[row.person_id].append(job_fact(row))
    return {person: {"jobs": tuple(jobs[person])} for person in question.people}
