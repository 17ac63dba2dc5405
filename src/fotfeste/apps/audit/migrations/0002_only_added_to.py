"""The log is only ever added to: the database itself refuses to change or remove a row."""

from django.db import migrations

from fotfeste.apps.audit import triggers


def put_on(apps, schema_editor):
    for statement in triggers.on(schema_editor.connection.vendor):
        schema_editor.execute(statement)


def take_off(apps, schema_editor):
    for statement in triggers.off(schema_editor.connection.vendor):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(put_on, take_off)]
