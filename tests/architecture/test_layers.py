"""Dependencies point one way, and the check that says so can say no."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

BROKEN = {
    "the domain reaches up": {"domain/reaches_up.py": "import fotfeste.web"},
    "the domain knows Django": {"domain/knows_django.py": "import django"},
    "an app reaches up": {"apps/people/reaches_up.py": "import fotfeste.documents"},
    "an app reads the clock": {"apps/people/reads_the_clock.py": "import fotfeste.clock"},
    "two apps go in a circle": {
        "apps/audit/circle.py": "import fotfeste.apps.imports.circle",
        "apps/imports/circle.py": "import fotfeste.apps.audit.circle",
    },
}


def lint(source: Path, cache: Path) -> subprocess.CompletedProcess[str]:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [str(lint_imports), "--no-logo", "--config", str(ROOT / "pyproject.toml"), "--cache-dir", str(cache)],
        env={**os.environ, "PYTHONPATH": str(source)},
        cwd=source,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("source")
    python_only = shutil.ignore_patterns("static", "templates", "locale", "__pycache__")
    shutil.copytree(ROOT / "src" / "fotfeste", place / "fotfeste", ignore=python_only)
    return place


def test_every_layer_imports_downwards_only(copied: Path) -> None:
    told = lint(copied, copied / "cache")

    assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_layer_is_seen(copied: Path, broken: str) -> None:
    for file, line in BROKEN[broken].items():
        (copied / "fotfeste" / file).write_text(line + "\n")

    told = lint(copied, copied / "cache")

    for file in BROKEN[broken]:
        (copied / "fotfeste" / file).unlink()
    assert told.returncode == 1, f"nothing seen when {broken}"
    assert "BROKEN" in told.stdout
