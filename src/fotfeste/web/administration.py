"""The administrator's first screen: the health of the installation. Counts only, never case content."""

import json
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.people.accounts_services import staff_accounts
from fotfeste.apps.people.models import Unit
from fotfeste.apps.vault.keyring import key_ring
from fotfeste.apps.vault.models import Installation
from fotfeste.domain.permissions import Ability
from fotfeste.web.administration_parts import tabs
from fotfeste.web.policy import needs

LAST_BYTES = 4096
LITTLE_SPACE = 500 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Health:
    """How the installation stands. Bytes for space; None where there is nothing to tell."""

    database: str
    unapplied_migrations: int
    waiting_errands: int
    dead_errands: int
    head_kept_at: datetime | None
    key_set: str
    keys_fit: bool
    free_bytes: int

    @property
    def has_little_space(self) -> bool:
        """Whether the disk is about to be full."""
        return self.free_bytes < LITTLE_SPACE


@needs(Ability.ACCOUNT_ADMINISTER)
def administration(request: HttpRequest) -> HttpResponse:
    """How the installation stands, and the way to users, units and programs."""
    shown = {
        "tabs": tabs("administration"),
        "health": health(),
        "users": staff_accounts().filter(is_active=True, acts_for=None).count(),
        "units": Unit.objects.count(),
        "programs": staff_accounts().filter(is_active=True).exclude(acts_for=None).count(),
    }
    return render(request, "administration/overview.html", shown)


def health() -> Health:
    """Ask database, disk and keys how they are."""
    waiting = Errand.objects.filter(done_at=None)
    ring = key_ring()
    kept = Installation.objects.filter(id=1).values_list("key_set", flat=True).first()
    return Health(
        database=_database(),
        unapplied_migrations=_unapplied(),
        waiting_errands=waiting.filter(dead_at=None).count(),
        dead_errands=waiting.exclude(dead_at=None).count(),
        head_kept_at=head_kept_at(settings.LOG_HEADS),
        key_set=ring.set_id,
        keys_fit=kept == ring.set_id,
        free_bytes=shutil.disk_usage(settings.VAR).free,
    )


def head_kept_at(place: Path) -> datetime | None:
    """When the end of the log was last kept outside the database; None when it never was."""
    if not place.exists():
        return None
    with place.open("rb") as file:
        file.seek(max(place.stat().st_size - LAST_BYTES, 0))
        lines = file.read().splitlines()
    return datetime.fromisoformat(json.loads(lines[-1])["at"]) if lines else None


def _database() -> str:
    ask = "SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version"
    with connection.cursor() as cursor:
        cursor.execute(ask)
        return f"{connection.display_name} {cursor.fetchone()[0]}"


def _unapplied() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


urlpatterns = [path("administrasjon", administration, name="administration")]
