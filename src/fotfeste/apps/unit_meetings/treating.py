"""Which treatment team treats whom: the unit of the clinician's relation, else where the clinician works."""

from datetime import date

from django.db.models import Q, QuerySet

from fotfeste.apps.people.acting import in_force, standing
from fotfeste.apps.people.models import Membership, Relation, Unit
from fotfeste.apps.people.models.units import UnitKind
from fotfeste.domain.permissions import RelationKind, Role


def treating_relations(*, on: date) -> QuerySet[Relation]:
    """Every clinician's relation that holds that day."""
    return Relation.objects.filter(standing(on), kind=RelationKind.CLINICIAN)


def treated_in(team: int, *, on: date) -> QuerySet[Relation]:
    """Those of them that are of this treatment team (row id)."""
    here = Membership.objects.filter(in_force(on), unit=team, role=Role.CLINICIAN)
    return treating_relations(on=on).filter(Q(unit=team) | Q(unit=None, account__in=here.values("account")))


def teams_that_treat(relations: QuerySet[Relation], *, on: date) -> list[Unit]:
    """The treatment teams behind these relations, by name."""
    roles = Membership.objects.filter(
        in_force(on), role=Role.CLINICIAN, account__in=relations.filter(unit=None).values("account")
    )
    rows = Unit.objects.filter(
        Q(pk__in=relations.values("unit")) | Q(pk__in=roles.values("unit")), kind=UnitKind.TREATMENT_TEAM
    )
    return list(rows.order_by("name", "pk"))
