"""The blank form of the agreement and a filled example, in plain words and three languages (A-09).

Both come from the YAML beside this, so that the form asks for what the example shows. Everybody is made up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from fotfeste.parameters.files import HERE, BadParameter, read
from fotfeste.parameters.texts import LANGUAGES

FILE = HERE / "public_information" / "agreement_form.yaml"

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class FormSection:
    """A part of the agreement: what to write (`help`, `form_rows`, `lines`), and what the example says."""

    id: str
    heading: str
    help: str
    paragraphs: tuple[str, ...]
    heads: tuple[str, ...]
    form_rows: Rows
    rows: Rows
    lines: int

    @property
    def labelled_rows(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The rows of the example, each cell with the head above it."""
        return tuple(tuple(zip(self.heads, row, strict=True)) for row in self.rows)


@dataclass(frozen=True, slots=True)
class AgreementForm:
    """Form and example in one language. `signatures` in the example: party, name, day, how one was known."""

    language: str
    title: str
    form_title: str
    example_title: str
    form_lead: str
    example_lead: str
    promise: str
    sections: tuple[FormSection, ...]
    signatures: Rows
    signing: str


@lru_cache(maxsize=len(LANGUAGES))
def agreement_form(language: str) -> AgreementForm:
    """Form and example in that language. Raises BadParameter where a text is not said in it."""
    found = read(FILE)
    plain = ("title", "form_title", "example_title", "form_lead", "example_lead", "promise", "signing")
    return AgreementForm(
        language=language,
        sections=tuple(_section(each, language) for each in found["sections"]),
        signatures=_rows(_said(found, "signatures", language)),
        **{name: str(_said(found, name, language)) for name in plain},
    )


def _section(entry: Mapping[str, Any], language: str) -> FormSection:
    has_table = "heads" in entry
    section = FormSection(
        id=entry["id"],
        heading=_said(entry, "heading", language),
        help=_said(entry, "help", language),
        paragraphs=tuple(_said({"": each}, "", language) for each in entry["paragraphs"]),
        heads=tuple(_said(entry, "heads", language)) if has_table else (),
        form_rows=_rows(_said(entry, "form_rows", language)) if has_table else (),
        rows=_rows(_said(entry, "rows", language)) if has_table else (),
        lines=entry.get("lines", 0),
    )
    if any(len(row) != len(section.heads) for row in (*section.rows, *section.form_rows)):
        raise BadParameter(f"{FILE.name}: {section.id} has a row with more or fewer cells than heads.")
    return section


def _said(entry: Mapping[str, Any], name: str, language: str) -> Any:
    said = entry[name]
    if not isinstance(said, Mapping) or set(said) != set(LANGUAGES):
        raise BadParameter(f"{FILE.name}: {name or entry} is not said in every language.")
    return said[language]


def _rows(found: list[list[str]]) -> Rows:
    return tuple(tuple(str(cell) for cell in row) for row in found)
