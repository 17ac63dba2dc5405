"""What a row of the participation list tells, and the history the rows of one person make."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from fotfeste.domain.brought_in import Problem
from fotfeste.domain.dated import Dated
from fotfeste.domain.measures.duration import DurationLadder
from fotfeste.domain.measures.kinds import MeasureKind, MeasureNeed
from fotfeste.domain.measures.merger import MeasureMerger
from fotfeste.domain.participation_list.row import Row


@dataclass(frozen=True, slots=True)
class MeasureLaws:
    """What applied on each day: how long each measure could last, and until when the old codes were used."""

    durations: Mapping[MeasureKind, Dated[DurationLadder]]
    merger: Dated[MeasureMerger]


@dataclass(frozen=True, slots=True)
class ParticipationTold:
    """A participation as a row tells it. `participant` is the list's own key of the person.

    `kind` and the days are None while they wait to be mended or answered. `need` is what the remark says.
    """

    participant: str = field(repr=False)
    kind: MeasureKind | None
    code: str
    first: date | None
    last: date | None
    provider: str
    remark: str = field(repr=False)
    need: MeasureNeed = MeasureNeed()  # noqa: RUF009  # frozen, so it can be shared


@dataclass(frozen=True, slots=True)
class ParticipationReading:
    """One row, read with the answers given so far. `left_out_for` is the row that already says the same."""

    row: Row
    facts: ParticipationTold
    problems: tuple[Problem, ...]
    left_out_for: int | None = None

    @property
    def waits_for(self) -> tuple[Problem, ...]:
        """What holds the row back, in the order to show it."""
        if self.left_out_for is not None:
            return ()
        return tuple(problem for problem in self.problems if problem.holds_back)

    @property
    def is_ready(self) -> bool:
        """Whether the row can come in as it is."""
        return self.left_out_for is None and not self.waits_for


@dataclass(frozen=True, slots=True)
class ParticipationCourse:
    """Rows that follow each other without a day between: one participation, with its extensions.

    `kind` is the measure of the first row. The clock runs from `first`.
    """

    kind: MeasureKind
    first: date
    last: date
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ParticipationHistory:
    """All that can come in of one person, the oldest first."""

    participant: str = field(repr=False)
    courses: tuple[ParticipationCourse, ...]
