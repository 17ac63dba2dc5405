"""What was considered for a job, and its job support plan as it stands and as it was; still sealed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery

from fotfeste.apps.employment.models import (
    EmployerNeeds,
    Employment,
    SupportConsidered,
    SupportPlan,
    SupportPlanShared,
    SupportPlanVersion,
)
from fotfeste.apps.employment.selectors import as_uuid
from fotfeste.apps.people.models import Person
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain import job_support
from fotfeste.domain.employer_needs import NeedsAsked
from fotfeste.domain.job_support import Helper, PlanReader, SupportChoice, SupportFrequency


@dataclass(frozen=True, slots=True)
class HelperSaid:
    """What one of those who follow up does: how often, and why."""

    often: SupportFrequency | None = None
    purpose: str = ""
    name: str = ""


HelpersSaid = Mapping[Helper, HelperSaid]


def considered_for(job: Employment) -> SupportConsidered | None:
    """What was last decided for the job."""
    rows = SupportConsidered.objects.filter(job=job).select_related("written_by")
    return rows.order_by("-considered_on", "-pk").first()


def plan_for(job: Employment) -> SupportPlan | None:
    """The plan that is used for the job."""
    return SupportPlan.objects.filter(job=job, ended_on=None).first()


def newest_plan_for(job: Employment) -> SupportPlan | None:
    """The plan that is used, else the one that was."""
    return SupportPlan.objects.filter(job=job).order_by("-pk").first()


def newest_in(plan: SupportPlan) -> SupportPlanVersion:
    """The plan as it stands, or last stood. A plan without a version is never saved."""
    return SupportPlanVersion.objects.filter(plan=plan).select_related("written_by").order_by("-number")[0]


def versions_for(job: Employment) -> list[SupportPlanVersion]:
    """Every version of every plan of the job, the newest first."""
    rows = SupportPlanVersion.objects.filter(plan__job=job).select_related("written_by", "plan")
    return list(rows.order_by("-plan_id", "-number"))


def version_of(person: Person, public_id: str) -> SupportPlanVersion | None:
    """One version by its id."""
    rows = SupportPlanVersion.objects.filter(person=person, public_id=as_uuid(public_id))
    return rows.select_related("written_by", "plan__job__employer").first()


def readers_of(plan: SupportPlan) -> frozenset[PlanReader]:
    """Whom the person has chosen to share it with."""
    return chosen_in(SupportPlanShared.objects.filter(plan=plan).order_by("-pk").first())


def chosen_in(row: SupportPlanShared | None) -> frozenset[PlanReader]:
    """Whom a choice names; nobody where none is made."""
    return frozenset(map(PlanReader, row.readers)) if row else frozenset()


def helpers_in(version: SupportPlanVersion, key: SealingKey) -> HelpersSaid:
    """Those who follow up, opened, in the order they are asked about."""
    kept = json.loads(version.opened("sealed_helpers", key) or "{}")
    return {helper: _helper(kept[helper]) for helper in Helper if helper in kept}


def with_support(rows: QuerySet[Employment]) -> QuerySet[Employment]:
    """Jobs with what the agenda asks of their support, in the same question."""
    considered = SupportConsidered.objects.filter(job=OuterRef("pk")).order_by("-considered_on", "-pk")
    in_use = SupportPlanVersion.objects.filter(plan__job=OuterRef("pk"), plan__ended_on=None)
    newest = in_use.order_by("-number")
    needs = EmployerNeeds.objects.filter(job=OuterRef("pk")).order_by("-asked_on", "-pk")
    return rows.annotate(
        support_choice=Subquery(considered.values("choice")[:1]),
        plan_written_on=Subquery(newest.values("written_on")[:1]),
        plan_until=Subquery(newest.values("until_day")[:1]),
        plan_look_again_on=Subquery(newest.values("look_again_on")[:1]),
        needs_asked_on=Subquery(needs.values("asked_on")[:1]),
        needs_again_on=Subquery(needs.values("ask_again_on")[:1]),
    )


def support_fact(row: Employment) -> job_support.JobSupport:
    """A job's support as the rules want it; the row is from `with_support`."""
    known = vars(row)
    written_on, choice = known["plan_written_on"], known["support_choice"]
    needs_on = known["needs_asked_on"]
    plan = (
        job_support.JobSupportPlan(written_on, known["plan_until"], known["plan_look_again_on"])
        if written_on
        else None
    )
    return job_support.JobSupport(
        job=row.public_id.hex,
        started_on=row.started_on,
        ended_on=row.ended_on,
        employer_name=row.employer.name if row.employer else "",
        choice=SupportChoice(choice) if choice else None,
        plan=plan,
        needs_asked=NeedsAsked(needs_on, known["needs_again_on"]) if needs_on else None,
    )


def _helper(kept: Mapping[str, str]) -> HelperSaid:
    often = kept.get("often", "")
    return HelperSaid(SupportFrequency(often) if often else None, kept["purpose"], kept.get("name", ""))
