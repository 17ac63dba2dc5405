"""What people type and paste: blanks of many kinds, and characters that nobody can see."""

import re
import unicodedata

ASCII_DIGITS = "0123456789"
_DROPPED = frozenset({"Cf", "Cc", "Cs"})
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def without_invisible(text: str) -> str:
    """The text without soft hyphens, zero-width and direction marks, control characters and lone surrogates.

    Blanks stay: a line break or a TAB is a blank here, not a control character.
    """
    if text.isprintable():
        return text
    return "".join(
        letter for letter in text if letter.isspace() or unicodedata.category(letter) not in _DROPPED
    )


def tidied(text: str) -> str:
    """The text on one line: nothing invisible, no blanks around it, one ordinary blank between words."""
    return " ".join(without_invisible(text).split())


def squeezed(text: str) -> str:
    """The text without anything invisible and without a single blank, for numbers."""
    return "".join(without_invisible(text).split())


def storable(text: str) -> str:
    """The text exactly as typed, without what no database can keep (NUL, lone surrogates)."""
    return _UNSTORABLE.sub("", text)


def alike(text: str) -> str:
    """The form to compare by: composed (NFC), tidied, and blind to upper and lower case."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", tidied(text)).casefold())


def shown(text: str) -> str:
    """The text with what cannot be seen made visible, for saying what was cleaned away."""
    last = len(text) - 1
    return "".join(
        _visible(letter, is_edge=not text[:at].strip() or at == last or not text[at:].strip())
        for at, letter in enumerate(text)
    )


def has_foreign_digits(text: str) -> bool:
    """Whether there are digits other than 0-9, which look right and are not (full-width, Arabic-Indic …)."""
    return any(letter.isdigit() and letter not in ASCII_DIGITS for letter in text)


def _visible(letter: str, *, is_edge: bool) -> str:
    if letter == " ":
        return "␣" if is_edge else " "
    if letter.isspace() or unicodedata.category(letter) in _DROPPED:
        return f"[U+{ord(letter):04X}]"
    return letter
