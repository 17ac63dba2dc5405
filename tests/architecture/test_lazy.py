"""What is heavy is loaded by who needs it: pages and API start without it, and do not carry it in memory."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("typst", "pyhanko", "pyhanko_certvalidator", "lxml", "aiohttp", "openpyxl")
LOAD_ALL_PAGES = f"""
import sys, django
django.setup()
from django.urls import get_resolver
get_resolver().url_patterns
print(*sorted(set({HEAVY}) & set(sys.modules)))
"""


def test_pages_and_api_are_ready_without_what_only_the_worker_needs(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "fotfeste.project.settings",
        "FOTFESTE_MODE": "test",
        "FOTFESTE_VAR": str(tmp_path),
    }
    told = subprocess.run(
        [sys.executable, "-c", LOAD_ALL_PAGES],
        env=environment,
        cwd=ROOT / "src",
        capture_output=True,
        text=True,
        check=False,
    )

    assert (told.returncode, told.stdout.split()) == (0, []), told.stderr
