"""The start-up: one to five meetings, the first of them soon after the referral (I §3, §4.1)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fotfeste.domain.method import Method, asks_clinician
from fotfeste.domain.verdict import Verdict, because


class PlaceKind(StrEnum):
    """Where a meeting was: I §3 wants a neutral place."""

    NEUTRAL = "neutral"
    OFFICE = "office"
    TREATMENT = "treatment"
    WORKPLACE = "workplace"
    PHONE = "phone"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class StartUpGuideline:
    """What the guideline advises of the start-up: days to the first meeting, and how many meetings."""

    first_meeting_days: int
    fewest_meetings: int
    most_meetings: int
    meetings_with_clinician: int


@dataclass(frozen=True, slots=True)
class StartUpMeeting:
    """A start-up meeting that was held. `clinician_attended` is None where nobody has said."""

    held_on: date
    clinician_attended: bool | None = None
    place_kind: PlaceKind = PlaceKind.UNKNOWN


@dataclass(frozen=True, slots=True)
class StartUp:
    """What is known of the start-up.

    `planned_on` is the next meeting that is agreed and not yet held.
    `finished_on` is the day the answer was recorded: whether and how IPS can help (I-4.1g).
    `information_talk_held` is None where nobody has said.
    `reflected_on` names the departures from the guideline that have been thought about.
    `points_ticked` are codes of points of the start-up's agenda that have been gone through.
    `method` is what the course follows: with Supported Employment no clinician is asked for.
    """

    meetings: tuple[StartUpMeeting, ...] = ()
    planned_on: date | None = None
    finished_on: date | None = None
    information_talk_held: bool | None = None
    has_delay_cause: bool = False
    contingency_plan_on: date | None = None
    reflected_on: tuple[str, ...] = ()
    points_ticked: tuple[str, ...] = ()
    method: Method = Method.IPS


def first_meeting_by(referred_on: date, guideline: StartUpGuideline) -> date:
    """The last day of the guideline's "preferably within". Plain days: advice does not move past holidays."""
    return referred_on + timedelta(days=guideline.first_meeting_days)


def first_meeting_on(start_up: StartUp) -> date | None:
    """The day of the first meeting that was held."""
    return min((meeting.held_on for meeting in start_up.meetings), default=None)


def clinician_was_absent(start_up: StartUp, guideline: StartUpGuideline) -> bool:
    """Whether it is known that the clinician came to fewer meetings than advised. Not said is not absent."""
    if not asks_clinician(start_up.method):
        return False
    may_have_come = sum(meeting.clinician_attended is not False for meeting in start_up.meetings)
    return bool(start_up.meetings) and may_have_come < guideline.meetings_with_clinician


def departures(start_up: StartUp, referred_on: date | None, guideline: StartUpGuideline) -> Verdict:
    """Where the guideline was not met. Something to reflect on, never a lock (I-4.1a, I-3.1)."""
    found = []
    first = first_meeting_on(start_up)
    if first is not None and referred_on is not None and first > first_meeting_by(referred_on, guideline):
        days = (first - referred_on).days
        found.append(because("startup.first-meeting-late", "I §4.1", held_on=first, days=days))
    if start_up.finished_on is not None and clinician_was_absent(start_up, guideline):
        found.append(because("startup.clinician-never-there", "I §3"))
    return tuple(found)
