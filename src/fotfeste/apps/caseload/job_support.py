"""Support in each job read through the door: what was decided, the plan, and the part an employer gets.

The plan is for the person and the specialist, and for those the person has chosen. An employer's part is
composed from what is agreed with that employer, each time it is shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from fotfeste.apps.caseload.person import Header, Look, header_of
from fotfeste.apps.consents.door import Found, opened
from fotfeste.apps.disclosure.selectors import agreed_with
from fotfeste.apps.employment.models import (
    Employment,
    SupportConsidered,
    SupportPlan,
    SupportPlanShared,
    SupportPlanVersion,
)
from fotfeste.apps.employment.selectors import job_of, jobs_of
from fotfeste.apps.employment.selectors_support import (
    HelperSaid,
    chosen_in,
    helpers_in,
    newest_in,
    newest_plan_for,
    readers_of,
    version_of,
)
from fotfeste.apps.people.models import Person
from fotfeste.apps.people.records import contact_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.employer_part import EmployerPart, employer_part
from fotfeste.domain.job_support import Helper, PlanReader, is_shared_with
from fotfeste.domain.permissions import Permission
from fotfeste.parameters import SENSITIVE_WORDS


@dataclass(frozen=True, slots=True)
class SupportAtHand:
    """One job: what was decided, its newest plan with every version, and who shares it. Still sealed."""

    job: Employment
    considered: SupportConsidered | None
    plan: SupportPlan | None
    versions: list[SupportPlanVersion]
    shared: SupportPlanShared | None = None

    @property
    def readers(self) -> frozenset[PlanReader]:
        """Whom the person last chose to share it with."""
        return chosen_in(self.shared)

    @property
    def newest(self) -> SupportPlanVersion | None:
        """The newest plan as it stands."""
        return next((each for each in self.versions if each.plan == self.plan), None)


@dataclass(frozen=True, slots=True)
class JobSupports:
    """Every job that the reader sees something of. `is_whole`: the person and the specialist."""

    header: Header
    supports: list[SupportAtHand]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class PartForEmployer:
    """Exactly what the employer gets, and what stays."""

    header: Header
    job: Employment
    part: EmployerPart
    helper: HelperSaid
    wordings: Mapping[Topic, str]
    name: str


def access_job_support(look: Look) -> JobSupports:
    """Support in every job, for the person and the specialist, and what others have been let into."""
    with opened(
        look.acting,
        look.public_id,
        Permission.SUPPORT_PLAN_READ,
        at=look.at,
        purpose=look.purpose,
        area="job_support",
    ) as found:
        return job_support_found(found, look)


def access_support_version(look: Look, public_id: UUID) -> tuple[Header, SupportPlanVersion | None]:
    """One version as it stood. For the person and the specialist."""
    with opened(
        look.acting,
        look.public_id,
        Permission.NOTE_READ,
        at=look.at,
        purpose=look.purpose,
        area="job_support_version",
    ) as found:
        return header_of(found, on=look.on), version_of(found.person, public_id.hex)


def access_employer_part(look: Look, job_id: UUID) -> PartForEmployer | None:
    """What the employer of one job gets. For the person and the specialist; None for a job there is not."""
    with opened(
        look.acting,
        look.public_id,
        Permission.NOTE_READ,
        at=look.at,
        purpose=look.purpose,
        area="job_support_employer",
    ) as found:
        job = job_of(found.person, job_id.hex)
        return None if job is None else _part(found, look, job)


def job_support_found(found: Found, look: Look) -> JobSupports:
    """The same, from a record that is open."""
    is_whole = found.may(Permission.NOTE_READ)
    everything = _at_hand(found.person)
    seen = everything if is_whole else [each for each in everything if _is_let_in(each, found, look)]
    return JobSupports(header_of(found, on=look.on), seen, is_whole)


def _is_let_in(each: SupportAtHand, found: Found, look: Look) -> bool:
    """The choice was of those who stood around the person then: not of who comes after them."""
    shared = each.shared
    if shared is None or _is_over(each.job, each.plan, look):
        return False
    if not is_shared_with(look.acting.role, each.readers):
        return False
    mine = [row for row in found.relations if row.account_id == look.acting.account_id]
    return any(row.holds_on(look.on) and row.from_day <= shared.said_on for row in mine)


def _is_over(job: Employment, plan: SupportPlan | None, look: Look) -> bool:
    is_job_over = job.ended_on is not None and job.ended_on < look.on
    return is_job_over or (plan is not None and plan.ended_on is not None)


def _at_hand(person: Person) -> list[SupportAtHand]:
    """Five questions, however many jobs and versions."""
    considered = {row.job_id: row for row in _considered(person)}
    plans = {row.job_id: row for row in SupportPlan.objects.filter(person=person).order_by("pk")}
    shared = _shared(plans)
    rows = SupportPlanVersion.objects.filter(person=person).select_related("written_by", "plan")
    versions: dict[int, list[SupportPlanVersion]] = {}
    for row in rows.order_by("-plan_id", "-number"):
        versions.setdefault(row.plan.job_id, []).append(row)
    return [
        SupportAtHand(
            job=job,
            considered=considered.get(job.pk),
            plan=plans.get(job.pk),
            versions=versions.get(job.pk, []),
            shared=shared.get(job.pk),
        )
        for job in jobs_of(person)
    ]


def _considered(person: Person) -> list[SupportConsidered]:
    rows = SupportConsidered.objects.filter(person=person).select_related("written_by")
    return list(rows.order_by("considered_on", "pk"))


def _shared(plans: Mapping[int, SupportPlan]) -> dict[int, SupportPlanShared]:
    """The last choice of whom to share each plan with, by its job."""
    rows = SupportPlanShared.objects.filter(plan__in=plans.values()).select_related("plan")
    return {row.plan.job_id: row for row in rows.order_by("pk")}


def _part(found: Found, look: Look, job: Employment) -> PartForEmployer:
    plan = newest_plan_for(job)
    helper = _workplace(plan, found.key) if plan else HelperSaid()
    agreed = agreed_with(found.person, job.employer, found.key) if job.employer else None
    name = contact_of(found.person, found.key).name
    part = employer_part(
        helper.purpose,
        agreed,
        SENSITIVE_WORDS.on(look.on),
        is_chosen=plan is not None and PlanReader.EMPLOYER in readers_of(plan),
        name=name,
        on=look.on,
        is_over=_is_over(job, plan, look),
    )
    wordings = {topic: agreed.wordings.get(topic, "") for topic in part.topics} if agreed else {}
    return PartForEmployer(header_of(found, on=look.on), job, part, helper, wordings, name)


def _workplace(plan: SupportPlan, key: SealingKey) -> HelperSaid:
    return helpers_in(newest_in(plan), key).get(Helper.WORKPLACE, HelperSaid())
