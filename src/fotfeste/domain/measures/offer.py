"""Which offer the need points to. The program suggests, never assigns (W-10, F-06)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from fotfeste.domain.verdict import Reason, Verdict, because


class AssessmentMeasure(StrEnum):
    """Whether an assessment measure (avklaring) is needed first, as weighed together."""

    NOT_WEIGHED = "not_weighed"
    NOT_NEEDED = "not_needed"
    NEEDED_FIRST = "needed_first"
    CARRIED_OUT = "carried_out"


class MeasureOffer(StrEnum):
    """What is suggested. The values are stable."""

    NAV_ITSELF = "nav_itself"
    ASSESSMENT_MEASURE = "assessment_measure"
    FOLLOW_UP = "follow_up"
    IPS = "ips"
    SUPPORTED_EMPLOYMENT = "supported_employment"


@dataclass(frozen=True, slots=True)
class OfferFacts:
    """The need, and what the office has. `office_is_integrated`: it works with the health service on IPS."""

    needs_more_help: bool
    needs_close_support: bool = False
    in_treatment: bool = False
    office_is_integrated: bool | None = None
    weighed: AssessmentMeasure = AssessmentMeasure.NOT_WEIGHED


def suggested(facts: OfferFacts) -> MeasureOffer:
    """The offer the need points to."""
    if not facts.needs_more_help:
        return MeasureOffer.NAV_ITSELF
    if facts.weighed is AssessmentMeasure.NEEDED_FIRST:
        return MeasureOffer.ASSESSMENT_MEASURE
    if facts.in_treatment and facts.office_is_integrated:
        return MeasureOffer.IPS
    if facts.needs_close_support or facts.in_treatment:
        return MeasureOffer.SUPPORTED_EMPLOYMENT
    return MeasureOffer.FOLLOW_UP


def missing_before(facts: OfferFacts) -> Verdict:
    """What must be done together before an offer is settled."""
    if facts.needs_more_help and facts.weighed is AssessmentMeasure.NOT_WEIGHED:
        return (because("offer.assessment-not-weighed", "F §assessment-first"),)
    return ()


def to_know(facts: OfferFacts) -> Verdict:
    """Why just this is suggested, and what is not to be had."""
    return tuple(_to_know(facts))


def _to_know(facts: OfferFacts) -> Iterator[Reason]:
    offer = suggested(facts)
    if offer is MeasureOffer.NAV_ITSELF:
        yield because("offer.nav-itself", "FOR-2015-12-11-1598 §4-3")
    elif offer is MeasureOffer.ASSESSMENT_MEASURE:
        yield because("offer.assessment-first", "F §assessment-first")
    elif offer is MeasureOffer.IPS:
        yield because("offer.ips", "W §offer")
    elif offer is MeasureOffer.SUPPORTED_EMPLOYMENT and not facts.in_treatment:
        yield because("offer.supported-employment", "W §offer")
    elif offer is MeasureOffer.FOLLOW_UP:
        yield because("offer.follow-up", "FOR-2015-12-11-1598 §4-3")
    if facts.needs_more_help and facts.in_treatment and not facts.office_is_integrated:
        yield from _unmet(facts)


def _unmet(facts: OfferFacts) -> Iterator[Reason]:
    if facts.office_is_integrated is None:
        yield because("offer.integration-not-known", "W §offer")
    else:
        yield because("offer.unmet-need", "W §offer")
