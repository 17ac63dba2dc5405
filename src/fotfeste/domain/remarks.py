"""What the jobseeker says of the own record: something is wrong, or is missing (GDPR art. 16)."""

from dataclasses import dataclass
from datetime import date

from fotfeste.domain.dates import add_months


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said of the record that nobody has answered. `key` tells it from the others."""

    key: str
    said_on: date


@dataclass(frozen=True, slots=True)
class RemarkLimits:
    """How many months there are, at the latest, to answer."""

    answer_within_months: int


def answer_by(remark: Remark, limits: RemarkLimits) -> date:
    """The last day to answer (GDPR art. 12 no. 3)."""
    return add_months(remark.said_on, limits.answer_within_months)
