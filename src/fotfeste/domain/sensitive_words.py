"""Words of health or social matters, found in free text so that somebody stops and reads it once more.

It warns; it proves nothing. What is not found here may still be something that was not agreed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fotfeste.domain.typed_text import alike, tidied

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class SensitiveWords:
    """The list, with blanks between. A beginning finds every word that begins so, with all its endings."""

    anywhere: str
    beginnings: str
    whole: str
    excepted: str


def found_in(text: str, words: SensitiveWords) -> tuple[str, ...]:
    """The words in the text that the list holds, as they were written, each once."""
    return tuple(dict.fromkeys(_found(text, words)))


def _found(text: str, words: SensitiveWords) -> Iterator[str]:
    anywhere, beginnings = words.anywhere.split(), tuple(words.beginnings.split())
    whole, excepted = set(words.whole.split()), tuple(words.excepted.split())
    for found in _WORD.finditer(tidied(text)):
        word = alike(found[0])
        if word.startswith(excepted):
            continue
        if word in whole or word.startswith(beginnings) or any(part in word for part in anywhere):
            yield found[0]
