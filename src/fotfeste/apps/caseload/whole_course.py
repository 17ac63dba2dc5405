"""The whole course of one person, every episode of it, in the same few statements however long it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fotfeste.apps.caseload.course import Day, days_of
from fotfeste.apps.caseload.person import Header, Look, header_of
from fotfeste.apps.consents.door import Found, opened
from fotfeste.apps.discharge.models import Discharge
from fotfeste.apps.disclosure.models import ContactState, EmployerContact
from fotfeste.apps.episodes.models import Episode, Meeting
from fotfeste.apps.episodes.models_holds import HospitalStay, SearchHold
from fotfeste.domain.course import CourseFacts
from fotfeste.domain.employment import Employment
from fotfeste.domain.permissions import Permission
from fotfeste.domain.timeline import CoursePicture, course_picture


@dataclass(frozen=True, slots=True)
class Left:
    """A discharge with its letter."""

    public_id: UUID
    on: date


@dataclass(frozen=True, slots=True)
class WholeCourse:
    """The picture's data. What the reader may not see was never loaded."""

    header: Header
    picture: CoursePicture
    left: list[Left]


def access_whole_course(look: Look) -> WholeCourse:
    """Everything that lasted or happened, as far as this reader may see it."""
    with opened(
        look.acting,
        look.public_id,
        Permission.COURSE_READ,
        at=look.at,
        purpose=look.purpose,
        area="whole_course",
    ) as found:
        header = header_of(found, on=look.on)
        return WholeCourse(header, _picture(found, look.on), _left(found))


def _picture(found: Found, on: date) -> CoursePicture:
    person, reads_all = found.person, found.may(Permission.NOTE_READ)
    episodes = list(Episode.objects.filter(person=person).order_by("pk"))
    days = days_of(person.pk)
    held = Meeting.objects.filter(person=person, is_held=True)
    return course_picture(
        [_facts(episode, days, is_newest=episode is episodes[-1]) for episode in episodes],
        on=on,
        jobs=_jobs(days) if found.may(Permission.EMPLOYMENT_READ) else (),
        holds=[row.as_fact() for row in SearchHold.objects.filter(person=person)],
        stays=[row.as_fact() for row in HospitalStay.objects.filter(person=person)] if reads_all else (),
        meetings=held.values_list("held_on", flat=True),
        employer_contacts=_contacts(found) if reads_all else _first_contacts(episodes),
    )


def _facts(episode: Episode, days: Sequence[Day], *, is_newest: bool) -> CourseFacts:
    """What decides the stages of one episode: its own meetings, and what lies between its days."""
    began = date.min if is_newest or episode.referred_on is None else episode.referred_on
    over = episode.discharged_on or date.max
    within = [day for day in days if began <= day.day <= over]
    search = [day.day for day in within if day.what == "profile"]
    search += [
        day for day in (episode.start_up_finished_on, episode.first_employer_contact_on) if day is not None
    ]
    return CourseFacts(
        referred_on=episode.referred_on,
        start_up_on=tuple(day.day for day in within if day.what == "held" and day.episode == episode.pk),
        search_on=tuple(search),
        jobs=_jobs(within),
        discharged_on=episode.discharged_on,
    )


def _jobs(days: Sequence[Day]) -> tuple[Employment, ...]:
    return tuple(
        Employment(day.day, day.until, day.number, day.text, bool(day.flag))
        for day in days
        if day.what == "job"
    )


def _contacts(found: Found) -> list[date]:
    rows = EmployerContact.objects.filter(
        person=found.person, state=ContactState.HELD, held_on__isnull=False
    ).values_list("held_on", flat=True)
    return [day for day in rows if day is not None]


def _first_contacts(episodes: Sequence[Episode]) -> list[date]:
    days = (episode.first_employer_contact_on for episode in episodes)
    return [day for day in days if day is not None]


def _left(found: Found) -> list[Left]:
    if not found.may(Permission.NOTE_READ):
        return []
    rows = Discharge.objects.filter(person=found.person).order_by("-discharged_on", "-pk")
    return [Left(row.public_id, row.discharged_on) for row in rows]
