"""Contact with an employer on the jobseeker's behalf: first it is clarified what may be told (I-4.3c)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.day_limits import can_be_agreed
from fotfeste.domain.disclosure import DisclosureStatement, not_clarified_for
from fotfeste.domain.verdict import Verdict


class ContactWay(StrEnum):
    """How an employer is contacted."""

    MEETING = "meeting"
    VISIT = "visit"
    PHONE = "phone"
    VIDEO = "video"
    MAIL = "mail"
    CV = "cv"
    APPLICATION = "application"


FACE_TO_FACE = frozenset({ContactWay.MEETING, ContactWay.VISIT})
"""Ways in which two people stand before each other (fidelity 17: no others count)."""


@dataclass(frozen=True, slots=True)
class StoppedText:
    """A text that was on its way to an employer and was stopped. `text` is its key."""

    text: str
    employer_name: str
    stopped_on: date


@dataclass(frozen=True, slots=True)
class NextStep:
    """What was to come after a contact on the person's behalf. `contact` is the contact's key."""

    contact: str
    employer_name: str
    on: date


@dataclass(frozen=True, slots=True)
class JournalTask:
    """Something to be carried into the health journal. `task` is its key."""

    task: str
    raised_on: date


def is_face_to_face(way: ContactWay) -> bool:
    """Whether they met in person."""
    return way in FACE_TO_FACE


def may_not_plan(employer: str, statements: Iterable[DisclosureStatement], *, day: date, on: date) -> Verdict:
    """Why a contact with this employer cannot be agreed for that day. Empty: it can."""
    said_by_now = [each for each in statements if each.stated_on <= on]
    return (*not_clarified_for(employer, said_by_now), *can_be_agreed(day, on=on))
