"""Where persons stand in the course of support: all that decides it, in two statements for any number."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import BooleanField, CharField, DateField, F, IntegerField, QuerySet, Value
from django.db.models.functions import Cast, Coalesce

from fotfeste.apps.employment.models import Employment
from fotfeste.apps.episodes.facts import newest_episodes
from fotfeste.apps.episodes.models import Episode, Meeting, MeetingKind
from fotfeste.apps.plans.models import CareerProfileVersion
from fotfeste.domain import agenda, employment
from fotfeste.domain.agenda import JobseekerFacts
from fotfeste.domain.career_profile import CareerProfileVersion as Profile
from fotfeste.domain.course import CourseStage, Standing
from fotfeste.domain.referral import Referral
from fotfeste.domain.startup import StartUp, StartUpMeeting
from fotfeste.prepared import prepared


class Day(NamedTuple):
    """Something that has a day. What `until`, `flag`, `number` and `text` mean follows from `what`."""

    person: int
    what: str
    episode: int | None
    day: date
    until: date | None
    flag: bool | None
    number: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Course:
    """One person's course: the newest episode, its start-up meetings, profiles and jobs, oldest first."""

    episode: Episode | None
    meetings: tuple[StartUpMeeting, ...] = ()
    planned: tuple[date, ...] = ()
    profiles: tuple[Profile, ...] = ()
    jobs: tuple[employment.Employment, ...] = ()

    def standing(self, *, on: date) -> Standing:
        """The course stage, and since when."""
        if self.episode is None:
            return Standing(CourseStage.REFERRED, None)
        return agenda.course_standing(self._facts(self.episode), on=on)

    def _facts(self, episode: Episode) -> JobseekerFacts:
        return JobseekerFacts(
            referral=Referral(episode.referred_on, is_accepted=episode.accepted_on is not None),
            start_up=StartUp(meetings=self.meetings, finished_on=episode.start_up_finished_on),
            profiles=self.profiles,
            first_employer_contact_on=episode.first_employer_contact_on,
            jobs=self.jobs,
            discharged_on=episode.discharged_on,
        )


def courses(people: Sequence[int]) -> dict[int, Course]:
    """The course of each of these persons."""
    episodes = newest_episodes(people)
    days: dict[int, list[Day]] = defaultdict(list)
    for day in map(Day._make, _days(list(people))):
        days[day.person].append(day)
    return {person: _course(episodes.get(person), sorted(days[person], key=_by_day)) for person in people}


def days_of(person: int) -> list[Day]:
    """Everything that decides the stages of one person's courses, oldest first; in one statement."""
    return sorted(map(Day._make, _days([person])), key=_by_day)


def _course(episode: Episode | None, days: Iterable[Day]) -> Course:
    mine = [day for day in days if day.episode is None or (episode and day.episode == episode.pk)]
    return Course(
        episode=episode,
        meetings=tuple(StartUpMeeting(day.day, day.flag) for day in mine if day.what == "held"),
        planned=tuple(day.day for day in mine if day.what == "planned"),
        profiles=tuple(Profile(day.day, day.until, bool(day.flag)) for day in mine if day.what == "profile"),
        jobs=tuple(
            employment.Employment(day.day, day.until, day.number, day.text, bool(day.flag))
            for day in mine
            if day.what == "job"
        ),
    )


def _by_day(day: Day) -> tuple[date, str]:
    return day.day, day.what


@prepared
def _days(people: list[int]) -> QuerySet[Meeting, tuple[object, ...]]:
    held = _meetings(people, "held", is_held=True)
    planned = _meetings(people, "planned", is_held=False)
    return held.union(planned, _profiles(people), _jobs(people), all=True)


def _meetings(people: Sequence[int], what: str, *, is_held: bool) -> QuerySet[Meeting, tuple[object, ...]]:
    rows = Meeting.objects.filter(
        person_id__in=people, kind=MeetingKind.START_UP, is_held=is_held, fell_through=""
    )
    return rows.values_list(
        "person_id",
        Value(what, CharField()),
        "episode_id",
        "held_on",
        _nothing(DateField()),
        "clinician_attended",
        _nothing(IntegerField()),
        Value("", CharField()),
    )


def _profiles(people: Sequence[int]) -> QuerySet[CareerProfileVersion, tuple[object, ...]]:
    return CareerProfileVersion.objects.filter(person_id__in=people).values_list(
        "person_id",
        Value("profile", CharField()),
        _nothing(IntegerField()),
        "dated_on",
        "reviewed_with_clinician_on",
        "is_brought_in",
        _nothing(IntegerField()),
        Value("", CharField()),
    )


def _jobs(people: Sequence[int]) -> QuerySet[Employment, tuple[object, ...]]:
    return Employment.objects.filter(person_id__in=people).values_list(
        "person_id",
        Value("job", CharField()),
        _nothing(IntegerField()),
        "started_on",
        "ended_on",
        "is_brought_in",
        Cast(F("percent"), IntegerField()),
        Coalesce(F("employer__name"), Value("")),
    )


def _nothing(kind: "DateField[None, None] | IntegerField[None, None] | BooleanField[None, None]") -> Cast:
    """No value, but of a type: the parts of a union must agree on theirs."""
    return Cast(Value(None), kind)
