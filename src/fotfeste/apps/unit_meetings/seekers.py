"""What the rules are told of those who can come up in a meeting, in few statements however many they are."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Max, Min, Q, QuerySet

from fotfeste.apps.caseload.course import courses
from fotfeste.apps.caseload.mine import going_on
from fotfeste.apps.consents.models import Answer, ConsentStatement
from fotfeste.apps.disclosure.models import ContactState, EmployerContact
from fotfeste.apps.episodes.models import ContactAttempt, Meeting
from fotfeste.apps.job_search.models import Application, Interview, Lead
from fotfeste.apps.people.models import Person
from fotfeste.apps.unit_meetings.models import AgendaItem, UnitMeeting
from fotfeste.apps.unit_meetings.treating import treated_in
from fotfeste.domain.employment import is_under_way
from fotfeste.domain.permissions import ConsentScope, Protection
from fotfeste.domain.unit_meeting import SeekerFacts, UnitMeetingKind


def who_can_come_up(meeting: UnitMeeting, *, on: date) -> QuerySet[Person]:
    """Those of the team; in the treatment team's meeting those it shares. Nobody who is protected:

    not even that there is somebody is told by a rule. Who follows them can put them on the agenda.
    """
    people = Person.objects.filter(
        ownerships__unit=meeting.team_id,
        ownerships__until_day=None,
        protection=Protection.NONE,
        is_own_staff=False,
    )
    if meeting.kind == UnitMeetingKind.TREATMENT_TEAM:
        treated = treated_in(meeting.treatment_team_id or 0, on=on)
        people = people.filter(_is_shared(meeting), pk__in=treated.values("person"))
    return going_on(people, on=on).order_by("pk")


def seekers(meeting: UnitMeeting, *, on: date) -> list[SeekerFacts]:
    """The facts of each of them. The key of a person is the row id as text."""
    people = list(who_can_come_up(meeting, on=on).values_list("pk", flat=True))
    course = courses(people)
    contacts = EmployerContact.objects.filter(person_id__in=people, state=ContactState.HELD)
    employer = _last(contacts, "held_on")
    met = _last(Meeting.objects.filter(person_id__in=people, is_held=True), "held_on")
    reached = _last(ContactAttempt.objects.filter(person_id__in=people, was_reached=True), "on")
    taken = _taken_up(meeting, people)
    answered = _last(Application.objects.filter(person_id__in=people), "answered_on")
    interview = _last(Interview.objects.filter(person_id__in=people, is_held=True), "on")
    waiting = _leads_waiting(people)
    found = []
    for person in people:
        mine, stands = course[person], course[person].standing(on=on)
        jobs = [job.started_on for job in mine.jobs if is_under_way(job, on=on) and job.started_on]
        first_contact = mine.episode.first_employer_contact_on if mine.episode else None
        found.append(
            SeekerFacts(
                person=str(person),
                stage=stands.stage,
                since=stands.since,
                employer_contact_on=_latest(
                    employer.get(person), first_contact, answered.get(person), interview.get(person)
                ),
                in_touch_on=_latest(met.get(person), reached.get(person)),
                profile_on=_latest(*(profile.dated_on for profile in mine.profiles)),
                job_started_on=min(jobs, default=None),
                taken_up_on=taken.get(person),
                lead_waits_since=waiting.get(person),
            )
        )
    return found


def _leads_waiting(people: list[int]) -> dict[int, date]:
    """For each the oldest day a lead was wanted that is neither applied for nor led further."""
    rows = Lead.objects.filter(person_id__in=people, wanted=True, result="", wanted_on__isnull=False)
    rows = rows.filter(application=None, interviews=None)
    return dict(rows.values_list("person").annotate(first=Min("wanted_on")))


def _is_shared(meeting: UnitMeeting) -> Q:
    """By law within one controller; between two with the person's consent (as the door has it)."""
    treating = meeting.treatment_team
    released = ConsentStatement.objects.filter(
        scope=ConsentScope.HEALTH_RELEASE, answer=Answer.YES, confirmed_at__isnull=False, ended_at=None
    )
    same = Q(controller=treating.controller_id) if treating else Q(pk=None)
    return same | Q(pk__in=released.values("person"))


def _taken_up(meeting: UnitMeeting, people: list[int]) -> dict[int, date]:
    """When a finished meeting of this kind last had each of them on its agenda."""
    rows = AgendaItem.objects.filter(
        person_id__in=people,
        taken_off_on=None,
        meeting__kind=meeting.kind,
        meeting__team=meeting.team_id,
        meeting__treatment_team=meeting.treatment_team_id,
        meeting__closed_on__isnull=False,
    ).exclude(meeting=meeting)
    return dict(rows.values_list("person").annotate(last=Max("meeting__held_on")))


def _last(rows: "QuerySet[Any]", column: str) -> dict[int, date]:
    return dict(rows.values_list("person").annotate(last=Max(column)))


def _latest(*days: date | None) -> date | None:
    known: Iterable[date] = [day for day in days if day is not None]
    return max(known, default=None)
