"""The table where log-in attempts are counted, so that all web processes count together."""

from django.core.management import call_command
from django.db import migrations


def make_table(apps, schema_editor):
    call_command("createcachetable", "attempts", database=schema_editor.connection.alias, verbosity=0)


def drop_table(apps, schema_editor):
    schema_editor.execute("DROP TABLE IF EXISTS attempts")


class Migration(migrations.Migration):
    dependencies = [("people", "0003_accounts")]
    operations = [migrations.RunPython(make_table, drop_table)]
