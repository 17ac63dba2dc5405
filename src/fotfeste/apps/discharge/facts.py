"""What this app tells the agenda: a discharge that is considered, and what is still to be talked through."""

from collections import defaultdict
from collections.abc import Collection

from fotfeste.apps.agenda.registry import Facts, Question
from fotfeste.apps.discharge.models import Consideration, Consultation
from fotfeste.apps.people.models import Relation
from fotfeste.domain.discharge import Considered, Consulted
from fotfeste.domain.method import Method
from fotfeste.domain.permissions import RelationKind


def tell(question: Question) -> dict[int, Facts]:
    """What is considered for each person now."""
    rows = list(
        Consideration.objects.filter(person_id__in=question.people, closed_on=None).select_related("episode")
    )
    if not rows:
        return {}
    held: dict[int, set[str]] = defaultdict(set)
    asked = Consultation.objects.filter(consideration__in=rows, held_on__isnull=False)
    for consideration, consulted in asked.values_list("consideration_id", "consulted"):
        held[consideration].add(consulted)
    people = [row.person_id for row in rows]
    treated = set(
        Relation.objects.filter(person_id__in=people, kind=RelationKind.CLINICIAN, ended_at=None).values_list(
            "person_id", flat=True
        )
    )
    return {
        row.person_id: {
            "discharge_considered": fact_of(row, held[row.pk], has_clinician=row.person_id in treated)
        }
        for row in rows
    }


def fact_of(row: Consideration, held: Collection[str], *, has_clinician: bool) -> Considered:
    """As the rules want it. `held`: with whom it has been talked through."""
    return Considered(
        since=row.opened_on,
        is_heard=bool(row.sealed_jobseeker or row.sealed_tried),
        has_supervisor_view=Consulted.SUPERVISOR in held,
        has_clinician_view=Consulted.CLINICIAN in held,
        has_clinician=has_clinician,
        method=Method(row.episode.method),
    )
