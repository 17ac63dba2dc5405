"""Bytes to text. A file seldom says how its letters are written; where that is a guess, it is asked about."""

import codecs
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fotfeste.domain.brought_in import Choice, Problem, Severity, asked
from fotfeste.domain.verdict import Verdict, because

GUESSES: Mapping[str, str] = {"windows-1252": "cp1252", "mac-roman": "mac_roman"}
"""What old exports are written in, by the name of the answer. ISO 8859-1 has no letter that 1252 has not."""

REPAIR = Choice("repair")
KEEP = Choice("keep")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EXPECTED = frozenset("æøåÆØÅéÉáÁčČđĐŋŊšŠŧŦžŽäÄöÖüÜ–’«»")
_FOREIGN = re.compile("[^\x00-\x7f]{1,1000}")
_WORDS_SHOWN = 5
_AROUND = 15
_LOOKED_AT = 200_000
_WORD_ENDS = frozenset(';,|"')


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and what is to be said of how it was read."""

    text: str = field(repr=False)
    problems: tuple[Problem, ...] = ()


def decode(content: bytes, answers: Mapping[str, str]) -> Decoded | Verdict:
    """The text, or why it is none."""
    decoded = _marked(content) or _unmarked(content, answers)
    if decoded is None or "\x00" in decoded.text:
        return (because("tables.not-text", "house §lists"),)
    return _without_mojibake(_told_of_lost_letters(decoded), answers)


def _marked(content: bytes) -> Decoded | None:
    """A file that begins with a mark says itself how it is written."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = _try(content, encoding)
            return None if text is None else Decoded(text)
    return None


def _unmarked(content: bytes, answers: Mapping[str, str]) -> Decoded | None:
    if (wide := _wide(content)) is not None:
        text = _try(content, wide)
        told = Problem(Severity.NOTED, because("tables.utf-16-without-mark", "house §lists"))
        return None if text is None else Decoded(text, (told,))
    text = _try(content, "utf-8")
    return _guessed(content, answers) if text is None else Decoded(text)


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark has a zero for every other byte of a plain letter."""
    even, odd = content[0::2].count(0), content[1::2].count(0)
    if max(even, odd) * 4 < len(content) // 2:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _guessed(content: bytes, answers: Mapping[str, str]) -> Decoded | None:
    texts = {name: text for name, encoding in GUESSES.items() if (text := _try(content, encoding))}
    if not texts:
        return None
    likely = sorted(texts, key=lambda name: -_likeness(texts[name][:_LOOKED_AT]))
    choices = [Choice(name, data=(("sample", _sample(texts[name])),)) for name in likely]
    question = asked(because("tables.encoding-guessed", "house §lists"), (), choices, answers)
    chosen = question.answer.key if question.answer else likely[0]
    return Decoded(texts[chosen], (question,))


def _likeness(text: str) -> int:
    return sum(1 if letter in _EXPECTED else -1 for letter in text if not letter.isascii())


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _sample(text: str) -> str:
    return _shown(_word_at(text, found.start(), found.end()) for found in _FOREIGN.finditer(text))


def _shown(words: Iterable[str]) -> str:
    """The first few different words, to be looked at."""
    shown: dict[str, None] = {}
    for word in words:
        shown[word[:30]] = None
        if len(shown) == _WORDS_SHOWN:
            break
    return ", ".join(shown) or "–"


def _told_of_lost_letters(decoded: Decoded) -> Decoded:
    count = decoded.text.count("\ufffd")
    if not count:
        return decoded
    told = Problem(Severity.NOTED, because("tables.letters-lost", "house §lists", count=count))
    return Decoded(decoded.text, (*decoded.problems, told))


def _without_mojibake(decoded: Decoded, answers: Mapping[str, str]) -> Decoded:
    """Letters that were read once as something else ("HÃ¥kon"): asked about, and put right if so answered."""
    runs = dict.fromkeys(_FOREIGN.findall(decoded.text))
    garbled = [run for run in runs if _repaired(run) != run]
    if not garbled:
        return decoded
    words = list(_words_with(garbled, decoded.text))
    data = {"before": _shown(words), "after": _shown(map(repaired, words))}
    reason = because("tables.mojibake", "house §lists", **data)
    question = asked(reason, (), [REPAIR, KEEP], answers)
    text = repaired(decoded.text) if question.answer == REPAIR else decoded.text
    return Decoded(text, (*decoded.problems, question))


def repaired(text: str) -> str:
    """The text with every garbled run of letters put right; what is not garbled is left as it is."""
    return _FOREIGN.sub(lambda run: _repaired(run[0]), text)


def _words_with(runs: Iterable[str], text: str) -> Iterable[str]:
    for run in list(runs)[:_WORDS_SHOWN]:
        at = text.find(run)
        yield _word_at(text, at, at + len(run))


def _word_at(text: str, start: int, end: int) -> str:
    """The word around some letters, no more than a few letters to either side."""
    before = _to_the_edge(text[max(0, start - _AROUND) : start][::-1])[::-1]
    return before + text[start:end] + _to_the_edge(text[end : end + _AROUND])


def _to_the_edge(text: str) -> str:
    ends = (at for at, letter in enumerate(text) if letter.isspace() or letter in _WORD_ENDS)
    return text[: next(ends, len(text))]


def _repaired(run: str) -> str:
    written = b"".join(map(_byte, run))
    try:
        return written.decode("utf-8") if written else run
    except UnicodeDecodeError:
        return run


def _byte(letter: str) -> bytes:
    """The byte that was read as this letter; nothing valid where there is none (0xFF is in no UTF-8)."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return bytes([ord(letter)]) if ord(letter) < 256 else b"\xff"
