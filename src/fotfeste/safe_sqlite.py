"""Puts a SQLite without the WAL-reset fault in Python's place before Django looks for one.

The SQLite of Debian 12 (3.40.1) can lose committed writes in WAL mode when two connections meet.
See docs/decisions/0005-sqlite-without-the-wal-reset-fault.md.
"""

import sys

FIXED_IN = (3, 51, 3)
"""First mainline release without the fault."""

BACKPORTS = {(3, 44): 6, (3, 50): 7}
"""Older series that got the mend, and from which patch release."""


def is_safe(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite keeps every committed write in WAL mode."""
    mended = BACKPORTS.get(version[:2])
    return version >= FIXED_IN or (mended is not None and version[2] >= mended)


def use_safe_sqlite() -> None:
    """Let `import sqlite3` mean pysqlite3, which carries a mended SQLite of its own."""
    import pysqlite3
    from pysqlite3 import dbapi2

    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = dbapi2
