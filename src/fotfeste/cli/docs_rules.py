"""The text of docs/rules.md: rules that can be asked, numbers, next steps and other reasons, sources."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import yaml

from fotfeste.cli.reading_code import IN_THE_NUMBERS, FoundReason, reasons_in_code
from fotfeste.domain.dated import Dated, Version
from fotfeste.domain.rules import RULES
from fotfeste.domain.sources import SourceKey, parse
from fotfeste.parameters import ALL
from fotfeste.parameters.sources import all_sources
from fotfeste.parameters.texts import parts, text

LANGUAGE = "nb"
HEAD = """# The rules

*Made by `fotfeste docs` from code and data: change the rule, the number, the text or the case instead.*

A guideline advises: where it was not met there is something to reflect on, never a lock. A statute refuses.
Numbers marked *provisional* are nobody's decision yet.
Texts are shown in bokmål; nynorsk and English stand beside them."""


def document(root: Path) -> str:
    """The whole document. `root` is where the tests stand, whose cases are listed."""
    cases = Cases(root / "tests")
    reasons = reasons_in_code()
    chapters = (
        _askable(),
        _numbers(ALL),
        _next_steps(reasons, cases),
        _reasons(reasons, cases),
        _sources(reasons),
    )
    lines = [HEAD, *(line for chapter in chapters for line in ("", *chapter))]
    return "\n".join(lines).rstrip() + "\n"


class Cases:
    """The names of the cases that mention a code."""

    def __init__(self, folder: Path) -> None:
        self._named: dict[str, list[str]] = {}
        for path in sorted(folder.rglob("*.yaml")):
            for case in _cases_of(path):
                for code in set(re.findall(r"[a-z][\w-]*(?:\.[\w-]+)+", str(case))):
                    self._named.setdefault(code, []).append(str(case["name"]))

    def of(self, code: str) -> list[str]:
        """The cases of one code, in their own order."""
        return self._named.get(code, [])


def _cases_of(path: Path) -> list[Mapping[str, Any]]:
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    return (
        [each for each in found if isinstance(each, dict) and "name" in each]
        if isinstance(found, list)
        else []
    )


def _askable() -> Iterator[str]:
    yield "## Rules that can be asked by name"
    yield ""
    yield "`fotfeste rules ask RULE --facts FILE`, or `POST /api/v1/rules/{rule}`."
    yield ""
    yield "| rule | what it answers | source | numbers |"
    yield "|---|---|---|---|"
    for name, rule in sorted(RULES.items()):
        numbers = ", ".join(f"`{each}`" for each in rule.parameters) or "–"
        yield f"| `{name}` | {text(f'rule.{name}', LANGUAGE)} | {', '.join(rule.sources)} | {numbers} |"


def _numbers(parameters: Iterable[Dated[Any]]) -> Iterator[str]:
    yield "## Numbers"
    yield ""
    yield "| parameter | value | from | source | last checked |"
    yield "|---|---|---|---|---|"
    for parameter in sorted(parameters, key=lambda each: each.name):
        for version in parameter.versions:
            from_where = f"{version.source} | {parameter.last_checked_on}"
            yield f"| `{parameter.name}` | {_value(version)} | {_days(version)} | {from_where} |"


def _value(version: Version[Any]) -> str:
    if version.value is None:
        return "*repealed*"
    said = ", ".join(f"{name} {value}" for name, value in asdict(version.value).items())
    return f"{said} *(provisional)*" if version.provisional else said


def _days(version: Version[Any]) -> str:
    if version.effect_from == version.in_force_from:
        return str(version.in_force_from)
    return f"{version.effect_from} (in force {version.in_force_from})"


def _next_steps(reasons: Iterable[FoundReason], cases: Cases) -> Iterator[str]:
    yield "## Next steps"
    yield ""
    yield "What the agenda can say is next. Each is answered by one act."
    for found in _once(reasons):
        said = parts(found.code, LANGUAGE)
        if "title" not in said:
            continue
        yield ""
        yield f"### {said['title']}"
        yield ""
        yield f"`{found.code}` · {found.source} · `{found.file}`"
        yield ""
        yield f"> {said['why']} **[{said['button']}]**"
        yield from _about(found, cases)


def _reasons(reasons: Iterable[FoundReason], cases: Cases) -> Iterator[str]:
    yield "## Other reasons"
    yield ""
    yield "What a rule says of facts, of a list, of a refusal."
    yield ""
    yield "| code | text | source | cases |"
    yield "|---|---|---|---|"
    for found in _once(reasons):
        said = parts(found.code, LANGUAGE)
        if "title" not in said:
            yield f"| `{found.code}` | {said['why']} | {found.source} | {len(cases.of(found.code))} |"


def _about(found: FoundReason, cases: Cases) -> Iterator[str]:
    if found.said_of_it:
        yield ""
        yield found.said_of_it
    if named := cases.of(found.code):
        yield ""
        yield from (f"- {name}" for name in named)


def _sources(reasons: Iterable[FoundReason]) -> Iterator[str]:
    yield "## Sources"
    yield ""
    yield "What each says, in our own words. Sure are we of what was read in the text itself (high),"
    yield "less so at second hand (medium) or from memory (low)."
    yield ""
    yield "| source | what it says | how sure | reasons |"
    yield "|---|---|---|---|"
    quoted = _quoted(reasons)
    for key, source in sorted(all_sources().items(), key=lambda each: each[0].slug):
        title, says = source.title(LANGUAGE), source.says[LANGUAGE]
        yield f"| **{title}** (`{key.slug}`) | {says} | {source.confidence} | {quoted.get(key, 0)} |"


def _quoted(reasons: Iterable[FoundReason]) -> dict[SourceKey, int]:
    """How many codes rest on each source."""
    quoted = ((found.code, found.source) for found in reasons if found.source != IN_THE_NUMBERS)
    pairs = {(code, parse(source)) for code, source in quoted if source is not None}
    counted: dict[SourceKey, int] = {}
    for _, key in pairs:
        counted[key] = counted.get(key, 0) + 1
    return counted


def _once(reasons: Iterable[FoundReason]) -> Iterator[FoundReason]:
    """Each code once, where it first stands."""
    seen: set[str] = set()
    for found in reasons:
        if found.code not in seen:
            seen.add(found.code)
            yield found
