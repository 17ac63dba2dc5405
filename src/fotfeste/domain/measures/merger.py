"""The merger of Work with assistance and the older Follow-up into one measure (F-16)."""

from dataclasses import dataclass
from datetime import date

from fotfeste.domain.measures.kinds import Law
from fotfeste.domain.verdict import Verdict, because


@dataclass(frozen=True, slots=True)
class MeasureMerger:
    """The last day on which the old codes could be used."""

    old_codes_until: date


def old_code_ended(law: Law[MeasureMerger], *, on: date) -> Verdict:
    """Why an old code cannot be used that day."""
    until = law.numbers.old_codes_until
    return (because("measure.old-code-ended", law.source, until=until),) if on > until else ()
