"""The cases of measures: what is usual stands once, and each case says what differs from it."""

from collections.abc import Iterator, Mapping
from typing import Any

from tests.domain.cases import HERE, Case, changed, read


def measure_cases() -> list[Case]:
    """Every case of `cases_measures_*.yaml`, written out as a question to a rule by name."""
    found = [read(path) for path in sorted(HERE.glob("cases_measures_*.yaml"))]
    groups = [group for file in found for group in (file if isinstance(file, list) else [file])]
    return [case for group in groups for case in _cases(group)]


def _cases(group: Mapping[str, Any]) -> Iterator[Case]:
    for case in group["cases"]:
        yield {
            "on": group["on"],
            "reasons": [],
            **case,
            "name": f"{group['rule']}: {case['name']}",
            "rule": group["rule"],
            "facts": changed(group["usual"], case.get("but", {})),
            "dates": _dates(case),
        }


def _dates(case: Mapping[str, Any]) -> dict[str, Any]:
    short = {"latest_lawful_end": case["latest_lawful_end"]} if "latest_lawful_end" in case else {}
    return {**case.get("dates", {}), **short}
