"""Interviews: agreed, prepared by both, held (I-3.2, I-6.2)."""

from collections.abc import Collection
from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.job_search.models import HelpGiven, Interview, Lead
from fotfeste.apps.job_search.selectors import lead_fact
from fotfeste.apps.job_search.services.leads import not_clear, there
from fotfeste.domain.day_limits import can_be_known, has_happened
from fotfeste.domain.job_leads import HelpKind, may_not_go_on
from fotfeste.domain.preparation import EMPLOYER_POINTS, JOBSEEKER_POINTS
from fotfeste.domain.verdict import Refused, because


def agree_interview(deed: Deed, row: Lead | None, *, on: date, is_specialist_there: bool) -> Interview:
    """An interview is agreed. With the specialist there, that employer's disclosure is clarified first."""
    lead = there(row)
    reasons = [*may_not_go_on(lead_fact(lead)), *can_be_known(on, on=deed.on)]
    if is_specialist_there:
        reasons += not_clear(deed, lead)
    refuse(tuple(reasons))
    made = Interview.objects.create(
        person=deed.person,
        lead=lead,
        on=on,
        is_specialist_there=is_specialist_there,
        written_by_id=deed.by.account_id,
    )
    deed.done("interview.agreed", planned_on=on.isoformat())
    return made


def prepare(deed: Deed, row: Interview | None, points: Collection[str]) -> None:
    """What is gone through beforehand. The employer's part takes that the disclosure is clarified."""
    interview = _there(row)
    wanted = [point for point in (*JOBSEEKER_POINTS, *EMPLOYER_POINTS) if point in points]
    if set(wanted) & set(EMPLOYER_POINTS):
        refuse(not_clear(deed, interview.lead))
    interview.prepared, interview.prepared_on = wanted, deed.on
    interview.version += 1
    interview.save(update_fields=["prepared", "prepared_on", "version"])
    deed.done("interview.prepared")


def log_interview(deed: Deed, row: Interview | None, *, is_held: bool, note: str) -> None:
    """It took place, or it did not. Being there with the jobseeker is help, and is put on record as such."""
    interview = _there(row)
    if is_held:
        refuse(has_happened(interview.on, on=deed.on))
    interview.is_held = is_held
    interview.seal("sealed_note", note.strip(), deed.key)
    interview.version += 1
    interview.save(update_fields=["is_held", "sealed_note", "version"])
    if is_held and interview.is_specialist_there:
        HelpGiven.objects.create(
            person=deed.person,
            kind=HelpKind.AT_INTERVIEW,
            on=interview.on,
            given_by_id=deed.by.account_id,
            lead=interview.lead,
        )
    deed.done("interview.held" if is_held else "interview.called-off", day=min(interview.on, deed.on))


def _there(row: Interview | None) -> Interview:
    if row is None:
        raise Refused((because("job-search.not-there", "house §job-search"),))
    return row
