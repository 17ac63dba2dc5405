"""The figures as a table, on the terminal and in a file that keeps them."""

import json
import os
import platform
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from django.db import connection

from bench.measuring import Figures, Page
from bench.place import ROOT

MOST_STATEMENTS = 15
MOST_CPU_MS = 15.0
RESULTS = ROOT / "bench" / "results"

_HEADINGS = (
    *("page", "statements", "CPU app, ms", "CPU db, ms", "CPU together, ms", "times bare"),
    *("kB", "wall, ms", "within the aim"),
)


@dataclass(frozen=True, slots=True)
class Run:
    """What was measured, on what, with which command."""

    day: str
    commit: str
    command: str
    persons: int
    database: str
    machine: str
    python: str
    requests: int
    rounds: int
    audit_rows: int


def this_run(command: str, *, persons: int, requests: int, rounds: int, audit_rows: int) -> Run:
    """The machine and the program as they are now."""
    return Run(
        day=time.strftime("%Y-%m-%d"),
        commit=_commit(),
        command=command,
        persons=persons,
        database=_database(),
        machine=f"{os.cpu_count()} cores, {_cpu_model()}, {platform.system()} {platform.release()}",
        python=platform.python_version(),
        requests=requests,
        rounds=rounds,
        audit_rows=audit_rows,
    )


def as_text(run: Run, pages: Sequence[Page], rules: Mapping[str, float]) -> str:
    """Everything, in Markdown that reads well on a terminal too."""
    return "\n".join([*_about(run), "", *_table(pages), "", *_further(pages, rules), ""])


def keep(run: Run, pages: Sequence[Page], rules: Mapping[str, float], text: str) -> Path:
    """Write the figures to `bench/results`, as JSON and as Markdown."""
    RESULTS.mkdir(exist_ok=True)
    kind = run.database.split()[0].lower()
    place = RESULTS / f"{run.day}-{run.commit}-{kind}-{run.persons}"
    found = {"run": asdict(run), "pages": [asdict(page) for page in pages], "agenda_rules": dict(rules)}
    place.with_suffix(".json").write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n")
    place.with_suffix(".md").write_text(text)
    return place.with_suffix(".md")


def _about(run: Run) -> Iterator[str]:
    yield f"# {run.persons:,} persons, {run.database}"
    yield ""
    yield f"{run.day}, commit {run.commit}, `{run.command}`. {run.machine}. Python {run.python}."
    yield (
        f"{run.rounds} rounds of {run.requests} requests to each page, in turns with the bare one, in one server "
        f"with one web process. The log grew by {run.audit_rows:,} rows meanwhile: one for each look."
    )


def _table(pages: Sequence[Page]) -> Iterator[str]:
    rows = [list(_HEADINGS)]
    for page in pages:
        times = f"{median(page.real.cpu) / median(page.bare.cpu):.1f}"
        is_within = max(page.real.statements) <= MOST_STATEMENTS and median(page.real.cpu) <= MOST_CPU_MS
        rows.append([page.name, *_cells(page.real, times), "yes" if is_within else "NO"])
        rows.append([f"- bare view of it ({page.bare_address.split('/')[2]})", *_cells(page.bare, "1"), ""])
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    rows.insert(1, ["-" * width for width in widths])
    for row in rows:
        yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"


def _cells(figures: Figures, times: str) -> Iterator[str]:
    yield _spread(figures.statements, "d")
    for each in (figures.application, figures.database, figures.cpu):
        yield _spread(each, ".1f")
    yield times
    yield f"{figures.size / 1000:.1f}"
    yield f"{median(figures.wall):.0f}"


def _spread(figures: Sequence[float], how: str) -> str:
    """The median, and from least to most where they differ."""
    middle, least, most = sorted(figures)[len(figures) // 2], min(figures), max(figures)
    shown = f"{least:{how}}–{most:{how}}"
    return f"{middle:{how}}" if least == most else f"{middle:{how}} ({shown})"


def _further(pages: Sequence[Page], rules: Mapping[str, float]) -> Iterator[str]:
    yield f"Aim: at most {MOST_STATEMENTS} statements, always as many, and at most {MOST_CPU_MS:.0f} ms CPU together."
    yield "Wall time is an aside: it says as much about what else the machine does."
    yield ""
    said = ", ".join(f"{name} {value}" for name, value in rules.items())
    yield f"Agenda rules for one person: {said}."
    yield ""
    found = [f"- {page.name}: {scan}" for page in pages for scan in page.real.without_index]
    yield (
        "Statements that read a whole table:"
        if found
        else "No statement of the three pages reads a whole table."
    )
    yield from found


def _commit() -> str:
    """The commit, with a plus where the program has been changed since."""
    said = _git("rev-parse", "--short", "HEAD")
    return f"{said}+" if _git("status", "--porcelain", "--", "src", "bench/bare") else said


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or ("" if arguments[0] == "status" else "unknown")


def _cpu_model() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _database() -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sqlite_version()")
            return f"SQLite {cursor.fetchone()[0]}"
        cursor.execute("SHOW server_version")
        return f"PostgreSQL {cursor.fetchone()[0]}"
