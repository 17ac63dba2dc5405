"""Days from entry to the first contact with an employer face to face, of many at once (fidelity 15)."""

from datetime import date, timedelta

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from fotfeste.apps.disclosure.models import ContactState, EmployerContact
from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.people.models import Person
from fotfeste.domain.employer_contact import ContactWay
from fotfeste.domain.fidelity import Counted, days_to_first_contact

A_YEAR = timedelta(days=365)
FACE_TO_FACE = (ContactWay.MEETING, ContactWay.VISIT)


def first_contacts(people: QuerySet[Person], on: date) -> Counted:
    """Of those taken on in the last year. A contact whose way nobody knows is not counted as one.

    A contact belongs to the course it was had in: who came back does not bring the old one along.
    """
    in_the_course = EmployerContact.objects.filter(
        person=OuterRef("person"),
        state=ContactState.HELD,
        way__in=FACE_TO_FACE,
        held_on__gte=OuterRef("accepted_on"),
        held_on__lte=Coalesce(OuterRef("discharged_on"), Value(on)),
    )
    courses = Episode.objects.filter(person__in=people, accepted_on__gt=on - A_YEAR, accepted_on__lte=on)
    first = Subquery(in_the_course.order_by("held_on").values("held_on")[:1])
    days = courses.annotate(first_on=first).values_list("accepted_on", "first_on")
    return days_to_first_contact((accepted, first_on) for accepted, first_on in days if accepted is not None)
