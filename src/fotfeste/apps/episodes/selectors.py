"""Finding the course of support of one person."""

from collections.abc import Iterable
from uuid import UUID

from fotfeste.apps.episodes.models import CaseNote, Episode, Meeting, MeetingKind, OpenQuestion
from fotfeste.apps.people.models import Person
from fotfeste.domain.verdict import Refused, because


def newest_episode(person: Person) -> Episode | None:
    """The newest course of support, open or over."""
    return Episode.objects.filter(person=person).order_by("-pk").first()


def open_episode(person: Person) -> Episode:
    """The course of support that is going on. Raises Refused when there is none (I §7.3)."""
    episode = newest_episode(person)
    if episode is None or episode.discharged_on is not None:
        raise Refused((because("episode.none-open", "I §7"),))
    return episode


def next_planned(episode: Episode) -> Meeting | None:
    """The first start-up meeting that is agreed and not yet held."""
    planned = episode.meetings.filter(kind=MeetingKind.START_UP, is_held=False)
    return planned.order_by("held_on", "pk").first()


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


def meetings_of(episode: Episode | None) -> Iterable[Meeting]:
    """All meetings of a course, the newest first."""
    return episode.meetings.order_by("-held_on", "-pk") if episode else ()
