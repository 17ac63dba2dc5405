"""What the rules are told of the team's employers before a meeting: what has come since the last one.

Nothing here tells of a jobseeker: a lead that is free stands as its employer; of a protected person none.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.db.models import Max, QuerySet

from fotfeste.apps.consents.door import OSLO
from fotfeste.apps.employers.models import Employer, SoughtByEmployer, TeamContact
from fotfeste.apps.job_search.models import Lead
from fotfeste.apps.unit_meetings.models import AgendaItem, UnitMeeting
from fotfeste.apps.unit_meetings.seekers import who_can_come_up
from fotfeste.domain.job_leads import LeadResult
from fotfeste.domain.unit_meeting import EmployerFacts, UnitMeetingKind

MOST = 50
"""So many of each sort are read at most; the rules take fewer."""


def employers_to_share(meeting: UnitMeeting, since: date, *, on: date) -> list[EmployerFacts]:
    """The employers something has come of since a day, in few statements however many the team knows."""
    if meeting.kind != UnitMeetingKind.VOCATIONAL_UNIT:
        return []
    new = _new(meeting, since)
    looks_for = _newest(_of(SoughtByEmployer, meeting).filter(ended_on=None, said_on__gt=since), "said_on")
    met = _newest(_of(TeamContact, meeting).filter(on__gt=since, on__lte=on), "on")
    free = _free_leads(meeting, since, on=on)
    everybody = list(dict.fromkeys((*new, *looks_for, *free, *met)))
    shared = _shared_before(meeting, everybody)
    return [
        EmployerFacts(
            employer=str(each),
            is_new=each in new,
            looks_for_since=looks_for.get(each),
            lead_is_free_since=free.get(each),
            met_on=met.get(each),
            is_shared=each in shared,
        )
        for each in everybody
    ]


def _new(meeting: UnitMeeting, since: date) -> list[int]:
    moment = datetime.combine(since, time.min, OSLO)
    rows = Employer.objects.filter(team=meeting.team_id, created_at__gte=moment)
    return list(rows.order_by("-created_at", "pk").values_list("pk", flat=True)[:MOST])


def _free_leads(meeting: UnitMeeting, since: date, *, on: date) -> dict[int, date]:
    """Leads with an employer of the team that the jobseeker did not want, or that ended without a job."""
    people = who_can_come_up(meeting, on=on).order_by()
    leads = Lead.objects.filter(person__in=people, employer__team=meeting.team_id, employer__closed_on=None)
    declined = leads.filter(wanted=False, result="", wanted_on__gt=since)
    ended = leads.filter(result__in=[LeadResult.NO, LeadResult.WITHDRAWN], result_on__gt=since)
    found = _newest(declined, "wanted_on")
    for employer, day in _newest(ended, "result_on").items():
        found[employer] = max(day, found.get(employer, day))
    return found


def _shared_before(meeting: UnitMeeting, employers: Iterable[int]) -> set[int]:
    rows = AgendaItem.objects.filter(
        employer__in=list(employers), meeting__team=meeting.team_id, meeting__closed_on__isnull=False
    )
    return set(rows.filter(taken_off_on=None).values_list("employer_id", flat=True))


def _of(model: type[Any], meeting: UnitMeeting) -> QuerySet[Any]:
    rows: QuerySet[Any] = model._default_manager.filter(
        employer__team=meeting.team_id, employer__closed_on=None
    )
    return rows


def _newest(rows: QuerySet[Any], column: str) -> dict[int, date]:
    found = rows.order_by().values_list("employer").annotate(last=Max(column)).order_by("-last", "employer")
    return dict(found[:MOST])
