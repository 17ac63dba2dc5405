"""What a row of the employer list tells."""

from dataclasses import dataclass, field

from fotfeste.domain.brought_in import Problem
from fotfeste.domain.employer_list.row import Row
from fotfeste.domain.organisation_number import OrganisationNumber


@dataclass(frozen=True, slots=True)
class EmployerTold:
    """A business. `number` is None where the list has none; every other text may be empty.

    `contact_name` and `contact_position` are what stands before and after the comma in "Name, position".
    """

    number: OrganisationNumber | None
    name: str
    industry_code: str
    place: str
    contact_name: str = field(default="", repr=False)
    contact_position: str = ""


@dataclass(frozen=True, slots=True)
class EmployerReading:
    """One row, read with the answers given so far. `left_out_for` is the row that already says the same."""

    row: Row
    facts: EmployerTold
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
