"""A meeting in life: agreed, moved, held, missed, called off; who comes, and where it is (I §3)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.permissions import RelationKind
from fotfeste.domain.startup import PlaceKind
from fotfeste.domain.verdict import Verdict, because


class Attendant(StrEnum):
    """Who can come besides the jobseeker and the specialist. OTHER is said in words of one's own."""

    CLINICIAN = "clinician"
    NAV_ADVISER = "nav_adviser"
    NEXT_OF_KIN = "next_of_kin"
    OTHER = "other"


class FellThrough(StrEnum):
    """Why a meeting that was agreed was not held."""

    MISSED = "missed"
    CALLED_OFF = "called_off"


class MeetingState(StrEnum):
    """What a meeting is today. NOT_LOGGED: its day has passed and nobody has said what became of it."""

    PLANNED = "planned"
    MOVED = "moved"
    NOT_LOGGED = "not_logged"
    HELD = "held"
    MISSED = "missed"
    CALLED_OFF = "called_off"


@dataclass(frozen=True, slots=True)
class OutsideOffice:
    """How many meetings were held outside the office, of how many whose place is known (I-3.3)."""

    outside: int
    known: int


_COMES_AS = {
    RelationKind.CLINICIAN: Attendant.CLINICIAN,
    RelationKind.NAV_ADVISER: Attendant.NAV_ADVISER,
    RelationKind.NEXT_OF_KIN: Attendant.NEXT_OF_KIN,
}


@dataclass(frozen=True, slots=True)
class AgreedMeeting:
    """A meeting that is agreed, neither of the start-up nor with an employer. `meeting` is its key."""

    meeting: str
    on: date


def state_of(
    day: date, *, on: date, is_held: bool, fell_through: FellThrough | None = None, was_moved: bool = False
) -> MeetingState:
    """What the meeting is on that day."""
    if is_held:
        return MeetingState.HELD
    if fell_through is not None:
        return MeetingState(fell_through.value)
    if day < on:
        return MeetingState.NOT_LOGGED
    return MeetingState.MOVED if was_moved else MeetingState.PLANNED


def attendant_of(kind: RelationKind) -> Attendant:
    """What somebody who stands around the person comes as."""
    return _COMES_AS.get(kind, Attendant.OTHER)


def may_come(attendants: Collection[Attendant], *, wishes_nav: bool) -> Verdict:
    """Why these cannot come: the NAV adviser comes only when the jobseeker wishes it (I-3.1)."""
    if Attendant.NAV_ADVISER in attendants and not wishes_nav:
        return (because("meeting.nav-adviser-not-wished", "I §3"),)
    return ()


def outside_office(places: Iterable[PlaceKind]) -> OutsideOffice:
    """Of meetings that were held. The phone is no place, and one that nobody wrote down is not counted."""
    known = [place for place in places if place not in {PlaceKind.UNKNOWN, PlaceKind.PHONE}]
    return OutsideOffice(sum(place is not PlaceKind.OFFICE for place in known), len(known))
