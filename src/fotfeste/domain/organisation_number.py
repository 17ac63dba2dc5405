"""The organisation number of a Norwegian business: nine digits, the last of them a control digit.

Source: facts.md §6; the Brønnøysund Register Centre's description of the number.
A number that adds up need not belong to anybody: "valid" never means "exists".
"""

import re
from dataclasses import dataclass

from fotfeste.domain.typed_text import has_foreign_digits, squeezed, tidied
from fotfeste.domain.verdict import Verdict, because

_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2, 1)


@dataclass(frozen=True, slots=True)
class OrganisationNumber:
    """Nine digits that add up. Not personal: it may be shown."""

    digits: str

    def __str__(self) -> str:
        return f"{self.digits[:3]} {self.digits[3:6]} {self.digits[6:]}"


def parse(text: str) -> OrganisationNumber | Verdict:
    """The number, or every reason why it is none. Blanks, "NO" before and "MVA" after are allowed."""
    if reasons := _not_nine_digits(text):
        return reasons
    digits = _bare(text)
    reasons = (
        *(() if digits[0] in "89" else (because("organisation-number.first-digit", "house §numbers"),)),
        *(() if _adds_up(digits) else (because("organisation-number.check-digit", "house §numbers"),)),
    )
    return reasons or OrganisationNumber(digits)


def _bare(text: str) -> str:
    return re.sub(r"^NO(?=[0-9])|(?<=[0-9])MVA$", "", squeezed(text), flags=re.IGNORECASE)


def _not_nine_digits(text: str) -> Verdict:
    bare = _bare(text)
    if not bare:
        return (because("organisation-number.missing", "house §numbers"),)
    if has_foreign_digits(bare):
        return (because("organisation-number.foreign-digits", "house §numbers"),)
    if not re.fullmatch("[0-9]+", bare):
        return (because("organisation-number.not-only-digits", "house §numbers", written=tidied(text)[:40]),)
    if len(bare) != 9:
        return (because("organisation-number.not-nine-digits", "house §numbers", count=len(bare)),)
    return ()


def _adds_up(digits: str) -> bool:
    return sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=True)) % 11 == 0
