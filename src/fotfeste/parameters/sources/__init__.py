"""What each source says, in our own words and the reader's language; kept in the YAML beside this."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from fotfeste.domain.sources import NoSuchSource, SourceKey, parse
from fotfeste.parameters.files import BadParameter, gathered
from fotfeste.parameters.texts import LANGUAGES

Said = Mapping[str, str]


class SourceKind(StrEnum):
    """What kind of document it is. A guideline and a method advise; a statute and a regulation bind."""

    GUIDELINE = "guideline"
    METHOD = "method"
    STATUTE = "statute"
    REGULATION = "regulation"
    HOUSE = "house"


class Confidence(StrEnum):
    """How sure we are of what it says: read in the text itself, at second hand, or from memory."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Source:
    """One source. Texts are by language; `version` and `dated` are the document's, where it has them."""

    key: SourceKey
    kind: SourceKind
    confidence: Confidence
    short: Said
    titles: Said
    says: Said
    version: str = ""
    dated: date | None = None
    approver: Said | None = None

    def title(self, language: str) -> str:
        """What the document and the place in it are called."""
        return self.titles[language]

    def label(self, language: str) -> str:
        """A few words for the end of a line: "IPS-retningslinjen 4.1"."""
        if not self.key.paragraph:
            return self.short[language]
        if not self.key.paragraph[0].isdigit():
            return self.titles[language]
        sign = "§ " if self.kind in (SourceKind.STATUTE, SourceKind.REGULATION) else ""
        return f"{self.short[language]} {sign}{self.key.paragraph}"


def source(text: str) -> Source:
    """The source a reason names. Raises NoSuchSource when it is not told of here."""
    found = all_sources().get(parse(text))
    if found is None:
        raise NoSuchSource(f"Nothing is told of {text!r}.")
    return found


def source_by_slug(slug: str) -> Source:
    """The source an address names. Raises NoSuchSource when there is none."""
    for key, found in all_sources().items():
        if key.slug == slug:
            return found
    raise NoSuchSource(f"No source has the address {slug[:80]!r}.")


@lru_cache(maxsize=1)
def all_sources() -> Mapping[SourceKey, Source]:
    """Every source, document by document. Read once."""
    found: dict[SourceKey, Source] = {}
    for document, entry in gathered("sources").items():
        _expect(document, entry, _OF_A_DOCUMENT)
        found[SourceKey(document)] = _source(SourceKey(document), entry, entry)
        for paragraph, place in entry.get("paragraphs", {}).items():
            key = SourceKey(document, str(paragraph))
            _expect(key.slug, place, _OF_A_PLACE)
            found[key] = _source(key, entry, place)
    return found


_OF_A_DOCUMENT = {
    "kind",
    "confidence",
    "version",
    "dated",
    "approver",
    "short",
    "title",
    "says",
    "paragraphs",
}
_OF_A_PLACE = {"title", "says", "confidence"}


def _source(key: SourceKey, document: Mapping[str, Any], place: Mapping[str, Any]) -> Source:
    return Source(
        key=key,
        kind=SourceKind(document["kind"]),
        confidence=Confidence(place.get("confidence", document["confidence"])),
        short=_in_each_language(document["short"], key),
        titles=_in_each_language(place["title"], key),
        says=_in_each_language(place["says"], key),
        version=str(document.get("version", "")),
        dated=document.get("dated"),
        approver=_in_each_language(document["approver"], key) if "approver" in document else None,
    )


def _expect(name: str, entry: Mapping[str, Any], allowed: set[str]) -> None:
    if unknown := entry.keys() - allowed:
        raise BadParameter(f"{name}: unknown {sorted(unknown)}.")


def _in_each_language(said: Said, key: SourceKey) -> Said:
    if set(said) != set(LANGUAGES):
        raise BadParameter(f"{key.slug} is not said in each of {', '.join(LANGUAGES)}.")
    return said
