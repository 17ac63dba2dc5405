"""The follow-up plans that an employer has sent: of an agreement, of one business, one of them."""

from uuid import UUID

from django.db.models import QuerySet

from fotfeste.apps.agreements.models import Agreement, EmployerMember, EmployerSentPlan
from fotfeste.apps.agreements.newest import agreement_of
from fotfeste.apps.people.models import Person


def plans_of(agreement: Agreement) -> QuerySet[EmployerSentPlan]:
    """What was sent, the newest first."""
    rows = EmployerSentPlan.objects.filter(agreement=agreement)
    return rows.select_related("sent_by", "taken_over_by").order_by("-pk")


def plans_by(member: EmployerMember) -> QuerySet[EmployerSentPlan]:
    """What this business has sent in this agreement: never what one before it did."""
    people = EmployerMember.objects.filter(agreement=member.agreement_id, unit=member.unit_id)
    return plans_of(member.agreement).filter(sent_by__in=people.values("account"))


def plan_of(person: Person, about: str) -> EmployerSentPlan | None:
    """One plan of the person's present agreement, by its id."""
    agreement = agreement_of(person)
    if agreement is None:
        return None
    return next((each for each in plans_of(agreement) if each.public_id == _id(about)), None)


def _id(about: str) -> UUID | None:
    try:
        return UUID(about)
    except ValueError:
        return None
