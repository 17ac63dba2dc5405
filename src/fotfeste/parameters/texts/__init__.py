"""What the rules say, in the reader's language. The code is in the rule, the words in the YAML beside this.

Each code has the same parts and named places in every language; a missing one is an error, never a blank.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from string import Formatter

from fotfeste.domain.verdict import Named, Reason
from fotfeste.parameters.files import BadParameter, gathered
from fotfeste.parameters.texts.days import spoken_day

LANGUAGES = ("nb", "nn", "en")
WHY = "why"

Parts = Mapping[str, str]


class NoSuchText(LookupError):
    """There is no text for this code, language or part, or a named place in it was not filled."""


def text(
    code: str, language: str, part: str = WHY, /, *, on: date | None = None, **data: Named | None
) -> str:
    """The text of a code, its named places filled in. Days are said as people say them.

    `on` is the reader's day: days of the same year are then said without the year. Raises NoSuchText.
    """
    template = parts(code, language).get(part)
    if template is None:
        raise NoSuchText(f"{code} has no {part!r} in {language}.")
    try:
        return template.format_map({name: said(value, language, on=on) for name, value in data.items()})
    except KeyError as missing:
        raise NoSuchText(f"{code} ({language}, {part}) needs {missing}.") from missing


def reason_text(reason: Reason, language: str, part: str = WHY, *, on: date | None = None) -> str:
    """The text of a reason, with the reason's own data."""
    return text(reason.code, language, part, on=on, **dict(reason.data))


def parts(code: str, language: str) -> Parts:
    """All parts of a text. Raises NoSuchText for an unknown code or language."""
    entry = all_texts().get(code)
    if entry is None or language not in entry:
        raise NoSuchText(f"There is no text for {code} in {language}.")
    return entry[language]


def has_text(code: str) -> bool:
    """Whether there is a text for this code."""
    return code in all_texts()


def named_places(template: str) -> frozenset[str]:
    """The named places in a text."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name is not None)


def said(value: Named | None, language: str, *, on: date | None = None) -> str:
    """A value as it is said in a sentence."""
    return spoken_day(value, language, on=on) if isinstance(value, date) else str(value)


@lru_cache(maxsize=1)
def all_texts() -> Mapping[str, Mapping[str, Parts]]:
    """Every text: by code, then language, then part. Read once."""
    return {code: _by_language(code, entry) for code, entry in gathered("texts").items()}


def _by_language(code: str, entry: object) -> Mapping[str, Parts]:
    if not isinstance(entry, Mapping) or set(entry) != set(LANGUAGES):
        raise BadParameter(f"{code} is not said in each of {', '.join(LANGUAGES)}.")
    return {language: _by_part(code, said_so) for language, said_so in entry.items()}


def _by_part(code: str, entry: object) -> Parts:
    found = {WHY: entry} if isinstance(entry, str) else entry
    if not isinstance(found, Mapping) or not all(isinstance(each, str) for each in found.values()):
        raise BadParameter(f"{code} holds something that is not text.")
    return found
