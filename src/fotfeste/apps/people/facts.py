"""What this app tells the agenda: who is around the person, and a handover that is going on or agreed."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from fotfeste.apps.agenda.registry import Facts, Question
from fotfeste.apps.people.acting import standing
from fotfeste.apps.people.models import Relation
from fotfeste.domain.agenda import Handover, Link, PeopleAround
from fotfeste.domain.permissions import RelationKind


def tell(question: Question) -> dict[int, Facts]:
    """The people around each person on the day asked about, and the specialist who comes after that day."""
    rows = Relation.objects.filter(
        standing(question.on) | _coming(question.on), person_id__in=question.people
    ).select_related("account")
    around: dict[int, list[Relation]] = {person: [] for person in question.people}
    for row in rows.order_by("from_day", "pk"):
        around[row.person_id].append(row)
    return {
        person: {"around": _people(relations, question.on), "handover": _handover(relations)}
        for person, relations in around.items()
    }


def _coming(on: date) -> Q:
    return Q(kind=RelationKind.EMPLOYMENT_SPECIALIST, from_day__gt=on, ended_at=None)


def _people(relations: Iterable[Relation], on: date) -> PeopleAround:
    here = [relation for relation in relations if relation.from_day <= on]
    return PeopleAround(
        specialist=_link(here, RelationKind.EMPLOYMENT_SPECIALIST),
        clinician=_link(here, RelationKind.CLINICIAN),
        nav_adviser=_link(here, RelationKind.NAV_ADVISER),
    )


def _link(relations: Iterable[Relation], kind: RelationKind) -> Link:
    of_kind = [relation for relation in relations if relation.kind == kind]
    if not of_kind:
        return Link.UNKNOWN
    return Link.LINKED if any(relation.account_id for relation in of_kind) else Link.NAMED


def _handover(relations: Iterable[Relation]) -> Handover | None:
    """From the one who leaves last to the one who stays, where their days overlap.

    Who follows the person again, after a discharge, hands nothing over to themselves.
    """
    specialists = [r for r in relations if r.kind == RelationKind.EMPLOYMENT_SPECIALIST and r.account]
    staying = [relation for relation in specialists if relation.until_day is None]
    here = {relation.account_id for relation in staying}
    leaving = [r for r in specialists if r.until_day is not None and r.account_id not in here]
    if not leaving or not staying:
        return None
    last, begins_on = max(leaving, key=lambda relation: relation.until_day or date.min), staying[0].from_day
    assert last.account is not None and last.until_day is not None  # noqa: S101, PT018  # both chosen for above
    if last.until_day < begins_on:
        return None
    return Handover(from_name=last.account.name, overlap_until=last.until_day, begins_on=begins_on)
