"""Which numbers nobody has checked for a year: a law can have changed since."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from fotfeste.domain.dated import Dated
from fotfeste.domain.dates import add_months

CHECK_AFTER_MONTHS = 12


def to_check(parameters: Iterable[Dated[Any]], *, on: date) -> list[str]:
    """The names of parameters last checked more than twelve months before that day."""
    return [
        parameter.name
        for parameter in parameters
        if add_months(parameter.last_checked_on, CHECK_AFTER_MONTHS) < on
    ]
