"""`fotfeste demo`: an empty installation with the standing cast in it."""

import argparse
import shutil
import sys

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from fotfeste import clock


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--if-missing` leaves what is there alone; `--reset` throws it away, keys and all."""
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--if-missing", action="store_true", help="only when there is no data yet")
    how.add_argument(
        "--reset", action="store_true", help="throw away database, files and keys, and start over"
    )


def run(arguments: argparse.Namespace) -> int:
    """Make database, keys and cast."""
    if settings.MODE == "production":
        print("Demodata legges aldri inn i en installasjon i produksjon.", file=sys.stderr)
        return 2
    if arguments.reset:
        _throw_away()
    elif _is_there():
        call_command("migrate", verbosity=0)
        return 0
    load()
    print("Demodata er lagt inn. Alt er oppdiktet.")
    return 0


def load() -> None:
    """Keys, tables and cast, in an empty place."""
    from fotfeste.apps.vault.keyring import make_key_ring, save_key_ring
    from fotfeste.apps.vault.models import Installation
    from fotfeste.cli.cast import make_cast
    from fotfeste.cli.tables import make_tables

    ring = make_key_ring([])
    save_key_ring(ring, settings.KEY_FILE)
    make_tables()
    Installation.objects.update_or_create(id=1, defaults={"key_set": ring.set_id})
    make_cast(at=clock.now(), on=clock.today())


def _is_there() -> bool:
    return "vault_installation" in connection.introspection.table_names() and settings.KEY_FILE.exists()


def _throw_away() -> None:
    if connection.vendor == "sqlite":
        connection.close()
        for file in settings.VAR.glob("fotfeste.sqlite3*"):
            file.unlink()
    else:
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE")
            cursor.execute("CREATE SCHEMA public")
    for folder in ("keys", "files", "log-heads", "mail"):
        shutil.rmtree(settings.VAR / folder, ignore_errors=True)
