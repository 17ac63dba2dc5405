"""The start-up: one to five meetings, the first of them soon after the referral (I §3, §4.1)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PlaceKind(StrEnum):
    """Where a meeting was: I §3 wants a neutral place."""

    NEUTRAL = "neutral"
    OFFICE = "office"
    TREATMENT = "treatment"
    WORKPLACE = "workplace"
    PHONE = "phone"
    UNKNOWN = "unknown"


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
    """

    meetings: tuple[StartUpMeeting, ...] = ()
    planned_on: date | None = None
    finished_on: date | None = None
    information_talk_held: bool | None = None
    has_delay_cause: bool = False
    contingency_plan_on: date | None = None
    reflected_on: tuple[str, ...] = ()
