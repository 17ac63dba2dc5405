"""The columns of the employer list, and how a team may write their headings."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from fotfeste.domain.brought_in import headings


class Column(StrEnum):
    """What a column tells. The values are stable."""

    ORGANISATION_NUMBER = "organisation_number"
    NAME = "name"
    INDUSTRY_CODE = "industry_code"
    PLACE = "place"
    CONTACT_PERSON = "contact_person"


HEADINGS: Mapping[Column, tuple[str, ...]] = {
    Column.ORGANISATION_NUMBER: ("Organisasjonsnummer", "Orgnr", "Org.nr", "Organisasjonsnr"),
    Column.NAME: ("Navn", "Namn", "Virksomhet", "Verksemd", "Arbeidsgiver", "Arbeidsgivar"),
    Column.INDUSTRY_CODE: ("Næringskode", "NACE", "NACE-kode", "Bransjekode"),
    Column.PLACE: ("Sted", "Stad", "Poststed", "Kommune"),
    Column.CONTACT_PERSON: ("Kontaktperson", "Kontakt"),
}
"""How each heading may be written, the list's own first."""

REQUIRED = (Column.NAME,)
"""A business without a name cannot be known again."""

Headings = headings.Headings[Column]
"""The headings of an employer list."""


def match(written: Sequence[str]) -> Headings:
    """Find each column by its heading. A heading twice, or a required one missing, is refused."""
    return headings.match(written, HEADINGS, REQUIRED)


def heading(column: str) -> str:
    """The heading as the list writes it, to name a column in a text."""
    return HEADINGS[Column(column)][0]
