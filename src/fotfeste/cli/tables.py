"""All tables of an empty database at once: what the migrations come to, in a hundredth of their time.

Migrations replay how the tables came to be, and each step draws every table that hangs together anew. A new
installation has no history to replay. `tests/apps/test_migrations.py` holds the two ways equal.
"""

from django.apps import apps
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from fotfeste.apps.audit import triggers


def make_tables() -> None:
    """Tables, triggers, and every migration put down as done. For an empty database only."""
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.can_migrate(connection):
                editor.create_model(model)
    call_command("createcachetable", "attempts", verbosity=0)
    with connection.cursor() as cursor:
        for statement in triggers.on(connection.vendor):
            cursor.execute(statement)
    recorder = MigrationRecorder(connection)
    for app, name in MigrationLoader(connection).graph.nodes:
        recorder.record_applied(app, name)
    emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)
