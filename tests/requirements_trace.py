"""Requirement by requirement, what tests it: `make trace`.

A requirement works when a test drives it through a page or the API: tests elsewhere are shown, not counted.
"""

import re
from collections import defaultdict
from pathlib import Path

import pytest

INDEX = Path(__file__).resolve().parents[1] / "docs" / "requirements.md"
LINE = re.compile(r"^\| ([FAWI]-[\d.]+[a-z]?) \| (.+?) \|$", re.MULTILINE)
DRIVES = ("tests/web/", "tests/api/", "tests/journeys/")


def index() -> dict[str, str]:
    """Every requirement: its id and a few words."""
    return dict(LINE.findall(INDEX.read_text()))


def known_ids() -> set[str]:
    """The ids a test may carry."""
    return set(index())


class Collector:
    """Notes which tests carry which requirement while pytest collects."""

    def __init__(self) -> None:
        self.tests: dict[str, set[str]] = defaultdict(set)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Every test, without its parameters."""
        for item in items:
            for marker in item.iter_markers("req"):
                for requirement in marker.args:
                    self.tests[requirement].add(item.nodeid.partition("[")[0])


def report(tests: dict[str, set[str]]) -> str:
    """One paragraph per requirement, then those that nothing drives."""
    titles = index()
    lines: list[str] = []
    driven = [name for name in titles if any(test.startswith(DRIVES) for test in tests.get(name, ()))]
    for name, title in titles.items():
        lines += [f"{name}  {title}", *(f"    {test}" for test in sorted(tests.get(name, ()))), ""]
    lines += ["Uten prøve gjennom side eller API:"]
    lines += [f"    {name}  {title}" for name, title in titles.items() if name not in driven]
    lines += ["", f"{len(driven)} av {len(titles)} krav er prøvd gjennom side eller API."]
    return "\n".join(lines)


if __name__ == "__main__":
    collector = Collector()
    outcome = pytest.main(["--collect-only", "-qq", "--no-summary", "tests"], plugins=[collector])
    if outcome not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        raise SystemExit(outcome)
    print(report(collector.tests))  # noqa: T201  # this is the report
