"""Career profile and wishes of one person, as they stand."""

from django.db.models import QuerySet

from fotfeste.apps.people.models import Person
from fotfeste.apps.plans.models import CareerProfileVersion, Wishes
from fotfeste.prepared import prepared


def newest_profile(person: Person) -> CareerProfileVersion | None:
    """The profile as it stands."""
    return CareerProfileVersion.objects.filter(person=person).order_by("-dated_on", "-pk").first()


def profiles_of(person: Person) -> list[CareerProfileVersion]:
    """Every version, the newest first."""
    return list(CareerProfileVersion.objects.filter(person=person).order_by("-dated_on", "-pk"))


def wishes_of(person: Person) -> Wishes | None:
    """What the person wants now."""
    return next(iter(_wishes(person.pk)), None)


@prepared
def _wishes(person: int) -> QuerySet[Wishes]:
    return Wishes.objects.filter(person=person, ended_at=None)
