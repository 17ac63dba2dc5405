"""What it takes to ask a rule: the rule, the book of dated numbers it reads, and the answer."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from fotfeste.domain.agenda import Line
from fotfeste.domain.dated import Dated, Version
from fotfeste.domain.verdict import Named, Verdict

F = TypeVar("F")

Holidays = Callable[[int, int], Collection[date]]
"""The public holidays from one year to another, both counted in."""

FIRST_VERSION = "2026-11-22.1"
"""The version of a rule that says no other: raise it when what a rule answers changes."""


@dataclass(frozen=True, slots=True)
class Used:
    """One dated parameter that an answer rests on, and the version of it."""

    parameter: Dated[Any]
    version: Version[Any]


@dataclass(slots=True)
class Book:
    """The dated parameters a rule may read. Remembers which versions it did read."""

    parameters: Mapping[str, Dated[Any]]
    holidays: Holidays
    used: dict[tuple[str, date], Used] = field(default_factory=dict)

    def read(self, name: str, day: date) -> Any:
        """The value in effect that day. Raises NotInForce for a day without one."""
        return self.version(name, day).value

    def version(self, name: str, day: date) -> Version[Any]:
        """The value in effect that day with its source. Raises NotInForce for a day without one."""
        parameter = self.parameters[name]
        version = parameter.version_on(day)
        if version.value is None:
            parameter.on(day)
        self.used[name, version.effect_from] = Used(parameter, version)
        return version

    def first_day(self, name: str) -> date:
        """The day the oldest version took effect."""
        return self.parameters[name].versions[-1].effect_from


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule found: reasons against (none: all is well), lines of the agenda, days, other values.

    `notes` are worth knowing and stand against nothing.
    """

    verdict: Verdict = ()
    notes: Verdict = ()
    lines: tuple[Line, ...] = ()
    dates: tuple[tuple[str, date | None], ...] = ()
    values: tuple[tuple[str, Named | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question, and the versions of the numbers it rests on."""

    rule: str
    on: date
    outcome: Outcome
    used: tuple[Used, ...]
    rule_version: str


@dataclass(frozen=True, slots=True)
class Rule(Generic[F]):
    """A rule by name: the facts it needs, where it is written, the parameters it reads, how it answers."""

    name: str
    facts: type[F]
    sources: tuple[str, ...]
    parameters: tuple[str, ...]
    answer: Callable[[F, date, Book], Outcome]
    version: str = FIRST_VERSION
