"""Values that change with the law: what applied on a given day, and who said so."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T")


class NotInForce(LookupError):
    """No value applied on the day asked about."""


@dataclass(frozen=True, slots=True)
class Version(Generic[T]):
    """One value of a parameter, from the day it takes effect.

    `in_force_from` may be later than `effect_from`: some rules reach back.
    A `value` of None says that the rule was repealed from that day.
    """

    effect_from: date
    in_force_from: date
    value: T | None
    source: str
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """A parameter: its name, its unit, the day somebody last checked it, and its versions, newest first."""

    name: str
    unit: str
    last_checked_on: date
    versions: tuple[Version[T], ...]

    def on(self, day: date) -> T:
        """The value that had effect on `day`. Raises NotInForce before the first and after a repeal."""
        version = self.version_on(day)
        if version.value is None:
            raise NotInForce(f"{self.name} was repealed from {version.effect_from} ({version.source}).")
        return version.value

    def version_on(self, day: date) -> Version[T]:
        """The version in effect on `day`, with its source. Raises NotInForce before the first."""
        for version in self.versions:
            if version.effect_from <= day:
                return version
        first = self.versions[-1].effect_from
        raise NotInForce(f"{self.name} has no value on {day}; its first is from {first}.")
