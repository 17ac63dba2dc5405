"""Which case of a person counts."""

from fotfeste.apps.measures.models import MeasureCase
from fotfeste.apps.people.models import Person


def case_of(person: Person) -> MeasureCase | None:
    """The person's open case, or the newest that is closed."""
    rows = MeasureCase.objects.filter(person=person).select_related("office", "job__employer")
    return rows.filter(closed_on=None).order_by("-pk").first() or rows.order_by("-pk").first()
