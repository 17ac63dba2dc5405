"""Acts on the support in a job: considered, the plan written, extended, shared, ended. Versions (W-09)."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.employment.models import (
    Employment,
    SupportConsidered,
    SupportPlan,
    SupportPlanShared,
    SupportPlanVersion,
)
from fotfeste.apps.employment.selectors_support import HelpersSaid, newest_in, plan_for, readers_of
from fotfeste.domain.day_limits import can_be_agreed, can_be_known, has_happened
from fotfeste.domain.job_support import PlanReader, SupportChoice, may_not_be_extended, may_not_be_kept
from fotfeste.domain.verdict import Refused, because


@dataclass(frozen=True, slots=True)
class SupportPlanSaid:
    """What stands in one version of the plan."""

    from_day: date
    until_day: date | None
    look_again_on: date | None
    goals: str
    extension: str
    helpers: HelpersSaid


def consider(deed: Deed, job: Employment, *, choice: SupportChoice, why: str, considered_on: date) -> None:
    """Plan, agreement, both or neither, and why. Considered again is another row; the newest counts."""
    refuse(has_happened(considered_on, on=deed.on))
    row = SupportConsidered(
        person=deed.person,
        job=job,
        choice=choice,
        considered_on=considered_on,
        written_by_id=deed.by.account_id,
    )
    row.seal("sealed_why", why.strip(), deed.key)
    row.save()
    deed.done("job-support.considered", day=considered_on, choice=choice.value)


def write_plan(deed: Deed, job: Employment, said: SupportPlanSaid) -> SupportPlanVersion:
    """A new version of the plan; the one before stays as it was."""
    words = [said.goals, *(each.purpose for each in said.helpers.values())]
    refuse(may_not_be_kept(words=words, from_day=said.from_day, until=said.until_day))
    for day in filter(None, (said.from_day, said.until_day)):
        refuse(can_be_known(day, on=deed.on))
    if said.look_again_on is not None:
        refuse(can_be_agreed(said.look_again_on, on=deed.on))
    plan = plan_for(job) or SupportPlan.objects.create(person=deed.person, job=job, begun_on=deed.on)
    row = _version(deed, plan, said)
    deed.done("job-support.written", number=row.number)
    return row


def extend_plan(deed: Deed, job: Employment, *, to_day: date, why: str) -> SupportPlanVersion:
    """The plan lasts longer: a version like the one before, with a later end and why."""
    before = newest_in(_in_use(job))
    refuse(may_not_be_extended(until=before.until_day, to_day=to_day))
    refuse(can_be_agreed(to_day, on=deed.on))
    row = SupportPlanVersion(
        person=deed.person,
        plan=before.plan,
        number=before.number + 1,
        from_day=before.from_day,
        until_day=to_day,
        look_again_on=before.look_again_on,
        is_extension=True,
        written_on=deed.on,
        written_by_id=deed.by.account_id,
        written_as=deed.by.role,
    )
    for name in ("sealed_goals", "sealed_helpers"):
        row.seal(name, before.opened(name, deed.key), deed.key)
    row.seal("sealed_extension", why.strip() or before.opened("sealed_extension", deed.key), deed.key)
    row.save()
    deed.done("job-support.extended", number=row.number, until_on=to_day.isoformat())
    return row


def end_plan(deed: Deed, job: Employment, *, ended_on: date, words: str) -> None:
    """The plan is used no more. It stays as what it was."""
    plan = _in_use(job)
    refuse(has_happened(ended_on, on=deed.on))
    plan.ended_on = ended_on
    plan.seal("sealed_end_words", words.strip(), deed.key)
    plan.save(update_fields=["ended_on", "sealed_end_words"])
    deed.done("job-support.ended", day=ended_on)


def share_plan(deed: Deed, job: Employment, readers: Collection[PlanReader]) -> None:
    """The person has chosen whom to share it with. Counts from the next look."""
    _share(deed, _in_use(job), readers)
    deed.done("job-support.shared", readers=len(readers))


def lapse_sharing(deed: Deed) -> None:
    """The course is over: no plan is shared any more until the person chooses again (I §7)."""
    for plan in SupportPlan.objects.filter(person=deed.person):
        if readers_of(plan):
            _share(deed, plan, ())


def _share(deed: Deed, plan: SupportPlan, readers: Collection[PlanReader]) -> None:
    SupportPlanShared.objects.create(
        person=deed.person,
        plan=plan,
        readers=[str(each) for each in PlanReader if each in readers],
        said_on=deed.on,
        written_by_id=deed.by.account_id,
        written_as=deed.by.role,
    )


def _version(deed: Deed, plan: SupportPlan, said: SupportPlanSaid) -> SupportPlanVersion:
    row = SupportPlanVersion(
        person=deed.person,
        plan=plan,
        number=plan.versions.count() + 1,
        from_day=said.from_day,
        until_day=said.until_day,
        look_again_on=said.look_again_on,
        written_on=deed.on,
        written_by_id=deed.by.account_id,
        written_as=deed.by.role,
    )
    kept = {
        helper: {"often": each.often or "", "purpose": each.purpose.strip(), "name": each.name.strip()}
        for helper, each in said.helpers.items()
    }
    row.seal("sealed_helpers", json.dumps(kept, ensure_ascii=False) if kept else "", deed.key)
    row.seal("sealed_goals", said.goals.strip(), deed.key)
    row.seal("sealed_extension", said.extension.strip(), deed.key)
    row.save()
    return row


def _in_use(job: Employment) -> SupportPlan:
    plan = plan_for(job)
    if plan is None:
        raise Refused((because("job-support.no-plan", "house §job-support"),))
    return plan
