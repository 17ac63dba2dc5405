"""What a watcher of the machine is told."""

import shutil

import pytest
from django.db import DatabaseError
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from fotfeste.web import health


def test_living_asks_no_database(client: Client) -> None:
    told = client.get("/livez")  # without the db fixture any question to the database fails the test

    assert (told.status_code, told.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_ready_when_all_is_there(client: Client) -> None:
    told = client.get("/readyz")

    assert (told.status_code, told.content) == (200, b"ok\n")


@pytest.mark.django_db
@pytest.mark.parametrize("lacking", ["database", "tables", "room"])
def test_not_ready_while_something_lacks(
    client: Client, monkeypatch: pytest.MonkeyPatch, lacking: str
) -> None:
    def away() -> bool:
        raise DatabaseError

    if lacking == "database":
        monkeypatch.setattr(health, "can_write", away)
    if lacking == "tables":
        monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_: [("people.0002", False)])
    if lacking == "room":
        full = shutil.disk_usage("/")._replace(free=health.ROOM_NEEDED - 1)
        monkeypatch.setattr(shutil, "disk_usage", lambda _: full)

    told = client.get("/readyz")

    assert (told.status_code, told.content) == (503, b"not ready\n")


@pytest.mark.parametrize("address", ["/livez", "/readyz"])
def test_a_watcher_only_looks(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405
