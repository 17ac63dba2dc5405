"""What this app tells the agenda: jobs."""

from collections import defaultdict

from fotfeste.apps.agenda.registry import Facts, Question
from fotfeste.apps.employment import models
from fotfeste.domain import employment


def tell(question: Question) -> dict[int, Facts]:
    """The jobs of each person, in order."""
    jobs: dict[int, list[employment.Employment]] = defaultdict(list)
    rows = models.Employment.objects.filter(person_id__in=question.people).select_related("employer")
    for row in rows.order_by("started_on", "pk"):
        jobs[row.person_id].append(
            employment.Employment(
                started_on=row.started_on,
                ended_on=row.ended_on,
                percent=row.percent,
                employer_name=row.employer.name if row.employer else "",
                is_brought_in=row.is_brought_in,
            )
        )
    return {person: {"jobs": tuple(jobs[person])} for person in question.people}
