"""One person's pages, read through the door: overview, timeline, facts, notes, one act."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Q

from fotfeste.apps.agenda.selectors import StoredLine, lines_of
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.caseload.beside import beside
from fotfeste.apps.caseload.course import Course, courses
from fotfeste.apps.caseload.events import readable
from fotfeste.apps.caseload.near import Near, near
from fotfeste.apps.consents.door import Found, opened
from fotfeste.apps.consents.models import ConsentStatement, DisclosureStatement
from fotfeste.apps.consents.selectors import all_consents, stands_in_force
from fotfeste.apps.economy.models import BenefitStatement, NavRegistration
from fotfeste.apps.economy.selectors import benefit_of, registration_of
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.employment.selectors import jobs_of
from fotfeste.apps.episodes.models import CaseNote, Episode, Meeting
from fotfeste.apps.episodes.models_holds import HospitalStay, SearchHold
from fotfeste.apps.episodes.selectors import earlier_episodes, meetings_of, newest_meetings, notes_of
from fotfeste.apps.episodes.selectors_holds import hold_going_on, stay_going_on
from fotfeste.apps.episodes.services.guideline import applications_of as guidelines_of
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Event
from fotfeste.apps.people.sealed import Sealed, SealedContact
from fotfeste.apps.plans.models import CareerProfileVersion, Wishes
from fotfeste.apps.plans.selectors import profiles_of, wishes_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.course import Standing
from fotfeste.domain.guideline_versions import Applied
from fotfeste.domain.permissions import Circumstances, Permission, Protection

A_PAGE = 30
MEETINGS = 6
"""How many meetings stand on the overview."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Header:
    """What stands at the top of every page about a person. `standing` is None for one who may not see it."""

    public_id: UUID
    name: SealedContact
    protection: Protection
    standing: Standing | None
    referred_on: date | None
    permitted: frozenset[Permission]
    circumstances: Circumstances
    course: Course
    key: SealingKey = field(repr=False)

    def may(self, permission: Permission) -> bool:
        """Whether the reader may see or do this too."""
        return permission in self.permitted


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page about a person. What the reader may not see is empty here: it was never loaded."""

    header: Header
    lines: list[StoredLine]
    wishes: Wishes | None
    stands: list[DisclosureStatement]
    around: tuple[Near, ...]
    meetings: list[Meeting]
    hold: SearchHold | None
    stay: HospitalStay | None
    beside: frozenset[str]
    """What other apps have to show this reader (caseload/beside.py)."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """What has happened, the newest first. `next_after` goes on from the oldest shown."""

    header: Header
    events: list[Event]
    next_after: Event | None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that is told, with its day and where it comes from."""

    header: Header
    contact: SealedContact | None
    meetings: list[Meeting]
    profiles: list[CareerProfileVersion]
    jobs: list[Employment]
    consents: list[ConsentStatement]
    stands: list[DisclosureStatement]
    registration: NavRegistration | None
    benefit: BenefitStatement | None
    wishes: Wishes | None
    earlier: list[Episode]
    guidelines: list[Applied]


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes, the newest first, still sealed."""

    header: Header
    notes: list[CaseNote]
    next_before: UUID | None

    def text(self, note: CaseNote) -> str:
        """What stands in a note."""
        return str(Sealed(note, "sealed_text", self.header.key))


@dataclass(frozen=True, slots=True)
class Look:
    """Who looks at whom, when, and what for."""

    acting: Acting
    public_id: UUID
    at: datetime
    on: date
    purpose: str = ""


def access_overview(look: Look) -> Overview:
    """The overview, with everything on it that this reader may see."""
    with _opened(look, Permission.PERSON_OPEN, area="overview") as (found, header):
        person = found.person
        return Overview(
            header=header,
            lines=lines_of(person.pk) if found.may(Permission.AGENDA_READ) else [],
            wishes=wishes_of(person) if found.may(Permission.WISHES_READ) else None,
            stands=stands_in_force(person) if found.may(Permission.DISCLOSURE_READ) else [],
            around=near(found, look.on) if found.may(Permission.PEOPLE_AROUND_READ) else (),
            meetings=newest_meetings(header.course.episode, most=MEETINGS)
            if found.may(Permission.NOTE_READ)
            else [],
            hold=hold_going_on(header.course.episode) if found.may(Permission.COURSE_READ) else None,
            stay=stay_going_on(header.course.episode) if found.may(Permission.NOTE_READ) else None,
            beside=beside(found),
        )


def access_timeline(look: Look, *, after: tuple[date, UUID] | None = None) -> Timeline:
    """What has happened, some at a time."""
    with _opened(look, Permission.COURSE_READ, area="timeline") as (found, header):
        events = Event.objects.filter(readable(found), person=found.person).select_related("by")
        if after:
            day, last = after
            row = Event.objects.filter(public_id=last, person=found.person).values("pk")[:1]
            events = events.filter(Q(on__lt=day) | Q(on=day, pk__lt=row))
        rows = list(events.order_by("-on", "-pk")[: A_PAGE + 1])
        return Timeline(header, rows[:A_PAGE], rows[A_PAGE - 1] if len(rows) > A_PAGE else None)


def access_facts(look: Look) -> Facts:
    """Everything that is told of the person and that this reader may see."""
    with _opened(look, Permission.PERSON_OPEN, area="facts") as (found, header):
        person = found.person

        def if_allowed(permission: Permission, load: Callable[[], T], otherwise: T) -> T:
            return load() if found.may(permission) else otherwise

        def meetings() -> list[Meeting]:
            with_missed = found.may(Permission.NOTE_READ)
            return list(meetings_of(header.course.episode, with_missed=with_missed))

        return Facts(
            header=header,
            contact=header.name if found.may(Permission.CONTACT_READ) else None,
            meetings=if_allowed(Permission.COURSE_READ, meetings, []),
            profiles=if_allowed(Permission.COURSE_READ, lambda: profiles_of(person), []),
            jobs=if_allowed(Permission.EMPLOYMENT_READ, lambda: jobs_of(person), []),
            consents=if_allowed(Permission.CONSENT_READ, lambda: all_consents(person), []),
            stands=if_allowed(Permission.DISCLOSURE_READ, lambda: stands_in_force(person), []),
            registration=if_allowed(Permission.ECONOMY_READ, lambda: registration_of(person), None),
            benefit=if_allowed(Permission.ECONOMY_READ, lambda: benefit_of(person), None),
            wishes=if_allowed(Permission.WISHES_READ, lambda: wishes_of(person), None),
            guidelines=if_allowed(Permission.COURSE_READ, lambda: guidelines_of(header.course.episode), []),
            earlier=if_allowed(Permission.COURSE_READ, lambda: earlier_episodes(person), []),
        )


def access_notes(look: Look, *, before: UUID | None = None) -> Notes:
    """The notes, some at a time."""
    with _opened(look, Permission.NOTE_READ, area="notes") as (found, header):
        rows = notes_of(found.person, before=before, most=A_PAGE + 1)
        more = rows[A_PAGE - 1].public_id if len(rows) > A_PAGE else None
        return Notes(header, rows[:A_PAGE], more)


def access_identity_number(look: Look) -> tuple[Header, Sealed]:
    """The identity number, asked for by itself and logged by itself."""
    permission, action = Permission.IDENTITY_NUMBER_READ, Action.IDENTITY_NUMBER_SEEN
    with _opened(look, permission, action=action, area="identity_number") as (found, header):
        return header, Sealed(found.person, "sealed_identity_number", found.key)


@contextmanager
def _opened(
    look: Look, permission: Permission, *, area: str, action: Action = Action.PERSON_SEEN
) -> Iterator[tuple[Found, Header]]:
    with opened(
        look.acting, look.public_id, permission, at=look.at, action=action, purpose=look.purpose, area=area
    ) as found:
        yield found, header_of(found, on=look.on)


def header_of(found: Found, *, on: date) -> Header:
    """The top of the page, from an opened record."""
    may_see_course = found.may(Permission.COURSE_READ)
    course = courses([found.person.pk])[found.person.pk] if may_see_course else Course(None)
    return Header(
        public_id=found.person.public_id,
        name=SealedContact(found.person, found.key),
        protection=Protection(found.person.protection),
        standing=course.standing(on=on) if may_see_course else None,
        referred_on=course.episode.referred_on if course.episode else None,
        permitted=found.decision.permitted,
        circumstances=found.circumstances,
        course=course,
        key=found.key,
    )
