"""Ties to NAV of one person, as they stand."""

from uuid import UUID

from fotfeste.apps.economy.models import BenefitStatement, EconomyTalk, MoneyProblem, NavRegistration
from fotfeste.apps.people.models import Person


def registration_of(person: Person) -> NavRegistration | None:
    """What is said about being registered with NAV as a jobseeker."""
    return NavRegistration.objects.filter(person=person, ended_at=None).first()


def benefit_of(person: Person) -> BenefitStatement | None:
    """What the person lives on."""
    return BenefitStatement.objects.filter(person=person, ended_at=None).first()


def last_economy_talk(person: Person) -> EconomyTalk | None:
    """The last talk about money."""
    rows = EconomyTalk.objects.filter(person=person).select_related("by")
    return rows.order_by("-talked_on", "-pk").first()


def open_money_problems(person: Person) -> list[MoneyProblem]:
    """What is acute and not dealt with, the oldest first."""
    rows = MoneyProblem.objects.filter(person=person, settled_on=None).select_related("by")
    return list(rows.order_by("raised_on", "pk"))


def open_money_problem(person: Person, public_id: UUID | None) -> MoneyProblem | None:
    """An open problem: the one named, or the oldest when none is named."""
    problems = open_money_problems(person)
    if public_id is None:
        return problems[0] if problems else None
    return next((each for each in problems if each.public_id == public_id), None)
