"""Where the data are: SQLite in `var/` unless DATABASE_URL names a PostgreSQL."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

SQLITE_ON_EVERY_CONNECTION = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"
    "PRAGMA temp_store=MEMORY;"
    "PRAGMA secure_delete=ON;"
    "PRAGMA foreign_keys=ON"
)
"""FULL, not NORMAL: NORMAL loses acknowledged writes at a power cut."""


def from_environment(var: Path) -> dict[str, Any]:
    """Django's description of the database that DATABASE_URL names, or of SQLite in `var`."""
    url = os.environ.get("DATABASE_URL", "")
    return _postgresql(url) if url.startswith("postgres") else _sqlite(var)


def _sqlite(var: Path) -> dict[str, Any]:
    var.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": var / "fotfeste.sqlite3",
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "timeout": 5,
            "transaction_mode": "IMMEDIATE",
            "init_command": SQLITE_ON_EVERY_CONNECTION,
        },
        "TEST": {"NAME": os.environ.get("FOTFESTE_TEST_DB")},
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlparse(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 60,
        "OPTIONS": {"options": "-c statement_timeout=5000"},
    }


def secret_key(var: Path, *, is_test: bool) -> str:
    """Django's signing key, made at the first start and kept outside git with mode 0600."""
    if is_test:
        return "test-only-" + "0" * 50
    place = var / "keys" / "django-secret-key"
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        place.touch(mode=0o600)
        place.write_text(secrets.token_urlsafe(64))
    return place.read_text()
