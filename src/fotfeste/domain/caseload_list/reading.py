"""One row, read: what it tells, and everything there is to say about it."""

from dataclasses import dataclass

from fotfeste.domain.brought_in import Problem
from fotfeste.domain.caseload_list.facts import CaseloadFacts
from fotfeste.domain.caseload_list.row import Row


@dataclass(frozen=True, slots=True)
class Reading:
    """One row, read with the answers given so far.

    `left_out_for` is the number of the row that is taken instead, where the same person stands twice.
    """

    row: Row
    facts: CaseloadFacts
    problems: tuple[Problem, ...]
    left_out_for: int | None = None

    @property
    def is_ready(self) -> bool:
        """Whether the row can come in as it is: nothing held, no question open, not left out for another."""
        return self.left_out_for is None and not self.waits_for

    @property
    def waits_for(self) -> tuple[Problem, ...]:
        """What holds the row back, in the order to show it. A row left out for another waits for nothing."""
        if self.left_out_for is not None:
            return ()
        return tuple(problem for problem in self.problems if problem.holds_back)


@dataclass(frozen=True, slots=True)
class ListReading:
    """The whole list, read. `problems` are about the list and not about one row."""

    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...]

    @property
    def waits_for(self) -> tuple[Problem, ...]:
        """The questions about the list as a whole that are still open. Nothing comes in before them."""
        return tuple(problem for problem in self.problems if problem.holds_back)

    @property
    def ready(self) -> tuple[Reading, ...]:
        """The rows that can come in."""
        return tuple(reading for reading in self.readings if reading.is_ready)

    @property
    def held_back(self) -> tuple[Reading, ...]:
        """The rows that wait for an answer or for mending."""
        return tuple(reading for reading in self.readings if reading.waits_for)
