"""Which measure a row is about, by its code and its name. Where the two part it is asked, never guessed."""

from collections.abc import Mapping
from difflib import get_close_matches

from fotfeste.domain.brought_in import Choice, Notebook
from fotfeste.domain.measures.kinds import MeasureKind
from fotfeste.domain.participation_list.columns import Column
from fotfeste.domain.participation_list.row import Row
from fotfeste.domain.typed_text import alike, squeezed, tidied
from fotfeste.domain.verdict import because

OLD_CODES = frozenset({"ABIST", "OPPF"})
"""Codes of before the merger, used while it went on and not after."""

CODES: Mapping[str, MeasureKind] = {
    "ABIST": MeasureKind.LEGACY_WORK_WITH_ASSISTANCE,
    "OPPF": MeasureKind.FOLLOW_UP,
    "INDOPPFAG": MeasureKind.FOLLOW_UP,
    "INDJOBSTOT": MeasureKind.IPS,
    "IPSUNG": MeasureKind.IPS_YOUNG,
    "UTVAOONAV": MeasureKind.SUPPORTED_EMPLOYMENT,
}
"""NAV's codes of the measures that are brought in."""

NAMES: Mapping[str, MeasureKind] = {
    "arbeid med bistand": MeasureKind.LEGACY_WORK_WITH_ASSISTANCE,
    "oppfølging": MeasureKind.FOLLOW_UP,
    "individuell jobbstøtte": MeasureKind.IPS,
    "ips": MeasureKind.IPS,
    "ips ung": MeasureKind.IPS_YOUNG,
    "arbeid med støtte": MeasureKind.SUPPORTED_EMPLOYMENT,
}
"""The names of the measures, as they are compared."""

BY_CODE, BY_NAME = Choice("by-code"), Choice("by-name")
THIS_MEASURE = "this-measure"
_LONGEST_SHOWN = 60


def measure_of(row: Row, notes: Notebook) -> tuple[MeasureKind | None, str]:
    """The measure and the code. None while it waits for an answer or for mending."""
    code = squeezed(row[Column.CODE]).upper()
    named = NAMES.get(alike(row[Column.MEASURE]))
    coded = CODES.get(code)
    if code and coded is None:
        reason = because("participation-list.unknown-code", "house §lists", written=code[:_LONGEST_SHOWN])
        notes.held(reason, Column.CODE)
        return None, code
    if coded is not None:
        return _coded(row, coded, named, notes), code
    if named is not None:
        notes.noted(because("participation-list.no-code", "house §lists"), Column.CODE)
        return named, ""
    return _asked(row, notes), ""


def _coded(row: Row, coded: MeasureKind, named: MeasureKind | None, notes: Notebook) -> MeasureKind | None:
    if named is coded or not tidied(row[Column.MEASURE]):
        return coded
    written = tidied(row[Column.MEASURE])[:_LONGEST_SHOWN]
    if named is None:
        notes.noted(
            because("participation-list.name-unlike", "house §lists", written=written), Column.MEASURE
        )
        return coded
    reason = because("participation-list.name-against-code", "house §lists", written=written)
    answer = notes.ask(reason, Column.MEASURE, Column.CODE, choices=[BY_CODE, BY_NAME])
    return {None: None, BY_CODE: coded, BY_NAME: named}[answer]


def _asked(row: Row, notes: Notebook) -> MeasureKind | None:
    """A name that is none of ours and no code: what it may be is offered, where it is near one."""
    written = tidied(row[Column.MEASURE])[:_LONGEST_SHOWN]
    if not written:
        notes.held(because("participation-list.no-measure", "house §lists"), Column.MEASURE)
        return None
    near = get_close_matches(alike(written), NAMES, n=2, cutoff=0.8)
    if not near:
        reason = because("participation-list.unknown-measure", "house §lists", written=written)
        notes.held(reason, Column.MEASURE)
        return None
    reason = because("participation-list.which-measure", "house §lists", written=written)
    choices = [Choice(THIS_MEASURE, NAMES[name], (("name", name.capitalize()),)) for name in near]
    answer = notes.ask(reason, Column.MEASURE, choices=choices)
    return None if answer is None else MeasureKind(answer.value)
