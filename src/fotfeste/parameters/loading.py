"""From a YAML file to a typed parameter: every number with its unit, its source and its days."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar, get_type_hints

from fotfeste.domain.dated import Dated, Version
from fotfeste.parameters.files import HERE, BadParameter, read

T = TypeVar("T")

_OF_A_FILE = {"description", "unit", "last_checked_on", "versions"}
_OF_A_VERSION = {"in_force_from", "effect_from", "source", "provisional", "value"}
_MAY_BE_LEFT_OUT = {"effect_from", "provisional"}


def load(name: str, kind: type[T]) -> Dated[T]:
    """The parameter in `values/<name>.yaml`, its values as `kind`. Raises BadParameter if unclear."""
    entries = read(HERE / "values" / f"{name}.yaml")
    _expect(entries, _OF_A_FILE, set(), name)
    versions = [_version(entry, kind, name) for entry in entries["versions"]]
    versions.sort(key=lambda version: version.effect_from, reverse=True)
    return Dated(
        name=name,
        unit=_units(entries["unit"], kind, f"{name}, unit"),
        last_checked_on=_day(entries["last_checked_on"], f"{name}, last_checked_on"),
        versions=tuple(versions),
    )


def _version(entry: Mapping[str, Any], kind: type[T], name: str) -> Version[T]:
    _expect(entry, _OF_A_VERSION - _MAY_BE_LEFT_OUT, _MAY_BE_LEFT_OUT, name)
    in_force_from = _day(entry["in_force_from"], f"{name}, in_force_from")
    return Version(
        effect_from=_day(entry.get("effect_from", in_force_from), f"{name}, effect_from"),
        in_force_from=in_force_from,
        value=None if entry["value"] is None else _value(entry["value"], kind, name),
        source=_by_field(entry["source"], kind, f"{name}, source"),
        provisional=bool(entry.get("provisional", False)),
    )


def _value(entry: Mapping[str, Any], kind: type[T], name: str) -> T:
    hints = get_type_hints(kind)
    _expect(entry, {field.name for field in fields(kind)}, set(), name)  # type: ignore[arg-type]  # a dataclass
    for field, value in entry.items():
        if type(value) is not hints[field]:
            raise BadParameter(f"{name}, {field}: {value!r} is not {hints[field].__name__}.")
    return kind(**entry)


def _units(entry: Mapping[str, str], kind: type[Any], name: str) -> str:
    """What each field is counted in."""
    _expect(entry, {field.name for field in fields(kind)}, set(), name)
    return ", ".join(f"{field}: {unit}" for field, unit in entry.items())


def _by_field(entry: str | Mapping[str, str], kind: type[Any], name: str) -> str:
    """One text for all fields, or one for each: then joined, each said once."""
    if isinstance(entry, str):
        return entry
    _expect(entry, {field.name for field in fields(kind)}, set(), name)
    return "; ".join(dict.fromkeys(entry.values()))


def _day(value: object, name: str) -> date:
    if type(value) is not date:
        raise BadParameter(f"{name}: {value!r} is not a day.")
    return value


def _expect(entry: Mapping[str, Any], needed: set[str], allowed: set[str], name: str) -> None:
    missing, unknown = needed - entry.keys(), entry.keys() - needed - allowed
    if missing or unknown:
        raise BadParameter(f"{name}: missing {sorted(missing)}, unknown {sorted(unknown)}.")
