"""Where a rule is written: "I §4.1", "FOR-2023-06-20-1073 § 3-2", "fidelity 23", "house §numbers".

A source is a document and, mostly, a place in it. What each says is told in `fotfeste.parameters.sources`.
"""

import re
from dataclasses import dataclass

_FORM = re.compile(
    r"(?P<document>[A-Za-z][A-Za-z0-9-]*)(?: (?:§ ?)?(?P<paragraph>[A-Za-z0-9][A-Za-z0-9.-]*))?"
)


class NoSuchSource(LookupError):
    """The text does not name a source."""


@dataclass(frozen=True, slots=True)
class SourceKey:
    """A document, and the place in it; an empty paragraph means the document as a whole."""

    document: str
    paragraph: str = ""

    @property
    def slug(self) -> str:
        """The source as part of an address: "I-4.1", "house-numbers"."""
        return f"{self.document}-{self.paragraph}" if self.paragraph else self.document


def parse(text: str) -> SourceKey:
    """The source a reason names. Raises NoSuchSource when it is none."""
    found = _FORM.fullmatch(text)
    if found is None:
        raise NoSuchSource(f"{text!r} does not name a source.")
    return SourceKey(found["document"], found["paragraph"] or "")


def parse_all(text: str) -> tuple[SourceKey, ...]:
    """The sources of a parameter that has more than one, written with a semicolon between."""
    return tuple(parse(each.strip()) for each in text.split(";"))
