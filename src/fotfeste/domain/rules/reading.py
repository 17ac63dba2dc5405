"""Reading facts from JSON into the dataclass a rule needs. Strict, and every fault is told at once."""

import re
from datetime import date
from typing import Any, TypeVar

from fotfeste.domain.rules import kinds
from fotfeste.domain.verdict import Reason, Refused, because

F = TypeVar("F")

_WORDS = {date: "date", bool: "boolean", int: "integer", str: "text"}


def read_facts(facts: type[F], given: object) -> F:
    """The facts, read. Raises Refused with a reason for each thing unknown, missing or of a wrong kind."""
    reader = _Reader()
    found = reader.read(facts, given, "")
    if reader.faults:
        raise Refused(tuple(reader.faults))
    return found  # type: ignore[no-any-return]  # built from `facts` itself


class _Reader:
    def __init__(self) -> None:
        self.faults: list[Reason] = []

    def read(self, kind: Any, given: object, place: str) -> Any:
        kind, may_be_none = kinds.without_none(kind)
        if given is None and may_be_none:
            return None
        item = kinds.item_kind(kind)
        if item is not None:
            return self._items(item, given, place)
        if kinds.is_group(kind):
            return self._group(kind, given, place)
        if kinds.is_choice(kind):
            return self._choice(kind, given, place)
        return self._plain(kind, given, place)

    def _group(self, kind: Any, given: object, place: str) -> Any:
        if not isinstance(given, dict):
            self._wrong(place, "object")
            return None
        known = kinds.fields_of(kind)
        for name in given:
            if name not in known:
                self._fault(because("rules.unknown-fact", "house §rules", fact=_at(place, str(name)[:80])))
        for name, (_, is_needed) in known.items():
            if is_needed and name not in given:
                self._fault(because("rules.missing-fact", "house §rules", fact=_at(place, name)))
        read = {
            name: self.read(each, given[name], _at(place, name))
            for name, (each, _) in known.items()
            if name in given
        }
        return None if self.faults else kind(**read)

    def _items(self, item: Any, given: object, place: str) -> Any:
        if not isinstance(given, list):
            self._wrong(place, "list")
            return None
        if len(given) > kinds.MOST_ITEMS:
            self._out_of_range(place, "0", str(kinds.MOST_ITEMS))
            return None
        return tuple(self.read(item, each, f"{place}[{number}]") for number, each in enumerate(given))

    def _choice(self, kind: Any, given: object, place: str) -> Any:
        choices = [choice.value for choice in kind]
        if given in choices:
            return kind(given)
        self._fault(
            because("rules.not-a-choice", "house §rules", fact=place or "–", choices=", ".join(choices))
        )
        return None

    def _plain(self, kind: Any, given: object, place: str) -> Any:
        if kind is date:
            return self._day(given, place)
        if type(given) is not kind:
            self._wrong(place, _WORDS[kind])
            return None
        if isinstance(given, str) and len(given) > kinds.LONGEST_TEXT:
            self._out_of_range(place, "0", str(kinds.LONGEST_TEXT))
            return None
        if kind is int and not 0 <= given <= kinds.MOST_NUMBER:  # type: ignore[operator]  # its type was just seen
            self._out_of_range(place, "0", str(kinds.MOST_NUMBER))
            return None
        return given

    def _day(self, given: object, place: str) -> date | None:
        if not isinstance(given, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", given):
            self._wrong(place, "date")
            return None
        try:
            day = date.fromisoformat(given)
        except ValueError:
            self._wrong(place, "date")
            return None
        if not kinds.EARLIEST <= day <= kinds.LATEST:
            self._out_of_range(place, kinds.EARLIEST.isoformat(), kinds.LATEST.isoformat())
            return None
        return day

    def _wrong(self, place: str, wanted: str) -> None:
        self._fault(because("rules.wrong-kind", "house §rules", fact=place or "–", wanted=wanted))

    def _out_of_range(self, place: str, least: str, most: str) -> None:
        self._fault(because("rules.out-of-range", "house §rules", fact=place or "–", least=least, most=most))

    def _fault(self, fault: Reason) -> None:
        self.faults.append(fault)


def _at(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
