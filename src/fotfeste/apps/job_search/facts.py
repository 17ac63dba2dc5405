"""What this app tells the agenda: the leads that something can still come of."""

from fotfeste.apps.agenda.registry import Facts, Question
from fotfeste.apps.job_search.selectors import lead_fact, leads_of_many


def tell(question: Question) -> dict[int, Facts]:
    """The open leads of each person."""
    leads = leads_of_many(question.people)
    return {person: {"leads": tuple(map(lead_fact, leads[person]))} for person in question.people}
