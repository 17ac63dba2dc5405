"""Make the installation that is measured, or use the one from last time."""

import sys
import time
from pathlib import Path

from bench.place import Filled, filled, finish


def ready(place: Path, persons: int) -> Filled:
    """An installation with that many persons. Django is set up already, and looks there."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    found = filled(place)
    if found:
        _must_belong_together()
        print(f"Using the {found.persons:,} persons made earlier.", file=sys.stderr)
        return found
    return finish(place, persons, _fill(persons))


def _fill(persons: int) -> str:
    from django.conf import settings

    from bench.people.fill import fill
    from fotfeste.apps.people.models import Person
    from fotfeste.apps.vault.keyring import make_key_ring, save_key_ring
    from fotfeste.apps.vault.models import Installation

    if Person.objects.exists():
        sys.exit("There are persons in this database already. Made-up people go into an empty one only.")
    ring = make_key_ring([])
    save_key_ring(ring, settings.KEY_FILE)
    Installation.objects.update_or_create(id=1, defaults={"key_set": ring.set_id})
    _hurry()
    specialist = fill(persons, progress=_Progress())
    _tidy_up()
    return specialist


def _must_belong_together() -> None:
    """The folder holds the keys, the database the persons."""
    from django.conf import settings

    from fotfeste.apps.vault.keyring import load_key_ring
    from fotfeste.apps.vault.models import Installation

    ring = load_key_ring(settings.KEY_FILE)
    if not Installation.objects.filter(key_set=ring.set_id).exists():
        sys.exit(
            f"The keys in {settings.VAR} are not those of this database. Remove the folder, or name another."
        )


def _hurry() -> None:
    """Nothing is lost but time if the power goes while made-up people are being made."""
    from django.db import connection

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")
            cursor.execute("PRAGMA cache_size=-400000")


def _tidy_up() -> None:
    """Leave it as a database in daily use is: no log to catch up with, PostgreSQL's figures made."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            cursor.execute("SET statement_timeout = 0")
            cursor.execute("VACUUM ANALYZE")
    connection.close()


class _Progress:
    """One line that moves, where somebody is watching; else a line now and then."""

    def __init__(self) -> None:
        self.began = self.said = time.monotonic()

    def __call__(self, what: str, done: int, of: int) -> None:
        now = time.monotonic()
        is_watched = sys.stderr.isatty()
        if done < of and now - self.said < (0.3 if is_watched else 15):
            return
        self.said = now
        line = f"{done:,} of {of:,} {what} ({now - self.began:.0f} s)"
        print(
            f"\r{line:<60}" if is_watched else line,
            end="" if is_watched and done < of else "\n",
            file=sys.stderr,
        )
