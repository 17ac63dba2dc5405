"""What ends a measure, and how an end is put on record."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain.day_limits import in_order
from fotfeste.domain.measures.kinds import MeasureKind
from fotfeste.domain.verdict import Reason, Verdict, because

_COMMON = "FOR-2015-12-11-1598 §1-3"
_OWN = "FOR-2023-06-20-1073 §1-3"
_OURS = "house §measures"


class EndCause(StrEnum):
    """Why a participation ends. The values are stable."""

    GOT_JOB = "got_job"
    OFFERED_SUITABLE_WORK = "offered_suitable_work"
    OTHER_MEASURE = "other_measure"
    OWN_WISH = "own_wish"
    CONDITIONS_LAPSED = "conditions_lapsed"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    TIME_IS_UP = "time_is_up"
    ILL = "ill"
    EDUCATION = "education"
    DID_NOT_COME = "did_not_come"
    NEEDS_OTHER_HELP = "needs_other_help"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class EndFacts:
    """An end as it is put down: the last day, why, and whether words say what "other" is."""

    first_start: date
    last_day: date
    wanted_last_day: date
    cause: EndCause
    has_words: bool = False
    by_nav_or_participant: bool = True


@dataclass(frozen=True, slots=True)
class ShorteningFacts:
    """A participation, and the earlier last day that is wanted for it."""

    first_start: date
    last_day: date
    wanted_last_day: date
    has_reason: bool = False


@dataclass(frozen=True, slots=True)
class GoingOnFacts:
    """What has come to pass while the measure runs. `nav_lets_finish`: NAV approves that it is completed."""

    measure: MeasureKind
    offered_suitable_work: bool = False
    offered_other_measure: bool = False
    nav_lets_finish: bool = False
    conditions_met: bool = True
    still_wishes: bool = True
    consents: bool = True


def may_end(facts: EndFacts) -> Verdict:
    """Why the end cannot be put down so."""
    return (*in_order(facts.first_start, facts.wanted_last_day), *_end(facts))


def may_shorten(facts: ShorteningFacts) -> Verdict:
    """Why it cannot be made to last until an earlier day."""
    return (*in_order(facts.first_start, facts.wanted_last_day), *_shorter(facts))


def must_end(facts: GoingOnFacts) -> Verdict:
    """Why the measure cannot go on. Empty: it can."""
    if facts.measure is MeasureKind.FOLLOW_UP:
        return tuple(_follow_up(facts))
    return tuple(_own_measures(facts))


def _end(facts: EndFacts) -> Iterator[Reason]:
    if facts.wanted_last_day > facts.last_day:
        yield because("measure.end-is-an-extension", _OURS, last_day=facts.last_day)
    if facts.cause is EndCause.OTHER and not facts.has_words:
        yield because("measure.other-needs-words", _OURS)
    if not facts.by_nav_or_participant:
        yield because("measure.end-is-a-proposal", "FOR-2015-12-11-1598 §1-5")


def _shorter(facts: ShorteningFacts) -> Iterator[Reason]:
    if facts.wanted_last_day >= facts.last_day:
        yield because("measure.not-shorter", _OURS, last_day=facts.last_day)
    if not facts.has_reason:
        yield because("measure.needs-a-reason", _OURS)


def _follow_up(facts: GoingOnFacts) -> Iterator[Reason]:
    if not facts.nav_lets_finish:
        if facts.offered_suitable_work:
            yield because("measure.offered-work", _COMMON)
        if facts.offered_other_measure:
            yield because("measure.offered-other-measure", _COMMON)
    if not facts.conditions_met:
        yield because("measure.conditions-lapsed", _COMMON)
    if not facts.still_wishes:
        yield because("measure.no-longer-wished", _OURS)


def _own_measures(facts: GoingOnFacts) -> Iterator[Reason]:
    if not facts.conditions_met:
        yield because("measure.conditions-lapsed", _OWN)
    if not facts.still_wishes:
        yield because("measure.no-longer-wished", _OWN)
    if not facts.consents and facts.measure is not MeasureKind.SUPPORTED_EMPLOYMENT:
        yield because("measure.consent-withdrawn", "FOR-2023-06-20-1073 §3-2")
