"""The migrations come to the database that the models describe, which is the one the other tests stand on."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

SHAPE = """
import json, sys, django
django.setup()
from django.core.management import call_command
if sys.argv[1] == "migrate":
    call_command("migrate", verbosity=0)
else:
    from fotfeste.cli.tables import make_tables
    make_tables()
    call_command("migrate", check_unapplied=True, verbosity=0)
from tests.apps.test_migrations import shape
print(json.dumps(shape()))
"""


def shape() -> dict[str, Any]:
    """Our tables with their columns and constraints, and the triggers, as the database tells them."""
    with connection.cursor() as cursor:
        look = connection.introspection
        tables = {
            name: {
                "columns": sorted(
                    [column.name, str(column.type_code), str(column.display_size), bool(column.null_ok)]
                    for column in look.get_table_description(cursor, name)
                ),
                "constraints": sorted(
                    json.dumps(
                        {k: v for k, v in found.items() if k != "definition"}, sort_keys=True, default=str
                    )
                    for found in look.get_constraints(cursor, name).values()
                ),
            }
            for name in sorted({"attempts", *_our_own()} & set(look.table_names(cursor)))
        }
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
            if connection.vendor == "postgresql"
            else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        )
        return {"tables": tables, "triggers": sorted(row[0] for row in cursor.fetchall())}


def _our_own() -> set[str]:
    models = apps.get_models(include_auto_created=True)
    return {model._meta.db_table for model in models if model.__module__.startswith("fotfeste.")}


@pytest.fixture
def empty_database(tmp_path: Path, transactional_db: None) -> Iterator[str]:
    """The URL of a database that holds nothing yet, of the kind these tests run on."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path}/migrated.sqlite3"
        return
    name = f"migrated_{os.getpid()}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    here = settings.DATABASES["default"]
    yield f"postgresql://{here['USER']}@{quote(str(here['HOST']), safe='')}/{name}"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name}")


@pytest.mark.parametrize("way", ["migrate", "at-once"])
def test_both_ways_to_the_tables_come_to_what_the_models_say(
    way: str, empty_database: str, tmp_path: Path
) -> None:
    told = subprocess.run(
        [sys.executable, "-c", SHAPE, way],
        cwd=Path(__file__).resolve().parents[2],
        env={
            **os.environ,
            "DATABASE_URL": empty_database,
            "FOTFESTE_VAR": str(tmp_path / "var"),
            "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"],
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr

    migrated, described = json.loads(told.stdout.splitlines()[-1]), json.loads(json.dumps(shape()))

    assert migrated["triggers"] == described["triggers"]
    assert len(described["tables"]) > 50
    assert migrated["tables"].keys() == described["tables"].keys()
    for table, found in described["tables"].items():
        assert migrated["tables"][table] == found, table
