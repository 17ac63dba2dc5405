"""For whoever watches the machine: does the program live, and can it do its work?

`/livez` asks nobody, so that a database that is away does not make a watcher restart the program.
`/readyz` answers 503 while the program cannot keep what people write. Neither tells of the machine itself.
"""

import shutil

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from fotfeste.web.policy import public

ROOM_NEEDED = 100 * 1024 * 1024
"""Bytes that must be free where the data are: less, and the next upload may not fit."""

UNAVAILABLE = 503


@public
@require_safe
def livez(request: HttpRequest) -> HttpResponse:
    """The program runs."""
    return HttpResponse("ok\n", content_type="text/plain")


@public
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The program can keep what people write: database, tables, room on the disk."""
    try:
        ready = can_write() and has_its_tables() and has_room()
    except DatabaseError:
        ready = False
    return HttpResponse(
        "ok\n" if ready else "not ready\n", content_type="text/plain", status=200 if ready else UNAVAILABLE
    )


def can_write() -> bool:
    """Whether the database takes writes: a standby and a read-only file do not. Leaves nothing behind."""
    with transaction.atomic():  # on SQLite this takes the right to write at once
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_current_xact_id()")
    return True


def has_its_tables() -> bool:
    """Whether the tables are those of this version."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def has_room() -> bool:
    """Whether there is room on the disk for what comes."""
    return shutil.disk_usage(settings.VAR).free >= ROOM_NEEDED


urlpatterns = [path("livez", livez, name="livez"), path("readyz", readyz, name="readyz")]
