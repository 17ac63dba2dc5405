"""What this app tells the agenda: career profile and wishes."""

from collections import defaultdict

from fotfeste.apps.agenda.registry import Facts, Question
from fotfeste.apps.plans import models
from fotfeste.apps.plans.facts_job_plan import job_plans
from fotfeste.domain import career_profile


def tell(question: Question) -> dict[int, Facts]:
    """Profile versions and the wishes in force of each person."""
    profiles: dict[int, list[career_profile.CareerProfileVersion]] = defaultdict(list)
    for row in models.CareerProfileVersion.objects.filter(person_id__in=question.people).order_by(
        "dated_on", "pk"
    ):
        profiles[row.person_id].append(
            career_profile.CareerProfileVersion(
                row.dated_on, row.reviewed_with_clinician_on, row.is_brought_in, row.unseen_comment_on
            )
        )
    wishes = {
        row.person_id: career_profile.Wishes(row.percent, row.is_percent_approximate)
        for row in models.Wishes.objects.filter(person_id__in=question.people, ended_at=None)
    }
    plans = job_plans(question.people)
    return {
        person: {
            "profiles": tuple(profiles[person]),
            "wishes": wishes.get(person, career_profile.Wishes()),
            "job_plan": plans.get(person),
        }
        for person in question.people
    }
