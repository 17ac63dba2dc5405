"""Identity numbers of the synthetic series (month + 80): nobody has them, and no two are the same."""

from collections.abc import Iterator
from datetime import date, timedelta

_FIRST, _LAST = date(1962, 1, 1), date(1999, 12, 31)
_ADDED_TO_MONTH = 80
_K1_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_K2_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_INDIVIDUAL_NUMBERS = range(500)
"""Those of people born from 1900 to 1999."""


def identity_numbers() -> Iterator[str]:
    """Some millions of numbers that add up, each once, always in the same order."""
    days = [_FIRST + timedelta(days=number) for number in range((_LAST - _FIRST).days + 1)]
    born = [f"{day.day:02}{day.month + _ADDED_TO_MONTH}{day.year % 100:02}" for day in days]
    for individual in _INDIVIDUAL_NUMBERS:
        for date_part in born:
            number = _with_control_digits(f"{date_part}{individual:03}")
            if number is not None:
                yield number


def _with_control_digits(nine: str) -> str | None:
    """The nine digits and their two control digits; None where a control digit would be ten."""
    first = _control_digit(nine, _K1_WEIGHTS)
    second = None if first is None else _control_digit(f"{nine}{first}", _K2_WEIGHTS)
    return None if second is None else f"{nine}{first}{second}"


def _control_digit(digits: str, weights: tuple[int, ...]) -> int | None:
    rest = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11
    return None if rest == 1 else (11 - rest) % 11
