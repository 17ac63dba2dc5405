"""The job development plan read through the door: as it stands, as it was, and what hangs on it."""

from collections.abc import Mapping
from dataclasses import dataclass

from fotfeste.apps.caseload.disclosure import Agreement
from fotfeste.apps.caseload.person import Header, Look, header_of
from fotfeste.apps.consents.door import Found, opened
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.consents.selectors import stands_in_force
from fotfeste.apps.disclosure.models import AgreedTopic
from fotfeste.apps.people.models import Person
from fotfeste.apps.plans.models_job_plan import (
    HelpAgreed,
    JobPlan,
    JobPlanActivity,
    JobPlanVersion,
    PlannedEmployer,
)
from fotfeste.apps.plans.selectors_job_plan import (
    activities_in,
    employers_in,
    help_in,
    newest_plan,
    version_in_force,
    version_of,
    versions_of,
)
from fotfeste.domain.permissions import Permission


@dataclass(frozen=True, slots=True)
class EmployerInPlan:
    """An employer the plan names, with what may be told it; None where that is not clarified."""

    row: PlannedEmployer
    agreement: Agreement | None


@dataclass(frozen=True, slots=True)
class JobPlanFound:
    """The plan. `is_whole`: the reader sees also what hangs on it, not only wishes and goals.

    `withdrawn` is the newest plan when the jobseeker has withdrawn it: then there is no version in force.
    """

    header: Header
    version: JobPlanVersion | None
    withdrawn: JobPlan | None
    versions: list[JobPlanVersion]
    employers: list[EmployerInPlan]
    activities: list[JobPlanActivity]
    help: HelpAgreed | None
    is_whole: bool


def access_job_plan(look: Look) -> JobPlanFound:
    """The plan, for one who may read the wishes."""
    with opened(
        look.acting, look.public_id, Permission.WISHES_READ, at=look.at, purpose=look.purpose, area="job_plan"
    ) as found:
        return job_plan_found(found, look)


def job_plan_found(found: Found, look: Look) -> JobPlanFound:
    """The same, from a record that is open."""
    person, is_whole = found.person, found.may(Permission.DISCLOSURE_READ)
    version = version_in_force(person)
    plan = version.plan if version else None
    newest = None if plan else newest_plan(person)
    return JobPlanFound(
        header=header_of(found, on=look.on),
        version=version,
        withdrawn=newest if is_whole else None,
        versions=versions_of(person) if is_whole else [],
        employers=_employers(person, plan) if plan and is_whole else [],
        activities=activities_in(plan) if plan and is_whole else [],
        help=help_in(plan) if plan and is_whole else None,
        is_whole=is_whole,
    )


def access_job_plan_version(look: Look, public_id: str) -> tuple[Header, JobPlanVersion | None]:
    """One version as it stood. For those who see the whole plan."""
    with opened(
        look.acting,
        look.public_id,
        Permission.DISCLOSURE_READ,
        at=look.at,
        purpose=look.purpose,
        area="job_plan_version",
    ) as found:
        return header_of(found, on=look.on), version_of(found.person, public_id)


def _employers(person: Person, plan: JobPlan) -> list[EmployerInPlan]:
    rows = employers_in(plan)
    stands = {each.employer_id: each for each in stands_in_force(person)} if rows else {}
    said = {row.employer_id: stands[row.employer_id] for row in rows if row.employer_id in stands}
    topics: dict[int, list[AgreedTopic]] = {stand.pk: [] for stand in said.values()}
    for topic in AgreedTopic.objects.filter(statement__in=topics).order_by("pk") if topics else ():
        topics[topic.statement_id].append(topic)
    return [EmployerInPlan(row, _agreement(said.get(row.employer_id), topics)) for row in rows]


def _agreement(
    stand: DisclosureStatement | None, topics: Mapping[int, list[AgreedTopic]]
) -> Agreement | None:
    return Agreement(stand, topics[stand.pk]) if stand is not None and stand.confirmed_at else None
