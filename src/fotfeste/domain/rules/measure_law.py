"""Which numbers apply to a measure on a day. For a day without a rule the question is refused."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fotfeste.domain.dated import NotInForce
from fotfeste.domain.measures.duration import DurationLadder
from fotfeste.domain.measures.kinds import Law, MeasureKind
from fotfeste.domain.measures.merger import MeasureMerger, old_code_ended
from fotfeste.domain.measures.starting import MeasureConditions
from fotfeste.domain.rules.asking import Book
from fotfeste.domain.verdict import Refused, because

DURATIONS: Mapping[MeasureKind, str] = {
    MeasureKind.FOLLOW_UP: "duration_follow_up",
    MeasureKind.IPS: "duration_ips",
    MeasureKind.IPS_YOUNG: "duration_ips_young",
    MeasureKind.SUPPORTED_EMPLOYMENT: "duration_supported_employment",
    MeasureKind.LEGACY_WORK_WITH_ASSISTANCE: "duration_follow_up",
}
"""The parameter that says how long each can last. Work with assistance became Follow-up."""

CONDITIONS: Mapping[MeasureKind, str] = {
    MeasureKind.FOLLOW_UP: "conditions_follow_up",
    MeasureKind.IPS: "conditions_ips",
    MeasureKind.IPS_YOUNG: "conditions_ips_young",
    MeasureKind.SUPPORTED_EMPLOYMENT: "conditions_supported_employment",
    MeasureKind.LEGACY_WORK_WITH_ASSISTANCE: "conditions_follow_up",
}
"""The parameter that says who each is for."""

OF_DURATION = tuple(dict.fromkeys((*DURATIONS.values(), "measure_merger")))
OF_CONDITIONS = tuple(dict.fromkeys(CONDITIONS.values()))


def duration_law(measure: MeasureKind, book: Book, *, on: date) -> Law[DurationLadder]:
    """How long the measure can last by the law of that day. Raises Refused for a day without one."""
    if measure is MeasureKind.LEGACY_WORK_WITH_ASSISTANCE:
        _while_merging(book, on)
    return _law(DURATIONS[measure], book, on)


def condition_law(measure: MeasureKind, book: Book, *, on: date) -> Law[MeasureConditions]:
    """Who the measure is for by the law of that day. Raises Refused for a day without one."""
    return _law(CONDITIONS[measure], book, on)


def _while_merging(book: Book, on: date) -> None:
    merger: Law[MeasureMerger] = _law("measure_merger", book, on)
    if ended := old_code_ended(merger, on=on):
        raise Refused(ended)


def _law(name: str, book: Book, on: date) -> Law[Any]:
    try:
        version = book.version(name, on)
    except NotInForce:
        raise Refused((because("measure.no-rule-that-day", "house §measures", day=on),)) from None
    return Law(version.value, version.source)
