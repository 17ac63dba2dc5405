"""Acts on the job development plan: a new version, employers, activities, help; and taking it back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.plans.models_job_plan import (
    HelpAgreed,
    JobPlan,
    JobPlanActivity,
    JobPlanVersion,
    PlannedEmployer,
)
from fotfeste.apps.plans.selectors_job_plan import WishedOccupation, newest_of, plan_in_force
from fotfeste.apps.plans.services import drop_wishes_of, put_wishes
from fotfeste.domain.day_limits import can_be_agreed, has_happened
from fotfeste.domain.job_facts import may_not_be_so
from fotfeste.domain.job_plan import HelpArea, HelpDegree, Responsible, says_something
from fotfeste.domain.verdict import Refused, because

_SOURCE = "house §job-plan"
_TEXTS = ("line_of_business", "place", "travel", "hours", "environment", "goals")


@dataclass(frozen=True, slots=True)
class PlanSaid:
    """What stands in one version of the plan."""

    occupations: tuple[WishedOccupation, ...] = ()
    line_of_business: str = ""
    place: str = ""
    travel: str = ""
    percent: int | None = None
    hours: str = ""
    environment: str = ""
    goals: str = ""


def write_plan(deed: Deed, said: PlanSaid) -> JobPlanVersion:
    """A new version of the plan; the one before stays as it was."""
    words = [each.words for each in said.occupations]
    refuse(says_something([*words, *(getattr(said, name) for name in _TEXTS)]))
    refuse(may_not_be_so(percent=said.percent, hours=None))
    plan = plan_in_force(deed.person) or JobPlan.objects.create(person=deed.person, begun_on=deed.on)
    row = JobPlanVersion(
        person=deed.person,
        plan=plan,
        number=_next_number(deed),
        percent=said.percent,
        written_on=deed.on,
        written_by_id=deed.by.account_id,
        written_as=deed.by.role,
    )
    kept = [{"code": each.code, "words": each.words} for each in said.occupations]
    row.seal("sealed_occupations", json.dumps(kept, ensure_ascii=False) if kept else "", deed.key)
    for name in _TEXTS:
        row.seal(f"sealed_{name}", getattr(said, name).strip(), deed.key)
    row.save()
    if words or said.percent:
        put_wishes(deed, work=", ".join(words), percent=said.percent, plan=plan)
    deed.done("job-plan.written", number=row.number)
    return row


def withdraw_plan(deed: Deed, *, words: str) -> None:
    """The jobseeker takes the plan back: nothing of it is used any more, and it stays as what it was."""
    plan = _in_force(deed)
    number = newest_of(plan).number
    plan.withdrawn_at, plan.withdrawn_on = deed.at, deed.on
    plan.seal("sealed_withdrawal", words, deed.key)
    plan.save(update_fields=["withdrawn_at", "withdrawn_on", "sealed_withdrawal"])
    drop_wishes_of(deed, plan)
    deed.done("job-plan.withdrawn", number=number)


def name_employer(deed: Deed, employer: Employer, *, how: str) -> PlannedEmployer:
    """The plan names an employer of the team."""
    plan = _in_force(deed)
    if PlannedEmployer.objects.filter(plan=plan, employer=employer, removed_on=None).exists():
        raise Refused((because("job-plan.employer-already-there", _SOURCE, employer=employer.name),))
    row = PlannedEmployer(person=deed.person, plan=plan, employer=employer, added_on=deed.on)
    row.seal("sealed_how", how, deed.key)
    row.save()
    deed.done("job-plan.employer-named")
    return row


def remove_employer(deed: Deed, row: PlannedEmployer | None) -> None:
    """The plan names it no more."""
    if row is None:
        raise Refused((because("job-plan.no-such-employer", _SOURCE),))
    row.removed_on = deed.on
    row.save(update_fields=["removed_on"])
    deed.done("job-plan.employer-removed")


def agree_activity(
    deed: Deed, *, what: str, responsible: Responsible, name: str = "", due_on: date | None = None
) -> JobPlanActivity:
    """Somebody takes something on, by a day or without one."""
    if due_on is not None:
        refuse(can_be_agreed(due_on, on=deed.on))
    row = JobPlanActivity(
        person=deed.person,
        plan=_in_force(deed),
        responsible=responsible,
        due_on=due_on,
        written_by_id=deed.by.account_id,
    )
    row.seal("sealed_what", what, deed.key)
    row.seal("sealed_responsible_name", name, deed.key)
    row.save()
    deed.done("job-plan.activity-agreed")
    return row


def finish_activity(deed: Deed, row: JobPlanActivity | None, *, on: date, is_dropped: bool = False) -> None:
    """It was done, or it was dropped."""
    if row is None or row.done_on or row.dropped_on:
        raise Refused((because("job-plan.no-such-activity", _SOURCE),))
    refuse(has_happened(on, on=deed.on))
    column = "dropped_on" if is_dropped else "done_on"
    setattr(row, column, on)
    row.version += 1
    row.save(update_fields=[column, "version"])
    deed.done("job-plan.activity-dropped" if is_dropped else "job-plan.activity-done", day=on)


def agree_help(
    deed: Deed, *, degrees: Mapping[HelpArea, HelpDegree], words: str, clarified_on: date
) -> HelpAgreed:
    """How much help is wanted with what, from now until it is clarified again (I-6.1)."""
    refuse(has_happened(clarified_on, on=deed.on))
    if not degrees and not words.strip():
        raise Refused((because("job-plan.no-help-said", "I §6.1"),))
    row = HelpAgreed(
        person=deed.person,
        plan=_in_force(deed),
        clarified_on=clarified_on,
        degrees={str(area): str(degree) for area, degree in degrees.items()},
        written_by_id=deed.by.account_id,
    )
    row.seal("sealed_words", words, deed.key)
    row.save()
    deed.done("job-plan.help-agreed", day=clarified_on)
    return row


def _in_force(deed: Deed) -> JobPlan:
    plan = plan_in_force(deed.person)
    if plan is None:
        raise Refused((because("job-plan.none-in-force", _SOURCE),))
    return plan


def _next_number(deed: Deed) -> int:
    newest = JobPlanVersion.objects.filter(person=deed.person).order_by("-number").first()
    return 1 if newest is None else newest.number + 1
