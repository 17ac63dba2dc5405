"""Only fotfeste.clock reads the clock; everyone else is told the day."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "fotfeste"
MAY_READ_THE_CLOCK = {SOURCE / "clock.py"}

READS_THE_CLOCK = [
    "from datetime import datetime\ndatetime.now()\n",
    "import datetime as dt\ndt.datetime.now(tz=dt.UTC)\n",
    "from datetime import date\ndate.today()\n",
    "from datetime import datetime\ndatetime.utcnow()\n",
    "from datetime import datetime\ndatetime.today()\n",
    "from django.utils import timezone\ntimezone.now()\n",
    "from django.utils.timezone import localdate\nlocaldate()\n",
    "from django.db.models.functions import Now\nNow()\n",
    "import time\ntime.time()\n",
]

IN_A_MODEL = re.compile(r"auto_now(_add)?\s*=|CURRENT_TIMESTAMP|strftime\('%s'", re.IGNORECASE)


def ruff(code: str) -> subprocess.CompletedProcess[str]:
    """What the project's own rules say of a file in the domain with this code."""
    return subprocess.run(
        [
            *(sys.executable, "-m", "ruff", "check", "--no-cache", "--config", str(ROOT / "pyproject.toml")),
            *("--select", "TID251", "--stdin-filename", str(SOURCE / "domain" / "temporary.py"), "-"),
        ],
        input=code,
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )


@pytest.mark.parametrize("code", READS_THE_CLOCK)
def test_reading_the_clock_is_caught(code: str) -> None:
    assert "TID251" in ruff(code).stdout


def test_being_told_the_day_is_not_caught() -> None:
    told = ruff("from datetime import date\n\n\ndef due(on: date) -> date:\n    return on\n")

    assert told.returncode == 0, told.stdout


def test_nobody_else_is_excused_from_the_ban() -> None:
    excused = {path for path in SOURCE.rglob("*.py") if "TID251" in path.read_text()}

    assert excused == MAY_READ_THE_CLOCK


def test_no_column_fills_itself_from_the_clock() -> None:
    filling = [path for path in SOURCE.rglob("*.py") if IN_A_MODEL.search(path.read_text())]

    assert filling == []
    assert IN_A_MODEL.search("created = DateTimeField(auto_now_add=True)")
