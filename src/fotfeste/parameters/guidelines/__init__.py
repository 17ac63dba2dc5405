"""The versions of the guideline, in the YAML beside this: a file for each. A new one is brought in as data.

Each number that a section sets stands as a dated value too (`values/`); the two must agree.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from fotfeste.domain.dated import Dated
from fotfeste.domain.guideline_versions import GuidelineSection, GuidelineVersion
from fotfeste.parameters import ALL, GUIDELINE_DOCUMENT
from fotfeste.parameters.files import HERE, BadParameter, read
from fotfeste.parameters.sources import source
from fotfeste.parameters.texts import LANGUAGES

FOLDER = HERE / "guidelines"
_NEEDED = {"id", "dated", "authors", "approver", "in_force_from", "in_force_to", "sections"}


@lru_cache(maxsize=1)
def guideline_versions() -> tuple[GuidelineVersion, ...]:
    """Every version, the newest first. Raises BadParameter where they do not fit together."""
    found = read_versions(sorted(FOLDER.glob("*.yaml")))
    check(found, ALL, GUIDELINE_DOCUMENT)
    return found


def read_versions(paths: Iterable[Path]) -> tuple[GuidelineVersion, ...]:
    """The versions in these files, the newest first."""
    versions = [_version(read(path), path.stem) for path in paths]
    return tuple(sorted(versions, key=lambda each: each.in_force_from, reverse=True))


def check(
    versions: Iterable[GuidelineVersion], parameters: Iterable[Dated[Any]], document: Dated[Any]
) -> None:
    """Every number is the dated value of the version's first day, and the document's version is this one."""
    by_name = {each.name: each for each in parameters}
    for version in versions:
        day = version.in_force_from
        if document.on(day).version != version.id:
            raise BadParameter(f"values/guideline.yaml does not say {version.id} on {day}.")
        for section in version.sections:
            for name, value in section.sets:
                parameter, _, field = name.partition(".")
                if asdict(by_name[parameter].on(day)).get(field) != value:
                    raise BadParameter(f"{version.id} {section.number}: {name} is not {value} on {day}.")


def _version(entry: Mapping[str, Any], name: str) -> GuidelineVersion:
    if entry.keys() != _NEEDED or entry["id"] != name:
        raise BadParameter(f"{name}: {sorted(_NEEDED ^ entry.keys())}; the file is named by its id.")
    return GuidelineVersion(
        id=entry["id"],
        dated=_day(entry["dated"], name),
        authors=tuple(entry["authors"]),
        approver=entry["approver"],
        in_force_from=_day(entry["in_force_from"], name),
        in_force_to=None if entry["in_force_to"] is None else _day(entry["in_force_to"], name),
        sections=tuple(_section(str(number), said) for number, said in entry["sections"].items()),
    )


def _section(number: str, entry: Mapping[str, Any]) -> GuidelineSection:
    """What it says; where it says nothing of its own, what is told under the source applies."""
    says = entry.get("says") or dict(source(f"I §{number}").says)
    if set(says) != set(LANGUAGES):
        raise BadParameter(f"Section {number} is not said in every language.")
    sets = [
        (f"{name}.{field}", value)
        for name, fields in entry.get("sets", {}).items()
        for field, value in fields.items()
    ]
    return GuidelineSection(number, says, tuple(sets))


def _day(value: object, name: str) -> date:
    if type(value) is not date:
        raise BadParameter(f"{name}: {value!r} is not a day.")
    return value
