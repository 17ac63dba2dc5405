"""Finding the course of support of one person."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import F, QuerySet

from fotfeste.apps.episodes.models import (
    CaseNote,
    Episode,
    Meeting,
    MeetingKind,
    OpenQuestion,
    PointDone,
)
from fotfeste.apps.people.models import Person
from fotfeste.domain.meetings import FellThrough
from fotfeste.domain.verdict import Refused, because
from fotfeste.prepared import prepared


def newest_episode(person: Person) -> Episode | None:
    """The newest course of support, open or over."""
    return Episode.objects.filter(person=person).order_by("-pk").first()


def earlier_episodes(person: Person) -> list[Episode]:
    """The courses of support before the newest, the last of them first (I-7.3)."""
    return list(Episode.objects.filter(person=person).order_by("-pk")[1:])


def open_episode(person: Person) -> Episode:
    """The course of support that is going on. Raises Refused when there is none (I §7.3)."""
    episode = newest_episode(person)
    if episode is None or episode.discharged_on is not None:
        raise Refused((because("episode.none-open", "I §7"),))
    return episode


def next_planned(episode: Episode) -> Meeting | None:
    """The first start-up meeting that is agreed and not yet held."""
    planned = episode.meetings.filter(kind=MeetingKind.START_UP, is_held=False, fell_through="")
    return planned.order_by("held_on", "pk").first()


def meeting_of(person: Person, public_id: UUID) -> Meeting | None:
    """One meeting of this person."""
    return Meeting.objects.filter(person=person, public_id=public_id).select_related("episode").first()


def points_done_of(episode: Episode | None) -> list[PointDone]:
    """The points of the start-up's agenda that have been ticked."""
    if episode is None:
        return []
    return list(episode.points_done.select_related("done_by", "meeting").order_by("pk"))


def start_up_meetings(episode: Episode | None) -> list[Meeting]:
    """The start-up meetings that were held or are agreed, the newest first."""
    if episode is None:
        return []
    rows = episode.meetings.filter(kind=MeetingKind.START_UP, fell_through="")
    return list(rows.order_by("-held_on", "-pk"))


def notes_of(person: Person, *, before: UUID | None = None, most: int) -> list[CaseNote]:
    """Notes, the newest first; those older than note `before` when it is given."""
    notes = CaseNote.objects.filter(person=person).select_related("written_by")
    if before is not None:
        notes = notes.filter(pk__lt=CaseNote.objects.filter(public_id=before, person=person).values("pk")[:1])
    return list(notes.order_by("-pk")[:most])


def open_questions(person: Person) -> list[OpenQuestion]:
    """What is still to be cleared up, in the order it was raised."""
    return list(OpenQuestion.objects.filter(person=person, settled_on=None).order_by("pk"))


def open_question(person: Person, code: str) -> OpenQuestion | None:
    """The open question of this kind, if there is one."""
    return OpenQuestion.objects.filter(person=person, code=code, settled_on=None).first()


def meetings_of(episode: Episode | None, *, with_missed: bool = True) -> Iterable[Meeting]:
    """All meetings of a course, the newest first. That somebody did not come is not for everybody around."""
    if episode is None:
        return ()
    rows = episode.meetings.order_by("-held_on", "-pk")
    return rows if with_missed else rows.exclude(fell_through=FellThrough.MISSED)


def newest_meetings(episode: Episode | None, *, most: int) -> list[Meeting]:
    """Those that come, and the last that were, the farthest ahead first."""
    return _newest_meetings(episode.pk)[:most] if episode else []


@prepared
def _newest_meetings(episode: int) -> QuerySet[Meeting]:
    return Meeting.objects.filter(episode=episode).order_by("-held_on", "-pk")[:20]


def meetings_on(people: list[int], day: date) -> list[Meeting]:
    """What is agreed, or was, with these persons that day, by the clock."""
    return _meetings_on(people, day)


@prepared
def _meetings_on(people: list[int], day: date) -> QuerySet[Meeting]:
    rows = Meeting.objects.filter(person_id__in=people, held_on=day, is_held=False)
    return rows.order_by(F("starts_at").asc(nulls_last=True), "pk")
