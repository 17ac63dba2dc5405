"""A NAV office as a list writes it: a number of four digits and a name, or one of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from fotfeste.domain.typed_text import alike, tidied
from fotfeste.domain.verdict import Verdict, because

_WRITTEN = re.compile(r"(?P<number>[0-9]+)?[\s,:–-]*(?P<name>.*)")


@dataclass(frozen=True, slots=True)
class NavOffice:
    """A NAV office. Either may be empty where a list does not say it; never both."""

    number: str
    name: str

    def __str__(self) -> str:
        return f"{self.number} {self.name}".strip()


def parse(text: str) -> NavOffice | Verdict:
    """The office as it is written ("1806 Narvik", "NAV Narvik", "1806"), or why it cannot be read."""
    if not (tidy := tidied(text)):
        return (because("nav-office.missing", "house §numbers"),)
    found = _WRITTEN.fullmatch(_without_nav(tidy))
    number, name = (found["number"] or "", found["name"]) if found else ("", tidy)
    if number and len(number) != 4:
        return (because("nav-office.not-four-digits", "house §numbers", written=tidy[:40]),)
    return NavOffice(number, _without_nav(name))


def matching(office: NavOffice, known: Iterable[NavOffice]) -> tuple[NavOffice, ...]:
    """The known offices that this can be: all that share the number or the name."""
    return tuple(each for each in known if _shares(office, each))


def _shares(one: NavOffice, other: NavOffice) -> bool:
    same_number = bool(one.number) and one.number == other.number
    return same_number or (bool(one.name) and is_same_name(one.name, other.name))


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are the same place, with or without "NAV" before it."""
    return alike(_without_nav(one)) == alike(_without_nav(other))


def _without_nav(name: str) -> str:
    return re.sub(r"^nav(?:-kontor(?:et)?)?\s+", "", tidied(name), flags=re.IGNORECASE)
