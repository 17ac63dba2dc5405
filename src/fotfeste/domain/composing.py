"""What is said or sent to an employer: the agreed words, a greeting, practical matters, and nothing else.

The agreed words come from the agreement; nobody types them here. Everything typed is looked through.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fotfeste.domain.disclosure import DisclosureStatement, may_tell
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.sensitive_words import SensitiveWords, found_in
from fotfeste.domain.typed_text import alike, without_invisible
from fotfeste.domain.verdict import Reason, Verdict, because

_SOURCE = "house §composer"
_SHORTEST_NAME = 2
_SHORTEST_WORDING = 12
_WORD = re.compile(r"[^\W\d_]+")
_IDENTITY_NUMBER = re.compile(r"(?<!\d)\d{6}[ .-]?\d{5}(?!\d)")


@dataclass(frozen=True, slots=True)
class Agreed:
    """The agreement with one employer as it stands: the statements, and the words chosen for each topic."""

    employer: str
    statements: tuple[DisclosureStatement, ...]
    wordings: Mapping[Topic, str]


@dataclass(frozen=True, slots=True)
class ChosenTopic:
    """A topic that goes in, with its words. `is_asked`: the employer has asked about it."""

    topic: Topic
    wording: str
    is_asked: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A text before it leaves: what was typed, and which topics were chosen."""

    subject: str = ""
    greeting: str = ""
    text: str = ""
    closing: str = ""
    chosen: tuple[ChosenTopic, ...] = ()
    is_approved: bool = False

    @property
    def typed(self) -> str:
        """Everything that was typed freely."""
        return "\n".join((self.subject, self.greeting, self.text, self.closing))


def composed(draft: Draft) -> str:
    """Exactly what leaves, without the subject."""
    parts = (draft.greeting, draft.text, *(each.wording for each in draft.chosen), draft.closing)
    return "\n\n".join(part.strip() for part in parts if part.strip())


def tellable(agreed: Agreed, *, on: date, is_asked: bool = False) -> tuple[Topic, ...]:
    """The topics that may be told to the employer that day."""
    return tuple(
        topic
        for topic in Topic
        if not may_tell(topic, agreed.employer, agreed.statements, on=on, is_asked=is_asked)
    )


def may_not_leave(chosen: Iterable[ChosenTopic], agreed: Agreed, *, on: date) -> Verdict:
    """Why the chosen topics may not be told in these words that day. Asked again when the text leaves."""
    found: list[Reason] = []
    for each in chosen:
        reasons = may_tell(each.topic, agreed.employer, agreed.statements, on=on, is_asked=each.is_asked)
        if not reasons and agreed.wordings.get(each.topic, "") != each.wording:
            reasons = (because("compose.wording-changed", _SOURCE),)
        found.extend(reasons)
    return tuple(dict.fromkeys(found))


def may_not_be_composed(
    draft: Draft, agreed: Agreed, words: SensitiveWords, *, name: str, on: date
) -> Verdict:
    """Every reason why the draft cannot be kept as it is: what was chosen, and what was typed."""
    found = list(may_not_leave(draft.chosen, agreed, on=on))
    if not composed(draft):
        found.append(because("compose.nothing-to-say", _SOURCE))
    found.extend(_in_what_was_typed(draft, agreed, name))
    sensitive = found_in(draft.typed, words)
    if sensitive and not draft.is_approved:
        found.append(because("compose.sensitive-words", "house §sensitive-words", words=", ".join(sensitive)))
    return tuple(found)


def _in_what_was_typed(draft: Draft, agreed: Agreed, name: str) -> Iterator[Reason]:
    chosen = {each.topic for each in draft.chosen}
    if Topic.NAME not in chosen and names(draft.typed, name):
        yield because("compose.name-not-agreed", _SOURCE)
    if _IDENTITY_NUMBER.search(draft.typed):
        yield because("compose.identity-number", _SOURCE)
    typed = alike(draft.typed)
    withheld = (words for topic, words in agreed.wordings.items() if topic not in chosen)
    if any(len(words) >= _SHORTEST_WORDING and alike(words) in typed for words in withheld):
        yield because("compose.holds-what-is-not-chosen", _SOURCE)


def names(text: str, name: str) -> bool:
    """Whether the text names the person: the whole name, or a part of it written as a name (and «Noras»)."""
    if alike(name) and alike(name) in alike(text):
        return True
    parts = {alike(part) for part in _WORD.findall(name) if len(part) >= _SHORTEST_NAME}
    written = (word for word in _WORD.findall(without_invisible(text)) if not word.islower())
    return any(word in parts or word.removesuffix("s") in parts for word in map(alike, written))
