"""Telephone numbers as people say them: Norwegian ones in threes and twos, others as they are kept."""

import re

_NORWEGIAN = re.compile(r"(?:\+47)?([0-9]{8})")
NBSP = "\u00a0"


def spaced(number: str) -> str:
    """«476 86 735» for a mobile, «75 12 34 56» for a fixed line; another country's number as it is kept."""
    found = _NORWEGIAN.fullmatch(number.replace(" ", ""))
    if found is None:
        return number
    digits = found[1]
    if digits[0] in "49":
        return NBSP.join((digits[:3], digits[3:5], digits[5:]))
    return NBSP.join((digits[:2], digits[2:4], digits[4:6], digits[6:]))
