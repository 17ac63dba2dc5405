"""Where the made-up people are kept between runs, and the surroundings that make Fotfeste look there."""

import json
import os
import shutil
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.people.story import EDITION

ROOT = Path(__file__).resolve().parents[1]
_UNFINISHED, _FINISHED = "bench-unfinished", "bench.json"


@dataclass(frozen=True, slots=True)
class Filled:
    """What a filled installation holds, and by which edition of the generator it was made."""

    persons: int
    specialist: str
    edition: int


def place_for(persons: int, database: str) -> Path:
    """The folder of an installation of this size. Another place: FOTFESTE_BENCH."""
    usual = Path(tempfile.gettempdir()) / f"fotfeste-bench-{os.getuid()}"
    return Path(os.environ.get("FOTFESTE_BENCH", usual)) / f"{database}-{persons}"


def look_there(place: Path, database_url: str) -> None:
    """Point this process, and those it starts, at the installation. Called before anything of Django's.

    What an earlier run left half made, or made by an older edition of the generator, is thrown away.
    """
    if filled(place) is None:
        _make_empty(place)
    for name in [name for name in os.environ if name == "DATABASE_URL" or name.startswith("FOTFESTE_")]:
        del os.environ[name]
    os.environ["FOTFESTE_VAR"] = str(place)
    os.environ["FOTFESTE_MODE"] = "demo"
    os.environ["FOTFESTE_TODAY"] = "2026-11-22"
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.bare.settings"
    if database_url:
        os.environ["DATABASE_URL"] = database_url


def filled(place: Path) -> Filled | None:
    """What is there, when it is whole and not made by an older edition of the generator."""
    kept = place / _FINISHED
    found = Filled(**json.loads(kept.read_text())) if kept.exists() else None
    return found if found and found.edition == EDITION else None


def finish(place: Path, persons: int, specialist: str) -> Filled:
    """Say that it is whole."""
    found = Filled(persons, specialist, EDITION)
    (place / _FINISHED).write_text(json.dumps(asdict(found)))
    (place / _UNFINISHED).unlink()
    return found


def _make_empty(place: Path) -> None:
    """An empty folder, readable by its owner only. Throws away only what an earlier run has made."""
    if place.exists() and any(place.iterdir()):
        ours = (place / _UNFINISHED).exists() or (place / _FINISHED).exists()
        if not ours:
            raise SystemExit(f"{place} is not empty, and nothing there says that it was made here.")
        shutil.rmtree(place)
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    (place / _UNFINISHED).touch()
