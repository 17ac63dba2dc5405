"""What this app tells the agenda: what the jobseeker has said and nobody has answered."""

from collections import defaultdict

from fotfeste.apps.agenda.registry import Facts, Question
from fotfeste.apps.remarks import models
from fotfeste.domain.remarks import Remark


def tell(question: Question) -> dict[int, Facts]:
    """The unanswered remarks of each person, the oldest first."""
    found: defaultdict[int, list[Remark]] = defaultdict(list)
    waiting = models.Remark.objects.filter(person_id__in=question.people, answered_on=None)
    for row in waiting.order_by("said_on", "pk").only("person_id", "public_id", "said_on"):
        found[row.person_id].append(Remark(row.public_id.hex, row.said_on))
    return {person: {"remarks": tuple(found[person])} for person in question.people}
