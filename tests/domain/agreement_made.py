"""One agreement that lacks nothing, to change one thing of."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from fotfeste.domain.agreements.content import (
    Content,
    EmployerNamed,
    GoalKind,
    Instrument,
    Line,
    LineKind,
    Reached,
)
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.job_support import SupportFrequency

TODAY = date(2026, 11, 22)
LINES = (
    Line("goal", LineKind.GOAL, "Fast jobb i butikk", goal=GoalKind.KEEP_JOB),
    Line(
        "follow_up",
        LineKind.FOLLOW_UP,
        "NAV ringer og spør hvordan det går",
        responsible="Hege Dahl",
        every=SupportFrequency.FORTNIGHTLY,
        from_day=TODAY,
    ),
    Line(
        "commitment",
        LineKind.COMMITMENT,
        "Søke om hjelpemiddel",
        responsible="Hege Dahl",
        instrument=Instrument.AIDS,
        deadline=date(2026, 12, 15),
    ),
    Line(
        "measure",
        LineKind.MEASURE,
        "Lønnstilskudd",
        responsible="Hege Dahl",
        instrument=Instrument.WAGE_SUBSIDY,
        from_day=date(2026, 12, 1),
    ),
)
WHOLE = Content(
    office="NAV Salten",
    jobseeker=Reached("Nora Moen", phone="40000000"),
    contact=Reached("Hege Dahl", phone="40000001"),
    employer=None,
    lines=LINES,
    review_on=date(2027, 2, 22),
)
EMPLOYER = EmployerNamed("Salten Bygg", "123456785", Reached("Kari Lund", phone="40000003"))


def made(
    but: Mapping[str, Any] | None = None,
    line: Mapping[str, Any] | None = None,
    without: Iterable[str] = (),
) -> Content:
    """The agreement with something else in it, one line different, or without some lines."""
    lines = tuple(_line(each, line or {}) for each in LINES if each.key not in set(without))
    return replace(WHOLE, lines=lines, **{name: _part(name, value) for name, value in (but or {}).items()})


def _line(each: Line, changed: Mapping[str, Any]) -> Line:
    if each.key != changed.get("key"):
        return each
    read = {"every": SupportFrequency, "owner": Party}
    return replace(each, **{n: read[n](v) if n in read and v else v for n, v in changed.items()})


def _part(name: str, value: Any) -> Any:
    if name == "employer" and value:
        return EmployerNamed(value["name"], value["organisation_number"], Reached(**value["contact"]))
    return Reached(**value) if isinstance(value, Mapping) else value
