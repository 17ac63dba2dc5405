"""The vocational assessment: ten areas talked through over several meetings, by both (I §4.2; W-05)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.permissions import Permission
from fotfeste.domain.verdict import Verdict, because


class AssessmentArea(StrEnum):
    """What the conversation is about, in the order it is offered. No order is required (I §4.2)."""

    PERSONAL = "personal"
    EDUCATION = "education"
    EVERYDAY = "everyday"
    SERVICES = "services"
    HEALTH = "health"
    ECONOMY = "economy"
    DISCLOSURE = "disclosure"
    CHANGE = "change"
    AMOUNT = "amount"
    EXPERIENCE = "experience"


class ContributionKind(StrEnum):
    """What was said: something, a strength, or that one would rather not answer, which is an answer."""

    SAID = "said"
    STRENGTH = "strength"
    RATHER_NOT = "rather_not"


class Capacity(StrEnum):
    """In which capacity somebody contributes."""

    JOBSEEKER = "jobseeker"
    SPECIALIST = "specialist"


@dataclass(frozen=True, slots=True)
class Contribution:
    """One thing put down, as it stands. `has_use`: it says where in working life a strength is useful."""

    area: AssessmentArea
    kind: ContributionKind
    capacity: Capacity
    on: date
    has_text: bool = True
    has_use: bool = False


AREA_NEEDS: dict[AssessmentArea, Permission] = {
    AssessmentArea.ECONOMY: Permission.ECONOMY_READ,
    AssessmentArea.DISCLOSURE: Permission.DISCLOSURE_READ,
}
"""Areas that take more than the assessment itself to read."""


def may_contribute(new: Contribution, *, replaced: Contribution | None = None) -> Verdict:
    """Why this cannot be put down. Each writes in their own name; nobody rewrites the other's words."""
    if replaced is not None and replaced.capacity is not new.capacity:
        return (because("assessment.others-words", "I §4.2"),)
    if new.kind is not ContributionKind.RATHER_NOT and not new.has_text:
        return (because("assessment.nothing-said", "I §4.2"),)
    is_unlinked = new.kind is ContributionKind.STRENGTH and not new.has_use
    if is_unlinked and new.capacity is Capacity.SPECIALIST:
        return (because("assessment.strength-without-use", "house §career-profile"),)
    return ()


def answered(contributions: Iterable[Contribution]) -> frozenset[AssessmentArea]:
    """The areas in which something is said. «Would rather not» is said too."""
    return frozenset(each.area for each in contributions)


def left(contributions: Iterable[Contribution]) -> tuple[AssessmentArea, ...]:
    """The areas in which nothing is said yet, in order."""
    done = answered(contributions)
    return tuple(area for area in AssessmentArea if area not in done)


def would_rather_not(contributions: Iterable[Contribution], area: AssessmentArea) -> bool:
    """Whether all that is said of an area is that the person would rather not answer."""
    kinds = {each.kind for each in contributions if each.area is area}
    return kinds == {ContributionKind.RATHER_NOT}


def yet_to_name_strengths(contributions: Iterable[Contribution]) -> tuple[Capacity, ...]:
    """W-05: both name strengths. Who has not named any yet."""
    named = {each.capacity for each in contributions if each.kind is ContributionKind.STRENGTH}
    return tuple(capacity for capacity in Capacity if capacity not in named)
