"""Whom the agreement is used for: the young with reduced work capacity first, others with a reason (A-06).

The age is counted from a birth day that was told and put down, never from an identity number.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.agreements.limits import AgreementLimits
from fotfeste.domain.agreements.requests import TargetGroup
from fotfeste.domain.dates import add_months
from fotfeste.domain.verdict import Verdict, because

_SOURCE = "A §target-group"


class EmployerPart(StrEnum):
    """What an employer does, as far as it is known. The values are stable."""

    NONE_YET = "none_yet"
    HIRES = "hires"
    ON_MEASURE = "on_measure"
    CONSIDERS = "considers"


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """What NAV knows when it decides. None: nobody has established it."""

    born_on: date | None
    reduced_capacity: bool | None
    employer: EmployerPart = EmployerPart.NONE_YET
    has_reason: bool = False


def target_group(facts: TargetFacts, limits: AgreementLimits, *, on: date) -> TargetGroup:
    """Young, when both age and reduced work capacity are on record; else one of the others."""
    is_first = is_young(facts, limits, on=on) and facts.reduced_capacity is True
    return TargetGroup.YOUNG if is_first else TargetGroup.OTHER


def is_young(facts: TargetFacts, limits: AgreementLimits, *, on: date) -> bool:
    """Whether the person is under the age on that day. The birthday itself is no longer under."""
    if facts.born_on is None:
        return False
    return on < add_months(facts.born_on, limits.young_until_age * 12)


def may_be_used(facts: TargetFacts, limits: AgreementLimits, *, on: date) -> Verdict:
    """Why NAV cannot use the agreement yet. Whoever is not among the first needs a reason on record."""
    if target_group(facts, limits, on=on) is TargetGroup.YOUNG or facts.has_reason:
        return ()
    return (because("agreement.others-need-a-reason", _SOURCE, age=limits.young_until_age),)


def noted(facts: TargetFacts, limits: AgreementLimits, *, on: date) -> Verdict:
    """What must be said beside the decision, and stands in nobody's way."""
    found = []
    if facts.born_on is None:
        found.append(because("agreement.age-unknown", _SOURCE))
    if facts.reduced_capacity is None:
        found.append(because("agreement.capacity-unknown", _SOURCE, age=limits.young_until_age))
    if facts.employer is EmployerPart.CONSIDERS:
        found.append(because("agreement.employer-only-considers", _SOURCE))
    return tuple(found)
