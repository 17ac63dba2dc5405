"""Three cups of tea: how far the relation with an employer has come, told by what was logged (I §6.3).

Only a contact that somebody has called a cup counts as one: nothing is guessed from how many there were.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from fotfeste.domain.dates import add_months
from fotfeste.domain.employer_contact import ContactWay, is_face_to_face
from fotfeste.domain.verdict import Verdict, because


class Cup(IntEnum):
    """Which of the three meetings: get to know, learn what they need, come back with a suggestion."""

    FIRST = 1
    SECOND = 2
    THIRD = 3


class RelationStage(StrEnum):
    """How far the relation has come."""

    NONE = "none"
    FIRST_CUP = "first_cup"
    SECOND_CUP = "second_cup"
    THIRD_CUP = "third_cup"
    KEPT_UP = "kept_up"


@dataclass(frozen=True, slots=True)
class TeamContact:
    """A contact with an employer that is about no jobseeker. `cup` is what somebody said it was."""

    on: date
    way: ContactWay
    cup: Cup | None = None


@dataclass(frozen=True, slots=True)
class RelationRhythm:
    """After how long without contact it is time to be in touch, also without a match."""

    quiet_after_months: int


@dataclass(frozen=True, slots=True)
class EmployerRelation:
    """The relation as it stands: the day of each cup (None where none was logged), and the last contact."""

    stage: RelationStage
    cups: tuple[date | None, date | None, date | None]
    last_on: date | None

    @property
    def next_cup(self) -> Cup | None:
        """The cup that comes next; None when all three have been had."""
        had = max((cup for cup in Cup if self.cups[cup - 1] is not None), default=None)
        if had is None:
            return Cup.FIRST
        return None if had is Cup.THIRD else Cup(had + 1)


_STAGES = {
    Cup.FIRST: RelationStage.FIRST_CUP,
    Cup.SECOND: RelationStage.SECOND_CUP,
    Cup.THIRD: RelationStage.THIRD_CUP,
}


def relation(contacts: Iterable[TeamContact]) -> EmployerRelation:
    """How far it has come. The highest cup counts, also where an earlier one was never logged."""
    known = sorted(contacts, key=lambda contact: contact.on)
    first, second, third = (_day_of(cup, known) for cup in Cup)
    last = known[-1].on if known else None
    return EmployerRelation(_stage((first, second, third), last), (first, second, third), last)


def is_no_cup(way: ContactWay, cup: Cup | None) -> Verdict:
    """Why this was no cup of tea. Empty: it was one, or nobody said that it was."""
    if cup is None or is_face_to_face(way):
        return ()
    return (because("employer-relation.cup-is-a-meeting", "I §6.3"),)


def is_quiet(found: EmployerRelation, *, on: date, rhythm: RelationRhythm) -> Verdict:
    """That it is long since the last contact: advice, never a lock. Empty without a relation."""
    if found.last_on is None or found.last_on > add_months(on, -rhythm.quiet_after_months):
        return ()
    months = rhythm.quiet_after_months
    return (because("employer-relation.quiet", "I §6.3", last_on=found.last_on, months=months),)


def is_closed_on(closed_on: date | None, day: date) -> Verdict:
    """Why there was no contact with this employer that day: it had closed by then."""
    if closed_on is None or day <= closed_on:
        return ()
    return (because("employer.closed", "house §employers", closed_on=closed_on),)


def _day_of(cup: Cup, contacts: Iterable[TeamContact]) -> date | None:
    return next((contact.on for contact in contacts if contact.cup is cup), None)


def _stage(cups: tuple[date | None, date | None, date | None], last: date | None) -> RelationStage:
    had = max((cup for cup in Cup if cups[cup - 1] is not None), default=None)
    if had is None:
        return RelationStage.NONE
    third = cups[Cup.THIRD - 1]
    if third is not None and last is not None and last > third:
        return RelationStage.KEPT_UP
    return _STAGES[had]
