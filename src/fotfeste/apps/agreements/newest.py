"""Which agreement of a person counts."""

from uuid import UUID

from fotfeste.apps.agreements.models import Agreement
from fotfeste.apps.consents.door import Found
from fotfeste.apps.people.models import Person
from fotfeste.domain.verdict import Refused, because


def agreement_of(person: Person) -> Agreement | None:
    """The person's open agreement, or the newest that is over."""
    rows = Agreement.objects.filter(person=person).select_related("office", "employer", "decided_by")
    return rows.filter(ended_on=None, lapsed_on=None).order_by("-pk").first() or rows.order_by("-pk").first()


def agreement_called(person: Person, public_id: UUID | None) -> Agreement | None:
    """One of the person's agreements, by its id; without one, the one that counts."""
    if public_id is None:
        return agreement_of(person)
    rows = Agreement.objects.filter(person=person, public_id=public_id)
    return rows.select_related("office", "employer", "decided_by").first()


def agreement_asked(found: Found) -> Agreement:
    """The person's open agreement. Raises Refused when there is none."""
    row = agreement_of(found.person)
    if row is None or row.ended_on is not None or row.lapsed_on is not None:
        raise Refused((because("agreement.none-open", "house §agreements"),))
    return row
