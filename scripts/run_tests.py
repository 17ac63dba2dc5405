"""Runs the tests part by part and says at the end how each part went: `make test`, `make test ONLY=web`."""

import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from scripts.postgres import running_postgres, stop_on_kill

ROOT = Path(__file__).resolve().parents[1]
NOTHING_SELECTED = 5
TWO_CORES = ["-n", "2", "--dist", "worksteal"]
FILE_BY_FILE = ["-n", "3", "--dist", "loadfile", "--no-loadscope-reorder"]
"""In the order of their names: otherwise files with one test, the longest journeys, are taken last.

A journey waits half its time, for a house to open or for what the worker does: three fill two cores.
"""
SERVICES = ["tests/apps", "tests/api"]
PAGES = ["tests/web"]
NOT_HERE = {"journeys", "drills"}
EVERYTHING = sorted(
    f"tests/{path.name}" for path in (ROOT / "tests").iterdir() if path.is_dir() and path.name not in NOT_HERE
)


@dataclass
class Part:
    """How one part of the run went."""

    name: str
    ok: bool
    seconds: float = 0.0
    counts: dict[str, int] = field(default_factory=lambda: {"passed": 0, "failed": 0, "skipped": 0})
    remark: str = ""

    def line(self) -> str:
        """The part in one line, for the end of the run."""
        counts = ", ".join(f"{number} {word}" for word, number in self.counts.items() if number)
        minutes, seconds = divmod(round(self.seconds), 60)
        said = self.remark or counts or ("i orden" if self.ok else "se linjene over")
        return f"  {'ok  ' if self.ok else 'FEIL'}  {self.name:<26} {minutes:>2} min {seconds:>2} s   {said}"


def run(*command: str, **environment: str) -> int:
    """Run a command of the project's own Python where people can see it."""
    return subprocess.run([*command], cwd=ROOT, env={**os.environ, **environment}, check=False).returncode


def pytest(name: str, folders: list[str], *options: str, **environment: str) -> Part:
    """Run pytest in these folders. One without tests yet is fine; the whole run without any is not."""
    headline(name)
    folders = [folder for folder in folders if any((ROOT / folder).rglob("test_*.py"))]
    if not folders:
        return Part(name, ok=True, remark="ingen prøver her ennå")
    with tempfile.TemporaryDirectory() as place:
        report = Path(place) / "report.xml"
        started = time.monotonic()
        command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *options, *folders]
        code = run(*command, PYTHONHASHSEED="0", **environment)  # two workers see sets in the same order
        seconds = time.monotonic() - started
        counts = counted(report)
    if code == NOTHING_SELECTED and "-m" in options:
        return Part(name, ok=True, seconds=seconds, remark="ingen merket for dette ennå")
    return Part(name, code == 0, seconds, counts)


def counted(report: Path) -> dict[str, int]:
    """Passed, failed and skipped in pytest's own report."""
    if not report.exists():
        return {"passed": 0, "failed": 1, "skipped": 0}
    suites = ET.parse(report).getroot().iter("testsuite")  # noqa: S314  # pytest just wrote it
    total = failed = skipped = 0
    for suite in suites:
        total += int(suite.get("tests", 0))
        failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped += int(suite.get("skipped", 0))
    return {"passed": max(total - failed - skipped, 0), "failed": failed, "skipped": skipped}


def check() -> Part:
    """Style, types and layers."""
    headline("make check")
    started = time.monotonic()
    code = run("sh", "scripts/check.sh")
    return Part("check", code == 0, time.monotonic() - started)


def on_sqlite() -> Part:
    """Everything but the browser and the drills."""
    return pytest("SQLite", EVERYTHING, *TWO_CORES)


def on_postgres() -> Part:
    """What meets the database, once more on PostgreSQL: every service, call and page."""
    return with_postgres("PostgreSQL", [*SERVICES, *PAGES])


def on_postgres_in_short() -> Part:
    """Every service and call, no pages, and once is enough for who is turned away before anything is asked.

    The whole run has 25 minutes; ONLY=postgres takes all of them.
    """
    return with_postgres("PostgreSQL", SERVICES, "-m", "not one_database")


def with_postgres(name: str, folders: list[str], *options: str) -> Part:
    """The tests in these folders against a server of our own."""
    with running_postgres() as url:
        # The whole server is thrown away afterwards: dropping its databases first only takes time.
        return pytest(name, folders, *TWO_CORES, "--reuse-db", *options, DATABASE_URL=url)


def journeys() -> Part:
    """A real browser against a running Fotfeste on SQLite."""
    return in_browser("Nettleserreiser")


def journeys_on_postgres() -> Part:
    """The journeys marked `postgres`, against a running Fotfeste on PostgreSQL."""
    with running_postgres() as url:
        return in_browser("Nettleserreiser PostgreSQL", "-m", "postgres", DATABASE_URL=url)


def in_browser(name: str, *options: str, **environment: str) -> Part:
    """The journeys, or one clear line when there is no Chromium to drive."""
    find = ["sh", "scripts/chromium.sh"]
    found = subprocess.run(find, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    if found.returncode:
        return Part(name, ok=False, remark="ingen Chromium (se linjen over)")
    chromium = found.stdout.strip()
    return pytest(name, ["tests/journeys"], *FILE_BY_FILE, *options, CHROMIUM=chromium, **environment)


def drills() -> Part:
    """A short smoke of the drills: kill, restore, power cut."""
    return pytest("Øvelser", ["tests/drills"])


PARTS: dict[str, Callable[[], Part]] = {
    "check": check,
    "sqlite": on_sqlite,
    "postgres-in-short": on_postgres_in_short,
    "journeys": journeys,
    "drills": drills,
}


ON_REQUEST: dict[str, Callable[[], Part]] = {
    "postgres": on_postgres,
    "journeys-postgres": journeys_on_postgres,
}
"""What takes too long for every run."""


def chosen(only: str) -> list[Callable[[], Part]]:
    """All parts, one of them, or a folder under tests/."""
    if not only:
        return list(PARTS.values())
    if only in PARTS or only in ON_REQUEST:
        return [{**PARTS, **ON_REQUEST}[only]]
    if not (ROOT / "tests" / only).exists():
        folders = sorted(path.name for path in (ROOT / "tests").iterdir() if path.is_dir())
        sys.exit(f"ONLY={only} finnes ikke. Velg blant: {', '.join([*PARTS, *ON_REQUEST, *folders])}")
    return [lambda: pytest(only, [f"tests/{only}"], *TWO_CORES)]


def forget_other_installations() -> None:
    """Whatever database and place this shell points at is not for tests."""
    for name in [name for name in os.environ if name == "DATABASE_URL" or name.startswith("FOTFESTE_")]:
        del os.environ[name]


@contextmanager
def read_once() -> Iterator[None]:
    """Every file of code is read and compiled once for all that is started here, and nothing is left behind.

    Otherwise, where Python is told to keep nothing, each process of each part and each house of the
    journeys compiles all of it anew.
    """
    with tempfile.TemporaryDirectory(prefix="fotfeste-compiled-") as place:
        os.environ |= {"PYTHONPYCACHEPREFIX": place, "PYTHONDONTWRITEBYTECODE": ""}
        yield


def headline(text: str) -> None:
    """Where one part ends and the next begins."""
    print(f"\n== {text} ==", flush=True)


def main(only: str) -> int:
    """Run, sum up, and say with the exit code whether all is well."""
    stop_on_kill()
    forget_other_installations()
    with read_once():
        parts = [part() for part in chosen(only)]
    headline("Oppsummert")
    print("\n".join(part.line() for part in parts))
    total = {word: sum(part.counts[word] for part in parts) for word in ("passed", "failed", "skipped")}
    print(f"\n{total['passed']} passed, {total['failed']} failed, {total['skipped']} skipped", flush=True)
    if only != "check" and not total["passed"] + total["failed"]:
        print("Ingen prøver ble kjørt.")
        return 1
    return 0 if all(part.ok for part in parts) else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
    except KeyboardInterrupt:
        sys.exit("Avbrutt.")
