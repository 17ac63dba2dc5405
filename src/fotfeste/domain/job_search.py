"""Job search: the first contact with an employer comes soon, not after long preparation."""

from dataclasses import dataclass
from datetime import date

from fotfeste.domain.dates import add_months


@dataclass(frozen=True, slots=True)
class RapidSearch:
    """How soon the first contact with an employer should come."""

    first_contact_months: int


def first_contact_by(first_meeting_on: date, search: RapidSearch) -> date:
    """The day by which there should be a first contact with an employer, counted from the first meeting."""
    return add_months(first_meeting_on, search.first_contact_months)
