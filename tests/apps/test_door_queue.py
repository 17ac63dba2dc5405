"""The door's queue on PostgreSQL: who looks stands in it before the row is held, so a writer gets through."""

import threading
import time
from datetime import UTC, date, datetime

import pytest
from django.db import connection, transaction

from fotfeste.apps.consents.door import Denied, opened
from fotfeste.apps.people.models import Person
from fotfeste.cli.cast import Cast, make_cast
from fotfeste.domain.permissions import Permission

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ON = date(2026, 11, 22)
WAITING = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"


@pytest.mark.django_db(transaction=True)
def test_who_stands_in_the_queue_does_not_hold_the_row_yet(transactional_db: None) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time and needs no queue")
    cast = make_cast(at=AT, on=ON)
    nora = cast.people["nora"]
    saw: list[str] = []
    reader = threading.Thread(target=_look, args=(cast, saw))

    with transaction.atomic():
        _one("SELECT count(pg_advisory_xact_lock(hashtextextended(%s, 0)))", nora.public_id.hex)
        reader.start()
        _until_somebody_waits()
        assert Person.objects.select_for_update(nowait=True).get(pk=nora.pk) == nora
        assert saw == []
    reader.join(30)

    assert saw == ["saw"]


def _look(cast: Cast, saw: list[str]) -> None:
    try:
        with opened(cast.acting("siv"), cast.people["nora"].public_id, Permission.PERSON_OPEN, at=AT):
            saw.append("saw")
    except Denied:
        saw.append("denied")
    finally:
        connection.close()


def _until_somebody_waits() -> None:
    for _ in range(500):
        if _one(WAITING):
            return
        time.sleep(0.02)
    raise AssertionError("nobody queued")


def _one(statement: str, *values: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        (found,) = cursor.fetchone()
    return int(found)
