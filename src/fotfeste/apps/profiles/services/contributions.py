"""Putting something down in the assessment; each in their own name, nothing overwritten (I-4.2a, W-05)."""

from dataclasses import dataclass
from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.episodes.models import Meeting
from fotfeste.apps.profiles.models import Contribution
from fotfeste.apps.profiles.selectors import contribution_fact
from fotfeste.domain import vocational_assessment as rules
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.permissions import Role
from fotfeste.domain.vocational_assessment import AssessmentArea, Capacity, ContributionKind


@dataclass(frozen=True, slots=True)
class Said:
    """What is put down. `use`: where in working life a strength is useful."""

    area: AssessmentArea
    kind: ContributionKind
    text: str
    on: date
    use: str = ""
    meeting: Meeting | None = None


def capacity_of(deed: Deed) -> Capacity:
    """In which capacity somebody writes: the jobseeker, or for the team."""
    return Capacity.JOBSEEKER if deed.by.role is Role.JOBSEEKER else Capacity.SPECIALIST


def contribute(deed: Deed, said: Said, *, replaces: Contribution | None = None) -> Contribution:
    """Put it down, beside what stands or in place of something of one's own."""
    refuse(has_happened(said.on, on=deed.on))
    capacity = capacity_of(deed)
    new = rules.Contribution(
        said.area, said.kind, capacity, said.on, bool(said.text.strip()), bool(said.use.strip())
    )
    refuse(rules.may_contribute(new, replaced=contribution_fact(replaces) if replaces else None))
    row = Contribution(
        person=deed.person,
        area=said.area,
        kind=said.kind,
        by_id=deed.by.account_id,
        capacity=capacity,
        on=said.on,
        at=deed.at,
        meeting=said.meeting,
        replaces=replaces,
        version=replaces.version + 1 if replaces else 1,
    )
    row.seal("sealed_text", said.text.strip(), deed.key)
    row.seal("sealed_use", said.use.strip() if said.kind is ContributionKind.STRENGTH else "", deed.key)
    row.save()
    deed.done("assessment.changed" if replaces else "assessment.said", day=said.on, area=said.area)
    return row
