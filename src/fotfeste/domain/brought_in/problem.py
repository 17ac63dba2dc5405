"""What a team brings with it: everything that can be said of a row, and the questions it is answered with.

A problem is held, asked, noted or left unclear. Nothing is guessed and nothing is silently changed: what is
doubtful becomes a question with offered answers, and the answers given are part of what is read next time.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fotfeste.domain.verdict import Named, Reason


class Severity(StrEnum):
    """What a problem does to its row."""

    HELD = "held"
    """The row cannot come in before the cell is mended."""
    ASKED = "asked"
    """Doubtful: the row waits until the question is answered or the cell is mended."""
    UNCLEAR = "unclear"
    """The row comes in, and this becomes something to clear up."""
    NOTED = "noted"
    """Cleaned or odd. Told, nothing to answer."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that is offered. `value` says which of several, where the key alone does not."""

    key: str
    value: str = ""
    data: tuple[tuple[str, Named], ...] = field(default=(), repr=False)

    @property
    def id(self) -> str:
        """What a form sends back."""
        return f"{self.key}={self.value}" if self.value else self.key


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to say about a row or a list: why, where, and what may be answered.

    `columns` are the columns it is about, the first of them being where it is shown.
    """

    severity: Severity
    reason: Reason
    columns: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    answer: Choice | None = None

    @property
    def key(self) -> str:
        """The name an answer is kept under: the columns it is about, and the code."""
        return f"{'+'.join(self.columns)}:{self.reason.code}"

    @property
    def holds_back(self) -> bool:
        """Whether the row waits for this."""
        if self.severity is Severity.ASKED:
            return self.answer is None
        return self.severity is Severity.HELD


class Notebook:
    """Collects what is said of one row while it is read, and looks up what has been answered."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self._answers = answers
        self._problems: list[Problem] = []

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything said so far, in the order it was found."""
        return tuple(self._problems)

    def held(self, reason: Reason, *columns: str) -> None:
        """The row cannot come in before this is mended."""
        self._problems.append(Problem(Severity.HELD, reason, columns))

    def unclear(self, reason: Reason, *columns: str) -> None:
        """Left open: something to clear up later."""
        self._problems.append(Problem(Severity.UNCLEAR, reason, columns))

    def noted(self, reason: Reason, *columns: str) -> None:
        """Told, nothing to answer."""
        self._problems.append(Problem(Severity.NOTED, reason, columns))

    def ask(self, reason: Reason, *columns: str, choices: Iterable[Choice]) -> Choice | None:
        """Ask, and hand back the answer if one of the offered ones has been given."""
        problem = asked(reason, columns, choices, self._answers)
        self._problems.append(problem)
        return problem.answer


def asked(
    reason: Reason, columns: tuple[str, ...], choices: Iterable[Choice], answers: Mapping[str, str]
) -> Problem:
    """A question, with its answer if one of the offered ones has been given."""
    offered = tuple(choices)
    given = answers.get(Problem(Severity.ASKED, reason, columns).key)
    answer = next((choice for choice in offered if choice.id == given), None)
    return Problem(Severity.ASKED, reason, columns, offered, answer)


def answers_after_mending(answers: Mapping[str, str], mended: Iterable[str]) -> dict[str, str]:
    """The answers that stand when some columns have been mended: an answer was about what stood there."""
    changed = set(mended)
    return {key: answer for key, answer in answers.items() if changed.isdisjoint(_columns_of(key))}


def _columns_of(key: str) -> list[str]:
    return key.partition(":")[0].split("+")
