"""Reading the YAML beside this file: strict, so that a slip of the pen is found when it is read."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


class BadParameter(ValueError):
    """A parameter file says something that cannot be meant. Names the file and the place in it."""


class _NothingTwice(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # chosen at import
    """Reads YAML and refuses a key that stands twice: the second would silently win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = {key for key in keys if keys.count(key) > 1}
        if twice:
            raise BadParameter(f"{sorted(map(str, twice))} stands twice {node.start_mark}")
        found: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return found


def read(path: Path) -> Mapping[str, Any]:
    """One file: a mapping. Raises BadParameter where it is something else."""
    found = yaml.load(path.read_text(encoding="utf-8"), Loader=_NothingTwice)  # noqa: S506  # a safe loader, made stricter
    if not isinstance(found, Mapping):
        raise BadParameter(f"{path.name} does not hold names and values.")
    return found


def read_folder(folder: str) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Every YAML file of a folder here, in the order of their names."""
    for path in sorted((HERE / folder).glob("*.yaml")):
        yield path, read(path)


def gathered(folder: str) -> Mapping[str, Any]:
    """The files of a folder as one mapping. Raises BadParameter when two files hold the same name."""
    found: dict[str, Any] = {}
    for path, entries in read_folder(folder):
        twice = found.keys() & entries.keys()
        if twice:
            raise BadParameter(f"{path.name}: {sorted(twice)} stands in another file too.")
        found.update(entries)
    return found
