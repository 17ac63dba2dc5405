"""Finding what is considered, said and decided about a discharge; still sealed."""

from fotfeste.apps.discharge.facts import fact_of
from fotfeste.apps.discharge.models import Consideration, Consultation, Discharge
from fotfeste.apps.people.models import Person, Relation
from fotfeste.domain.discharge import Considered, Consulted
from fotfeste.domain.permissions import RelationKind


def considered(person: Person) -> Consideration | None:
    """What is considered now, if anything."""
    rows = Consideration.objects.filter(person=person, closed_on=None).select_related(
        "episode", "opened_by", "person"
    )
    return rows.first()


def consultations_of(consideration: Consideration | None) -> dict[Consulted, Consultation]:
    """Those asked or talked with, by who they are."""
    if consideration is None:
        return {}
    rows = consideration.consultations.select_related("answered_by", "asked_by")
    return {Consulted(row.consulted): row for row in rows}


def discharges_of(person: Person) -> list[Discharge]:
    """Every decision, the newest first."""
    rows = Discharge.objects.filter(person=person).select_related("decided_by", "episode")
    return list(rows.order_by("-discharged_on", "-pk"))


def clinician_is_known(person: Person) -> bool:
    """Whether somebody is known to treat the person."""
    return Relation.objects.filter(person=person, kind=RelationKind.CLINICIAN, ended_at=None).exists()


def considered_fact(row: Consideration) -> Considered:
    """What is considered, as the rules want it."""
    held = {who for who, each in consultations_of(row).items() if each.held_on is not None}
    return fact_of(row, held, has_clinician=clinician_is_known(row.person))
