"""What this app tells the agenda: referral, start-up, discharge, and what a list left open."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from fotfeste.apps.agenda.registry import Facts, Question
from fotfeste.apps.episodes.models import (
    ContactAttempt,
    Episode,
    Meeting,
    MeetingKind,
    OpenQuestion,
    PointDone,
)
from fotfeste.apps.episodes.models_holds import HospitalStay, SearchHold
from fotfeste.domain import clearing_up, problems
from fotfeste.domain.meetings import AgreedMeeting, FellThrough
from fotfeste.domain.method import Method
from fotfeste.domain.permissions import ConsentScope
from fotfeste.domain.referral import Referral
from fotfeste.domain.startup import PlaceKind, StartUp, StartUpMeeting
from fotfeste.prepared import prepared

TOLD_ELSEWHERE = (MeetingKind.START_UP, MeetingKind.EMPLOYER)
"""Kinds with lines of their own: the start-up's, and contacts with employers."""


def tell(question: Question) -> dict[int, Facts]:
    """The course of each person's newest episode."""
    episodes = newest_episodes(question.people)
    meetings: dict[int, list[Meeting]] = defaultdict(list)
    for meeting in Meeting.objects.filter(episode__in=episodes.values()).order_by("held_on", "pk"):
        meetings[meeting.episode_id].append(meeting)
    open_questions = _open_questions(question)
    attempts: dict[int, list[ContactAttempt]] = defaultdict(list)
    for attempt in ContactAttempt.objects.filter(episode__in=episodes.values()).order_by("at", "pk"):
        attempts[attempt.episode_id].append(attempt)
    ticked = _ticked(episodes)
    on_hold = holds_of(episodes.values())
    return {
        person: {
            **_course(episode, meetings[episode.pk], ticked[episode.pk]),
            **on_hold.get(episode.pk, {}),
            "earlier_course_until": episode.earlier_until,  # type: ignore[attr-defined]  # annotated by newest_episodes()
            "in_touch": in_touch(episode, meetings[episode.pk], attempts[episode.pk]),
            "open_questions": open_questions[person],
        }
        for person, episode in episodes.items()
    }


def holds_of(episodes: Iterable[Episode]) -> dict[int, Facts]:
    """By episode: the hold that lasts, and since when somebody is in hospital."""
    found: dict[int, dict[str, object]] = defaultdict(dict)
    wanted = [episode.pk for episode in episodes]
    for hold in SearchHold.objects.filter(episode__in=wanted, ended_on=None):
        found[hold.episode_id]["hold"] = hold.as_fact()
    for stay in HospitalStay.objects.filter(episode__in=wanted, left_on=None):
        found[stay.episode_id]["admitted_on"] = stay.admitted_on
    return dict(found)


def newest_episodes(people: Sequence[int]) -> dict[int, Episode]:
    """The newest episode of each person who has one."""
    return {row.person_id: row for row in _episodes(list(people))}


@prepared
def _episodes(people: list[int]) -> QuerySet[Episode]:
    """Asked together with whether search waits: a page then asks for the words only where there are any."""
    earlier = Episode.objects.filter(
        person=OuterRef("person"), pk__lt=OuterRef("pk"), accepted_on__isnull=False
    ).order_by("-pk")
    rows = Episode.objects.filter(person_id__in=people).annotate(
        is_on_hold=Exists(SearchHold.objects.filter(episode=OuterRef("pk"), ended_on=None)),
        is_in_hospital=Exists(HospitalStay.objects.filter(episode=OuterRef("pk"), left_on=None)),
        earlier_until=Subquery(earlier.values("discharged_on")[:1]),
    )
    return rows.order_by("pk")


def _ticked(episodes: Mapping[int, Episode]) -> dict[int, tuple[str, ...]]:
    rows = PointDone.objects.filter(episode__in=episodes.values()).order_by("pk")
    ticked: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for episode, code in rows.values_list("episode", "code"):
        ticked[episode] += (code,)
    return ticked


def _course(episode: Episode, meetings: Sequence[Meeting], ticked: tuple[str, ...]) -> Facts:
    return {
        "referral": Referral(episode.referred_on, is_accepted=episode.accepted_on is not None),
        "start_up": start_up(episode, meetings, ticked),
        "agreed_meetings": tuple(
            AgreedMeeting(meeting.public_id.hex, meeting.held_on)
            for meeting in meetings
            if meeting.is_planned and meeting.kind not in TOLD_ELSEWHERE
        ),
        "said_at_referral": tuple(ConsentScope(scope) for scope in episode.consents_said),
        "first_employer_contact_on": episode.first_employer_contact_on,
        "job_contacts": tuple(
            m.held_on for m in meetings if m.kind == MeetingKind.FOLLOW_ALONG and m.is_held
        ),
        "discharged_on": episode.discharged_on,
        "brought_in_on": episode.brought_in_on,
    }


def start_up(episode: Episode, meetings: Sequence[Meeting], ticked: tuple[str, ...] = ()) -> StartUp:
    """The start-up as the rules want it."""
    of_kind = [meeting for meeting in meetings if meeting.kind == MeetingKind.START_UP]
    planned = [meeting.held_on for meeting in of_kind if meeting.is_planned]
    return StartUp(
        meetings=tuple(_held(meeting) for meeting in of_kind if meeting.is_held),
        planned_on=min(planned, default=None),
        finished_on=episode.start_up_finished_on,
        information_talk_held={"held": True, "not_held": False}.get(episode.information_talk),
        has_delay_cause=bool(episode.sealed_delay_cause),
        contingency_plan_on=episode.contingency_plan_on,
        reflected_on=tuple(episode.reflected_on),
        points_ticked=ticked,
        method=Method(episode.method),
    )


def in_touch(
    episode: Episode, meetings: Sequence[Meeting], attempts: Sequence[ContactAttempt]
) -> problems.InTouch:
    """How contact has gone. `meetings` and `attempts` in the order they happened."""
    return problems.InTouch(
        appointments=tuple(
            problems.Appointment(each.held_on, came=each.is_held)
            for each in meetings
            if each.is_held or each.fell_through == FellThrough.MISSED
        ),
        attempts=tuple(problems.ContactAttempt(each.on, each.was_reached) for each in attempts),
        agreed_problem_on=episode.agreed_problem_on,
    )


def _held(meeting: Meeting) -> StartUpMeeting:
    return StartUpMeeting(meeting.held_on, meeting.clinician_attended, PlaceKind(meeting.place_kind))


def _open_questions(question: Question) -> dict[int, tuple[clearing_up.OpenQuestion, ...]]:
    rows = OpenQuestion.objects.filter(person_id__in=question.people, settled_on=None).order_by("pk")
    found: dict[int, list[clearing_up.OpenQuestion]] = defaultdict(list)
    for row in rows:
        found[row.person_id].append(clearing_up.OpenQuestion(row.code, row.column, row.ask_again_on))
    return {person: tuple(found[person]) for person in question.people}
