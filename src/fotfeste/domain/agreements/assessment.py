"""What follow-up and measures are needed is assessed together before the agreement is written (A-13)."""

from dataclasses import dataclass

from fotfeste.domain.verdict import Reason, Verdict, because

_SOURCE = "A §assessment"


@dataclass(frozen=True, slots=True)
class AssessmentFacts:
    """The newest joint assessment, if there is one. `with_employer` is None where there was no employer.

    `says_why_not`: why somebody who should have taken part did not, is on record.
    """

    is_made: bool
    has_employer: bool = False
    with_person: bool = False
    with_employer: bool | None = None
    has_follow_up: bool = False
    has_measures: bool = False
    says_why_not: bool = False


def assessment_missing(facts: AssessmentFacts) -> Verdict:
    """What is missing before the agreement can be written from it."""
    if not facts.is_made:
        return (because("agreement.assessment-none", _SOURCE),)
    return tuple(_missing(facts))


def _missing(facts: AssessmentFacts) -> list[Reason]:
    found = []
    if not facts.has_follow_up:
        found.append(because("agreement.assessment-no-follow-up", _SOURCE))
    if not facts.has_measures:
        found.append(because("agreement.assessment-no-measures", _SOURCE))
    if not facts.with_person and not facts.says_why_not:
        found.append(because("agreement.assessment-without-person", _SOURCE))
    if facts.has_employer and facts.with_employer is not True and not facts.says_why_not:
        found.append(because("agreement.assessment-without-employer", _SOURCE))
    return found
