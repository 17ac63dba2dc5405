"""What this app tells the agenda: NAV registration, disability benefit, and what is acute about money."""

from collections import defaultdict

from fotfeste.apps.agenda.registry import Facts, Question
from fotfeste.apps.economy.models import BenefitStatement, MoneyProblem, NavRegistration
from fotfeste.domain import money_problems, nav
from fotfeste.domain.consent import Reply

DISABILITY_BENEFIT = "disability_benefit"


def tell(question: Question) -> dict[int, Facts]:
    """Ties to NAV of each person."""
    registered = {
        row.person_id: nav.NavRegistration(
            reply=Reply(row.answer),
            stated_on=row.stated_on,
            is_confirmed=row.confirmed_at is not None,
            is_brought_in=row.is_brought_in,
        )
        for row in NavRegistration.objects.filter(person_id__in=question.people, ended_at=None)
    }
    lives_on = {
        row.person_id: row
        for row in BenefitStatement.objects.filter(person_id__in=question.people, ended_at=None)
    }
    benefits = {
        person: row.opened("sealed_kind", question.keys[person]) == DISABILITY_BENEFIT
        for person, row in lives_on.items()
    }
    acute: dict[int, list[money_problems.MoneyProblem]] = defaultdict(list)
    for problem in MoneyProblem.objects.filter(person_id__in=question.people, settled_on=None).order_by("pk"):
        acute[problem.person_id].append(money_problems.MoneyProblem(problem.public_id.hex, problem.raised_on))
    return {
        person: {
            "money_problems": tuple(acute[person]),
            "nav_registration": registered.get(person),
            "has_disability_benefit": benefits.get(person),
            "is_benefit_from_referral": person in lives_on and lives_on[person].is_from_referral,
        }
        for person in question.people
    }
