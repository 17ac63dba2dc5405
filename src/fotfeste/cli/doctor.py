"""`fotfeste doctor`: is this installation as it should be?"""

import argparse
import sys
from collections.abc import Iterator

from django.conf import settings
from django.core import checks
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from fotfeste import clock
from fotfeste.parameters.texts.days import spoken_day
from fotfeste.safe_sqlite import is_safe


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(arguments: argparse.Namespace) -> int:
    """Look at everything, say everything, and answer 1 when something is wrong."""
    problems = list(_problems())
    for line in problems:
        print(f"  FEIL  {line}")
    if not problems:
        print("  ok    nøkler, database, tabeller og innstillinger er som de skal")
        print(seal_line())
    return 1 if problems else 0


def may_start() -> bool:
    """Whether it is safe to start. Says why not."""
    problems = list(_problems())
    for line in problems:
        print(f"Starter ikke: {line}", file=sys.stderr)
    return not problems


def _problems() -> Iterator[str]:
    for look in (_database, _tables, _keys, _seal, _settings):
        found = look()
        if found:
            yield found
            return


def _database() -> str:
    if connection.vendor != "sqlite":
        return ""
    import sqlite3

    if not is_safe(sqlite3.sqlite_version_info):
        return f"SQLite {sqlite3.sqlite_version} kan miste lagrede data (WAL-reset-feilen)."
    with connection.cursor() as cursor:
        mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        synchronous = cursor.execute("PRAGMA synchronous").fetchone()[0]
    return "" if (mode, synchronous) == ("wal", 2) else "SQLite må bruke WAL og synchronous=FULL."


def _tables() -> str:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return (
            "tabellene er fra en annen utgave. Kjør «fotfeste demo --if-missing» eller «manage.py migrate»."
        )
    return ""


def _keys() -> str:
    from fotfeste.apps.vault.keyring import KeysMissing, load_key_ring
    from fotfeste.apps.vault.models import Installation

    try:
        ring = load_key_ring(settings.KEY_FILE)
    except KeysMissing as missing:
        return str(missing)
    kept = Installation.objects.filter(id=1).values_list("key_set", flat=True).first()
    return "" if kept == ring.set_id else "database og nøkler hører ikke sammen."


def seal_line() -> str:
    """What documents are sealed with, and until when. The next start makes a new one in good time."""
    from fotfeste.apps.vault.certificate import certificate_file, load_sealing_certificate

    if not certificate_file().exists():
        return "  NB    sertifikatet til seglet er ikke laget ennå. Det blir laget ved neste start."
    found = load_sealing_certificate()
    until = spoken_day(found.runs_out_at.date(), "nb")
    if found.is_due(clock.real_now()):
        return f"  NB    sertifikatet til seglet går ut {until}. Et nytt blir laget ved neste start."
    earlier = len(found.certificates) - 1
    return f"  ok    sertifikatet til seglet gjelder til {until}" + (
        f", {earlier} tidligere" if earlier else ""
    )


def _seal() -> str:
    """A certificate that is there and cannot be used is not made anew: old files would no longer be known."""
    from fotfeste.apps.vault.certificate import certificate_file, load_sealing_certificate
    from fotfeste.apps.vault.keyring import KeysMissing

    try:
        if certificate_file().exists():
            load_sealing_certificate()
    except KeysMissing as missing:
        return str(missing)
    return ""


def _settings() -> str:
    found = [message for message in checks.run_checks() if message.is_serious()]
    return "; ".join(str(message.msg) for message in found)
