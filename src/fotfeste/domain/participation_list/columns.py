"""The columns of the participation list, and how their headings may be written."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from fotfeste.domain.brought_in import headings


class Column(StrEnum):
    """What a column tells. The values are stable."""

    PARTICIPANT = "participant"
    MEASURE = "measure"
    CODE = "code"
    FIRST_DAY = "first_day"
    LAST_DAY = "last_day"
    PROVIDER = "provider"
    REMARK = "remark"


HEADINGS: Mapping[Column, tuple[str, ...]] = {
    Column.PARTICIPANT: ("Deltaker", "Deltakar", "Deltaker-ID", "Deltakernummer"),
    Column.MEASURE: ("Tiltak", "Tiltakstype", "Tiltaksnavn", "Tiltaksnamn"),
    Column.CODE: ("Tiltakskode", "Kode"),
    Column.FIRST_DAY: ("Fra dato", "Frå dato", "Fra", "Frå", "Startdato", "Start"),
    Column.LAST_DAY: ("Til dato", "Til", "Sluttdato", "Slutt"),
    Column.PROVIDER: ("Arrangør", "Tiltaksarrangør"),
    Column.REMARK: ("Merknad", "Kommentar"),
}
"""How each heading may be written, the list's own first."""

REQUIRED = (Column.PARTICIPANT, Column.MEASURE, Column.FIRST_DAY, Column.LAST_DAY)
"""Without these no row says whose participation it was, in what, and when."""

Headings = headings.Headings[Column]
"""The headings of a participation list."""


def match(written: Sequence[str]) -> Headings:
    """Find each column by its heading. A heading twice, or a required one missing, is refused."""
    return headings.match(written, HEADINGS, REQUIRED)


def heading(column: str) -> str:
    """The heading as the list writes it, to name a column in a text."""
    return HEADINGS[Column(column)][0]
