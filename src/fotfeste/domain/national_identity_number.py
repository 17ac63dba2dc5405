"""The Norwegian national identity number and the D-number: how they are written, and which may be used where.

Source: facts.md §6 (FOR-2017-07-14-1201 §§ 2-2-1, 2-2-2; the Tax Administration on numbers from 2032).
What adds up need not belong to anybody. Age and sex are never read from a number, here or anywhere else:
the date in it is only asked whether it can exist.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.domain import organisation_number
from fotfeste.domain.typed_text import has_foreign_digits, squeezed
from fotfeste.domain.verdict import Reason, Verdict, because

NEW_NUMBERS_FROM = date(2032, 1, 1)
"""From this day the first control digit has four lawful values, and the century cannot be read any more."""

_K1_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_K2_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_IN_TEXT = re.compile(r"(?<![0-9])[0-9]{6}[-.\s]?[0-9]{5}(?![0-9])")
_LETTER_FOR_DIGIT = re.compile("(?=.*[OoIl])[0-9OoIl]+")
_SCIENTIFIC = re.compile(r"[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+")


class NumberKind(StrEnum):
    """Which of the two kinds of number it is."""

    NATIONAL_IDENTITY_NUMBER = "national_identity_number"
    D_NUMBER = "d_number"


class Series(StrEnum):
    """A real number, or which synthetic series it is taken from (they add to the month)."""

    REAL = "real"
    NAV = "nav"
    HEALTH_NETWORK = "health_network"
    TAX_ADMINISTRATION = "tax_administration"


_ADDED_TO_MONTH = {
    Series.REAL: 0,
    Series.NAV: 40,
    Series.HEALTH_NETWORK: 65,
    Series.TAX_ADMINISTRATION: 80,
}


@dataclass(frozen=True, slots=True, repr=False)
class NationalIdentityNumber:
    """Eleven digits that add up. Never shows itself: who needs the digits asks for `digits` and says why."""

    digits: str
    kind: NumberKind
    series: Series

    def __repr__(self) -> str:
        return "NationalIdentityNumber(***********)"

    def __str__(self) -> str:
        return "***********"

    @property
    def is_synthetic(self) -> bool:
        """Whether it is from a series that no living person has."""
        return self.series is not Series.REAL


def parse(text: str, *, on: date) -> NationalIdentityNumber | Verdict:
    """The number, or every reason why it is none, by the rules of that day. Nothing is filled in."""
    bare = squeezed(text)
    if reasons := _not_eleven_digits(bare, on):
        return reasons
    reasons = (*_date_reasons(bare, on), *_control_reasons(bare, on))
    return reasons or NationalIdentityNumber(bare, _kind(bare), _series(bare))


def with_leading_zero(text: str, *, on: date) -> NationalIdentityNumber | None:
    """The number that ten digits would be with the zero a spreadsheet took away. To offer, never to take."""
    bare = squeezed(text)
    if not re.fullmatch("[0-9]{10}", bare):
        return None
    number = parse("0" + bare, on=on)
    return number if isinstance(number, NationalIdentityNumber) else None


def accepts(number: NationalIdentityNumber, *, synthetic_only: bool) -> Verdict:
    """Why this number may not be used here: only synthetic ones outside production, only real ones in it."""
    if synthetic_only and not number.is_synthetic:
        return (because("number.real-outside-production", "house §numbers"),)
    if not synthetic_only and number.is_synthetic:
        return (because("number.synthetic-in-production", "house §numbers"),)
    return ()


def stands_in(text: str, *, on: date) -> bool:
    """Whether a number stands somewhere in a running text, where none should be."""
    return any(
        isinstance(parse(_bare(found), on=on), NationalIdentityNumber) for found in _IN_TEXT.findall(text)
    )


def _bare(found: str) -> str:
    return re.sub(r"[-.\s]", "", found)


def _not_eleven_digits(bare: str, on: date) -> Verdict:
    for reason, holds in _NOT_A_NUMBER:
        if holds(bare):
            return (reason,)
    return () if len(bare) == 11 else (_wrong_length(bare, on),)


_NOT_A_NUMBER: tuple[tuple[Reason, Callable[[str], object]], ...] = (
    (because("number.missing", "house §numbers"), lambda bare: not bare),
    (because("number.foreign-digits", "house §numbers"), has_foreign_digits),
    (because("number.scientific", "house §numbers"), _SCIENTIFIC.fullmatch),
    (because("number.letter-for-digit", "house §numbers"), _LETTER_FOR_DIGIT.fullmatch),
    (because("number.not-only-digits", "house §numbers"), lambda bare: not re.fullmatch("[0-9]+", bare)),
    (
        because("number.help-number", "house §numbers"),
        lambda bare: len(bare) == 11 and bare[0] in "89",
    ),
)
"""What it may be instead, asked in this order."""


def _wrong_length(bare: str, on: date) -> Reason:
    if with_leading_zero(bare, on=on):
        return because("number.lost-leading-zero", "house §numbers")
    if len(bare) == 9 and isinstance(organisation_number.parse(bare), organisation_number.OrganisationNumber):
        return because("number.organisation-number", "house §numbers")
    if len(bare) == 12:
        return because("number.duf-number", "house §numbers")
    return because("number.not-eleven-digits", "house §numbers", count=len(bare))


def _kind(bare: str) -> NumberKind:
    return NumberKind.D_NUMBER if bare[0] in "4567" else NumberKind.NATIONAL_IDENTITY_NUMBER


def _series(bare: str) -> Series:
    month = int(bare[2:4])
    return next((series for series in reversed(Series) if month > _ADDED_TO_MONTH[series]), Series.REAL)


def _date_reasons(bare: str, on: date) -> Verdict:
    day, month = int(bare[:2]) % 40, int(bare[2:4]) - _ADDED_TO_MONTH[_series(bare)]
    years = _years(bare, on)
    if not years:
        return (because("number.no-such-series", "FOR-2017-07-14-1201 § 2-2-1"),)
    possible = [date(year, month, day) for year in years if _exists(year, month, day)]
    if not possible:
        return (because("number.no-such-date", "FOR-2017-07-14-1201 § 2-2-1"),)
    if min(possible) > on:
        return (because("number.date-to-come", "FOR-2017-07-14-1201 § 2-2-1"),)
    return ()


def _years(bare: str, on: date) -> list[int]:
    """The years the two digits can stand for, by the series; for D-numbers and from 2032 any."""
    two, individual = int(bare[4:6]), int(bare[6:9])
    if on >= NEW_NUMBERS_FROM or _kind(bare) is NumberKind.D_NUMBER:
        return [1800 + two, 1900 + two, 2000 + two]
    years = []
    if two >= 54 and 500 <= individual <= 749:
        years.append(1800 + two)
    if individual <= 499 or (two >= 40 and individual >= 900):
        years.append(1900 + two)
    if two <= 39 and individual >= 500:
        years.append(2000 + two)
    return years


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _control_reasons(bare: str, on: date) -> Verdict:
    lawful = range(4) if on >= NEW_NUMBERS_FROM else range(1)
    if _sum(bare, _K1_WEIGHTS) % 11 in lawful and _sum(bare, _K2_WEIGHTS) % 11 == 0:
        return ()
    return (because("number.check-digit", "FOR-2017-07-14-1201 § 2-2-1"),)


def _sum(bare: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(bare, weights, strict=False))
