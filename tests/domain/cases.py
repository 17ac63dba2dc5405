"""Reads the cases kept as YAML beside the tests."""

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent

Case = Mapping[str, Any]


class _Plain(yaml.SafeLoader):
    """YAML in which on, yes and no are words: only true and false are truth values."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in found if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Plain)  # noqa: S506  # a safe loader


def cases_in(folder: str) -> list[Case]:
    """Every case of a folder: the YAML files that hold a list."""
    read_all = (read(path) for path in sorted((HERE / folder).glob("*.yaml")))
    return [case for found in read_all if isinstance(found, list) for case in found]


@cache
def people() -> Mapping[str, Any]:
    """Whom the cases of the agenda are about."""
    found: Mapping[str, Any] = read(HERE / "agenda" / "people.yaml")
    return found


def changed(facts: Mapping[str, Any], but: Mapping[str, Any]) -> dict[str, Any]:
    """The facts with some of them different: groups are merged, everything else is replaced."""
    found = deepcopy(dict(facts))
    for name, value in but.items():
        is_group = isinstance(value, Mapping) and isinstance(found.get(name), Mapping)
        found[name] = changed(found[name], value) if is_group else value
    return found


def as_json(value: Any) -> Any:
    """The value as JSON would carry it: days as text."""
    if isinstance(value, Mapping):
        return {name: as_json(each) for name, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
