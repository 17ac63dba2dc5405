"""Whether the jobseeker shares the present agreement with the own employment specialist."""

from django.db.models import QuerySet

from fotfeste.apps.agreements.models import SharedWithSpecialist
from fotfeste.apps.agreements.newest import agreement_of
from fotfeste.apps.consents.door import Found
from fotfeste.apps.people.models import Person
from fotfeste.domain.permissions import Permission


def is_shared(person: Person) -> bool:
    """Whether the person's present agreement is shared."""
    newest = shared_rows(person).order_by("-pk").first()
    if newest is None:
        return False
    agreement = agreement_of(person)
    return agreement is not None and agreement.pk == newest.agreement_id


def is_shared_with(found: Found) -> bool:
    """Whether whoever opened the record reads it because it is shared."""
    return found.may(Permission.AGREEMENT_SHARED_READ) and is_shared(found.person)


def shared_rows(person: Person) -> QuerySet[SharedWithSpecialist]:
    """What the person shares, and has not taken back."""
    return SharedWithSpecialist.objects.filter(person=person, until_day=None)
