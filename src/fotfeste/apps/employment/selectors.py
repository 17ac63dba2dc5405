"""Jobs of one person."""

from fotfeste.apps.employment.models import Employment
from fotfeste.apps.people.models import Person


def jobs_of(person: Person) -> list[Employment]:
    """All jobs, the newest first."""
    return list(
        Employment.objects.filter(person=person).select_related("employer").order_by("-started_on", "-pk")
    )


def current_job(person: Person) -> Employment | None:
    """The newest job whose last day is not known."""
    jobs = Employment.objects.filter(person=person, ended_on=None).select_related("employer")
    return jobs.order_by("-started_on", "-pk").first()
