"""What is agreed with a provider, who has a place, and when a participation can begin there (F-05, F-09)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fotfeste.domain.dates import add_months
from fotfeste.domain.day_limits import in_order
from fotfeste.domain.measures.kinds import Span
from fotfeste.domain.verdict import Reason, Verdict, because

_OURS = "house §providers"
_FIRST_DAY = date(2015, 1, 1)
"""The schemes that providers serve here began with the merger. Nothing older is agreed."""
_MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class ProviderLimits:
    """What the house allows: how long an agreement is, how many places, how far ahead a start is confirmed.

    `visible_after_end_days`: how long the guide still sees a participation that has ended.
    """

    longest_agreement_years: int
    most_places: int
    start_ahead_days: int
    visible_after_end_days: int


class Standing(StrEnum):
    """Where a granted participation stands with its provider. Worked out each time, never stored."""

    NO_PROVIDER = "no_provider"
    NO_AGREEMENT = "no_agreement"
    WAITING = "waiting"
    HAS_PLACE = "has_place"
    GOING_ON = "going_on"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """An agreement as it is about to be. `others`: those with the same provider, measure and an office."""

    first: date
    last: date | None
    places: int
    begun: int = 0
    others: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class BeginFacts:
    """What the start of a participation is judged by. `ended`: over, whatever its last day says."""

    decided: date
    last: date
    first_start: date | None
    ended: bool
    standing: Standing


def may_be_agreed(facts: AgreementFacts, limits: ProviderLimits) -> Verdict:
    """Every reason why an agreement cannot be so."""
    return (*_days(facts, limits), *_places(facts, limits), *_overlaps(facts))


def may_begin(facts: BeginFacts, day: date, limits: ProviderLimits, *, on: date) -> Verdict:
    """Every reason why the participation cannot have begun that day. The employer's gate is asked apart."""
    if facts.first_start is not None:
        return (because("measure-start.begun-already", _OURS, day=facts.first_start),)
    if facts.ended or facts.last < on:
        return (because("measure-start.ended", _OURS, last=facts.last),)
    return (*_place(facts.standing), *_start_day(facts, day, limits, on))


def guide_sees_until(end: date, limits: ProviderLimits) -> date:
    """The last day the guide sees a participation that ended on that day."""
    if end.year >= date.max.year:
        return date.max
    return end + timedelta(days=limits.visible_after_end_days)


def standing_of(
    *, begun: bool, ended: bool, number: int | None, places: int | None, provided: bool
) -> Standing:
    """Where it stands. `number`: its number in the line for the agreement's places, from 0."""
    if ended:
        return Standing.ENDED
    if begun:
        return Standing.GOING_ON
    if not provided:
        return Standing.NO_PROVIDER
    if places is None or number is None:
        return Standing.NO_AGREEMENT
    return Standing.HAS_PLACE if number < places else Standing.WAITING


def in_line(rows: Sequence[tuple[int, bool]]) -> list[int]:
    """Row ids in the order they have places: those that have begun, then by the day of the grant."""
    return [key for key, _ in sorted(rows, key=lambda each: (not each[1], each[0]))]


def _days(facts: AgreementFacts, limits: ProviderLimits) -> Iterator[Reason]:
    if facts.first < _FIRST_DAY:
        yield because("measure-agreement.too-old", _OURS, first=_FIRST_DAY)
        return
    if facts.first.year >= date.max.year - limits.longest_agreement_years:
        yield because("measure-agreement.too-long", _OURS, years=limits.longest_agreement_years)
        return
    if facts.last is None:
        return
    yield from in_order(facts.first, facts.last)
    if facts.last >= add_months(facts.first, limits.longest_agreement_years * _MONTHS_IN_A_YEAR):
        yield because("measure-agreement.too-long", _OURS, years=limits.longest_agreement_years)


def _places(facts: AgreementFacts, limits: ProviderLimits) -> Iterator[Reason]:
    if not 0 < facts.places <= limits.most_places:
        yield because("measure-agreement.places", _OURS, most=limits.most_places)
    elif facts.places < facts.begun:
        yield because("measure-agreement.fewer-than-begun", _OURS, begun=facts.begun)


def _overlaps(facts: AgreementFacts) -> Iterator[Reason]:
    wanted = Span(facts.first, facts.last)
    for other in facts.others:
        if wanted.meets(other):
            yield because("measure-agreement.overlaps", _OURS, first=other.first)
            return


def _place(standing: Standing) -> Iterator[Reason]:
    if standing is Standing.WAITING:
        yield because("measure-start.waiting", _OURS)
    elif standing is not Standing.HAS_PLACE:
        yield because("measure-start.no-agreement", _OURS)


def _start_day(facts: BeginFacts, day: date, limits: ProviderLimits, on: date) -> Iterator[Reason]:
    latest = on + timedelta(days=limits.start_ahead_days)
    if day < facts.decided:
        yield because("measure-start.before-decided", _OURS, first=facts.decided)
    if day > facts.last:
        yield because("measure-start.after-last-day", _OURS, last=facts.last)
    elif day > latest:
        yield because("measure-start.too-far-ahead", _OURS, latest=latest)
