"""What can be said of the list as a whole: headings that mean nothing here, and habits to know of."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from fotfeste.domain import written_dates
from fotfeste.domain.brought_in import Choice, Problem, Severity, asked
from fotfeste.domain.caseload_list.columns import Headings, heading
from fotfeste.domain.caseload_list.days import DAY_COLUMNS
from fotfeste.domain.caseload_list.reading import Reading
from fotfeste.domain.typed_text import alike
from fotfeste.domain.verdict import Reason, because

LEAVE_OUT = Choice("leave-out")
INTO_NOTE = Choice("into-note")


def about(headings: Headings, readings: Sequence[Reading], answers: Mapping[str, str]) -> tuple[Problem, ...]:
    """Everything there is to say of the list and not of one row."""
    return (
        *unknown_headings(headings, answers),
        *(Problem(Severity.NOTED, reason) for reason in _told(headings, readings)),
    )


def unknown_headings(headings: Headings, answers: Mapping[str, str]) -> tuple[Problem, ...]:
    """A column that means nothing here is asked about: its text goes into the note, or is left out."""
    return tuple(
        asked(
            because("list.unknown-heading", "house §lists", heading=name[:80]),
            (f"heading-{place + 1}",),
            [INTO_NOTE, LEAVE_OUT],
            answers,
        )
        for place, name in headings.unknown.items()
    )


def _told(headings: Headings, readings: Sequence[Reading]) -> Iterator[Reason]:
    for column in headings.missing:
        yield because("list.column-missing", "house §lists", heading=heading(column))
    if count := sum(map(_two_digit_years, readings)):
        yield because("caseload.two-digit-years", "house §lists", count=count)
    for name, places in _several(readings, _clinician_at):
        yield because("caseload.clinician-at-several-places", "house §lists", name=name, places=places)
    for name, places in _several(readings, _adviser_at):
        yield because("caseload.adviser-at-several-offices", "house §lists", name=name, places=places)


def _two_digit_years(reading: Reading) -> int:
    return sum(written_dates.read(reading.row[column]).is_two_digit_year for column in DAY_COLUMNS)


def _clinician_at(reading: Reading) -> tuple[str, str]:
    return reading.facts.referral.clinician, reading.facts.referral.treatment_place


def _adviser_at(reading: Reading) -> tuple[str, str]:
    return reading.facts.nav.adviser, str(reading.facts.nav.office or "")


def _several(
    readings: Sequence[Reading], of: Callable[[Reading], tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Each name that stands with more than one place, and those places."""
    names: dict[str, str] = {}
    places: dict[str, dict[str, str]] = defaultdict(dict)
    for name, place in map(of, readings):
        if name and place:
            names.setdefault(alike(name), name)
            places[alike(name)].setdefault(alike(place), place)
    for key, found in places.items():
        if len(found) > 1:
            yield names[key], ", ".join(list(found.values())[:10])
