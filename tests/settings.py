"""Settings of the tests: the program's own, with a place and a day of their own and a cheap hash."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# Each process of a parallel run has a place of its own, and none of them touches var/.
PLACE = Path(tempfile.mkdtemp(prefix="fotfeste-test-"))
atexit.register(shutil.rmtree, PLACE, ignore_errors=True)

os.environ["FOTFESTE_MODE"] = "test"
os.environ["FOTFESTE_TODAY"] = "2026-11-22"
os.environ["FOTFESTE_VAR"] = str(PLACE)

from fotfeste.project.settings import *  # noqa: E402, F403  # the environment above decides what these become
from fotfeste.project.settings import DATABASES  # noqa: E402  # as above

PASSWORD_HASHERS = ["tests.cheap_hash.CheapArgon2"]

if "sqlite3" in DATABASES["default"]["ENGINE"]:
    # A file, not memory: writers meet each other there as they do in the running program.
    DATABASES["default"]["TEST"] = {"NAME": str(PLACE / "test.sqlite3")}

(PLACE / "static").mkdir()
