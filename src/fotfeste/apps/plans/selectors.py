"""Career profile and wishes of one person, as they stand."""

from fotfeste.apps.people.models import Person
from fotfeste.apps.plans.models import CareerProfileVersion, Wishes


def newest_profile(person: Person) -> CareerProfileVersion | None:
    """The profile as it stands."""
    return CareerProfileVersion.objects.filter(person=person).order_by("-dated_on", "-pk").first()


def profiles_of(person: Person) -> list[CareerProfileVersion]:
    """Every version, the newest first."""
    return list(CareerProfileVersion.objects.filter(person=person).order_by("-dated_on", "-pk"))


def wishes_of(person: Person) -> Wishes | None:
    """What the person wants now."""
    return Wishes.objects.filter(person=person, ended_at=None).first()
