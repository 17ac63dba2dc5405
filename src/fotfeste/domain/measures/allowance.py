"""Money while taking part: who keeps a benefit, who may get employment scheme benefits (F-15)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.measures.kinds import Law, MeasureKind
from fotfeste.domain.measures.starting import reaches
from fotfeste.domain.verdict import Reason, Verdict, because

_OTHER_BENEFITS = "FOR-2013-11-04-1286 §7"


class BenefitHeld(StrEnum):
    """What the person lives on already. `OTHER` is any other benefit for one's livelihood."""

    NONE = "none"
    SICKNESS = "sickness"
    UNEMPLOYMENT = "unemployment"
    WORK_ASSESSMENT = "work_assessment"
    DISABILITY = "disability"
    SINGLE_PARENT = "single_parent"
    CHILD_PENSION = "child_pension"
    SOCIAL_ASSISTANCE = "social_assistance"
    QUALIFICATION = "qualification"
    INTRODUCTION = "introduction"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AllowanceConditions:
    """Who can get it. `own_measures`: NAV's own measures (IPS, Supported Employment) are on the list."""

    from_age: int
    child_under_age: int
    own_measures: bool
    introduction_excludes: bool


@dataclass(frozen=True, slots=True)
class AllowanceRates:
    """Kroner a day for one calendar year; `sick` rates are 75 per cent, to whole kroner."""

    year: int
    day: int
    sick_day: int
    child: int
    sick_child: int


@dataclass(frozen=True, slots=True)
class AllowanceFacts:
    """A day of taking part. `children`: under the age limit, supported by the person, living in Norway."""

    measure: MeasureKind
    born_on: date
    benefit: BenefitHeld = BenefitHeld.NONE
    paid_by_provider: bool = False
    in_institution: bool = False
    children: int = 0


_NO_BAR = frozenset({BenefitHeld.NONE, BenefitHeld.CHILD_PENSION, BenefitHeld.SOCIAL_ASSISTANCE})


def not_entitled(facts: AllowanceFacts, conditions: Law[AllowanceConditions], *, on: date) -> Verdict:
    """Why there is no allowance that day. Empty: the person may be entitled to it."""
    return (*_person(facts, conditions, on), *_other_money(facts, conditions.numbers))


def keeps(facts: AllowanceFacts) -> Verdict:
    """The benefit that the person keeps while taking part."""
    return tuple(_keeps(facts.benefit))


def about_rates(rates: AllowanceRates | None, *, on: date) -> Verdict:
    """That nobody here knows the rate of that year. A rate of another year is never shown for it."""
    if rates is None or rates.year != on.year:
        return (because("allowance.rate-not-known", "FOR-2013-11-04-1286 §3", year=on.year),)
    return ()


def per_day(facts: AllowanceFacts, rates: AllowanceRates) -> int:
    """Kroner for a day of taking part, children counted."""
    return rates.day + facts.children * rates.child


def _person(facts: AllowanceFacts, conditions: Law[AllowanceConditions], on: date) -> Iterator[Reason]:
    limits = conditions.numbers
    opens = reaches(facts.born_on, limits.from_age)
    if on < opens:
        yield because("allowance.too-young", "FOR-2013-11-04-1286 §3", age=limits.from_age, opens=opens)
    if facts.measure is not MeasureKind.FOLLOW_UP and not limits.own_measures:
        yield because("allowance.measure-not-on-list", conditions.source)


def _other_money(facts: AllowanceFacts, limits: AllowanceConditions) -> Iterator[Reason]:
    if facts.benefit is BenefitHeld.QUALIFICATION:
        yield because("allowance.in-a-programme", _OTHER_BENEFITS)
    elif facts.benefit is BenefitHeld.INTRODUCTION:
        if limits.introduction_excludes:
            yield because("allowance.in-a-programme", _OTHER_BENEFITS)
    elif facts.benefit not in _NO_BAR:
        yield because("allowance.other-benefit", _OTHER_BENEFITS)
    if facts.paid_by_provider:
        yield because("allowance.paid-by-provider", "FOR-2013-11-04-1286 §8")
    if facts.in_institution:
        yield because("allowance.in-institution", "FOR-2013-11-04-1286 §9")


def _keeps(benefit: BenefitHeld) -> Iterator[Reason]:
    if benefit is BenefitHeld.SICKNESS:
        yield because("allowance.keeps-sickness", "LOV-1997-02-28-19 §8-4")
    elif benefit is BenefitHeld.UNEMPLOYMENT:
        yield because("allowance.keeps-unemployment", "FOR-1998-09-16-890 §4-3")
    elif benefit is BenefitHeld.WORK_ASSESSMENT:
        yield because("allowance.keeps-work-assessment", "FOR-2017-12-13-2100 §2")
    elif benefit is BenefitHeld.CHILD_PENSION:
        yield because("allowance.child-pension-no-bar", _OTHER_BENEFITS)
