"""The consent texts: dated versions in three languages, with who sees what filled in from the table.

What is shown is a `ShownText`; what is signed is that very text, known by its fingerprint.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

from fotfeste.domain.consent_openings import SIGNED, Opening, openings
from fotfeste.domain.dated import NotInForce
from fotfeste.domain.permissions import ConsentScope, Permission
from fotfeste.parameters.files import HERE, BadParameter, read
from fotfeste.parameters.texts import LANGUAGES

FOLDER = HERE / "consents"
_PARTS = ("means", "if_no", "withdraw", "then")
_ORDER = ("means", "sees", "if_no", "withdraw", "then")


@dataclass(frozen=True, slots=True)
class TextSection:
    """A heading and what stands under it."""

    key: str
    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownText:
    """A consent text as it is read: one consent, one version, one language."""

    scope: ConsentScope
    version: str
    language: str
    title: str
    question: str
    sections: tuple[TextSection, ...]
    source: str

    def as_kept(self) -> dict[str, Any]:
        """The text as it is kept beside the statement: names, lists and words only."""
        kept: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return kept

    @property
    def digest(self) -> str:
        """The fingerprint of the text: SHA-256 over every word of it."""
        return digest_of(self.as_kept())


def digest_of(kept: Mapping[str, Any]) -> str:
    """The fingerprint of a text that was kept."""
    exact = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(exact.encode()).hexdigest()


@cache
def consent_text(scope: ConsentScope, language: str, *, on: date) -> ShownText:
    """The text of this consent that is in force that day. Raises NotInForce before the first."""
    entry = _entry_on(scope, on)
    words, common = entry["text"][language], _common()
    said = {part: tuple(words[part]) for part in _PARTS}
    said["sees"] = tuple(_sees(openings(scope), language, without=_told_later(scope, on)))
    sections = tuple(TextSection(key, common["headings"][key][language], said[key]) for key in _ORDER)
    return ShownText(
        scope=scope,
        version=entry["version"],
        language=language,
        title=words["title"],
        question=words["question"],
        sections=sections,
        source=entry["source"],
    )


def consent_sources() -> Iterator[str]:
    """The sources of every version of every text, for checks."""
    for scope in SIGNED:
        yield from (entry["source"] for entry in _versions(scope))


def _entry_on(scope: ConsentScope, on: date) -> Mapping[str, Any]:
    for entry in _versions(scope):
        if entry["in_force_from"] <= on:
            return entry
    raise NotInForce(f"There is no text for {scope} on {on}.")


def earlier_versions(scope: ConsentScope) -> tuple[date, frozenset[str]]:
    """The day from which the text tells of all its topics, and the versions that told of fewer."""
    versions = _versions(scope)
    widened = next((at for at, entry in enumerate(versions) if "new_topics" in entry), len(versions) - 1)
    return versions[widened]["in_force_from"], frozenset(
        entry["version"] for entry in versions[widened + 1 :]
    )


def is_earlier(scope: ConsentScope, version: str | None, stated_on: date) -> bool:
    """Whether an answer was to a text that told of less than the present one: signed, or told in words."""
    from_day, versions = earlier_versions(scope)
    return stated_on < from_day if version is None else version in versions


def _told_later(scope: ConsentScope, on: date) -> frozenset[str]:
    """The topics that came with a later version: the text of that day is silent on them."""
    later = (entry for entry in _versions(scope) if entry["in_force_from"] > on)
    return frozenset(topic for entry in later for topic in entry.get("new_topics", ()))


@cache
def _versions(scope: ConsentScope) -> Sequence[Mapping[str, Any]]:
    """Every version, the newest first."""
    found = read(FOLDER / f"{scope}.yaml")["versions"]
    for entry in found:
        _check(scope, entry)
    return sorted(found, key=lambda entry: str(entry["in_force_from"]), reverse=True)


def _check(scope: ConsentScope, entry: Mapping[str, Any]) -> None:
    needed = {"version", "in_force_from", "source", "text"}
    if set(entry) - {"new_topics"} != needed or set(entry["text"]) != set(LANGUAGES):
        raise BadParameter(f"{scope}: a version lacks something, or is not said in every language.")
    wanted = {"title", "question", *_PARTS}
    if any(set(words) != wanted for words in entry["text"].values()):
        raise BadParameter(f"{scope} {entry['version']}: each language says {sorted(wanted)}.")


@cache
def _common() -> Mapping[str, Any]:
    return read(FOLDER / "common.yaml")


def _sees(told: tuple[Opening, ...], language: str, *, without: frozenset[str]) -> Iterator[str]:
    common = _common()
    for each in told:
        partner = common["partners"][each.partner][language]
        for said, topics, joined in (("sees", each.sees, "and"), ("sees_not", each.sees_not, "or")):
            if told_of := tuple(topic for topic in topics if topic not in without):
                row = _row(told_of, language, joined)
                yield common[said][language].format(partner=partner, topics=row)


def _row(topics: tuple[Permission, ...], language: str, joined: str) -> str:
    """Topics in a row, with a word before the last."""
    common = _common()
    *first, last = [common["topics"][topic][language] for topic in topics]
    if not first:
        return str(last)
    return f"{', '.join(first)} {common[joined][language]} {last}"


def document_words(part: str, language: str, **data: str) -> str:
    """The words around the text in the signed document."""
    return str(_common()["document"][part][language]).format(**data)
