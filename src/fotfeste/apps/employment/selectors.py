"""Jobs of one person, and what belongs to each."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from fotfeste.apps.employment.models import Employment, JobTraining, RhythmReflection, Undertaking
from fotfeste.apps.people.models import Person
from fotfeste.domain import employment
from fotfeste.domain.job_kept import WorkSpell


def jobs_of(person: Person) -> list[Employment]:
    """All jobs, the newest first."""
    return list(
        Employment.objects.filter(person=person).select_related("employer").order_by("-started_on", "-pk")
    )


def current_job(person: Person) -> Employment | None:
    """The newest job whose last day is not known."""
    jobs = Employment.objects.filter(person=person, ended_on=None).select_related("employer")
    return jobs.order_by("-started_on", "-pk").first()


def job_of(person: Person, public_id: str) -> Employment | None:
    """One job by its id as it stands in an address; without one, the job that lasts."""
    if not public_id:
        return current_job(person)
    row = Employment.objects.filter(person=person, public_id=as_uuid(public_id))
    return row.select_related("employer").first()


def trainings_of(person: Person) -> list[JobTraining]:
    """All training at workplaces, in the order it was put down."""
    return list(JobTraining.objects.filter(person=person).order_by("pk"))


def training_of(person: Person, public_id: str) -> JobTraining | None:
    """One training by its id."""
    return JobTraining.objects.filter(person=person, public_id=as_uuid(public_id)).first()


def reflections_of(person: Person) -> list[RhythmReflection]:
    """The departures that have been thought about."""
    return list(RhythmReflection.objects.filter(person=person).order_by("pk"))


def undertakings_of(person: Person) -> list[Undertaking]:
    """Education and measures, the newest first."""
    return list(Undertaking.objects.filter(person=person).order_by("-started_on", "-pk"))


def undertaking_of(person: Person, public_id: str) -> Undertaking | None:
    """One of them by its id."""
    return Undertaking.objects.filter(person=person, public_id=as_uuid(public_id)).first()


def job_fact(row: Employment) -> employment.Employment:
    """A job as the rules want it."""
    return employment.Employment(
        started_on=row.started_on,
        ended_on=row.ended_on,
        percent=row.percent,
        employer_name=row.employer.name if row.employer else "",
        is_brought_in=row.is_brought_in,
    )


def work_spells(rows: Sequence[Employment]) -> list[WorkSpell]:
    """Ordinary paid work, for the question whether it is kept. What is said to be of another kind is not."""
    return [
        WorkSpell(row.started_on, row.ended_on, None if row.hours_a_week is None else float(row.hours_a_week))
        for row in rows
        if row.is_ordinary is not False
    ]


def lasting_on(rows: Sequence[Employment], day: date) -> list[Employment]:
    """The jobs that last on a day."""
    return [row for row in rows if employment.is_under_way(job_fact(row), on=day)]


def as_uuid(text: str) -> UUID:
    """An id as it stands in an address; one that nobody has where it is none."""
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)
