"""Ties to NAV of one person, as they stand."""

from fotfeste.apps.economy.models import BenefitStatement, NavRegistration
from fotfeste.apps.people.models import Person


def registration_of(person: Person) -> NavRegistration | None:
    """What is said about being registered with NAV as a jobseeker."""
    return NavRegistration.objects.filter(person=person, ended_at=None).first()


def benefit_of(person: Person) -> BenefitStatement | None:
    """What the person lives on."""
    return BenefitStatement.objects.filter(person=person, ended_at=None).first()
