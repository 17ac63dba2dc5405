"""Everybody's look writes a log row, so whoever holds the database stops everybody: sealing waits outside."""

import pytest
from django.db import connection

from fotfeste.apps.imports import services
from fotfeste.apps.imports.batches import OpenBatch
from fotfeste.apps.imports.models import ImportKind, RowState, StagedRow
from fotfeste.cli.cast import Cast
from tests.apps.test_bring_caseload import LIST, brought


@pytest.fixture
def sealed_at(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How deep inside transactions each row was sealed."""
    depths: list[int] = []
    seal = OpenBatch.seal_row

    def noted(self: OpenBatch, *given: object) -> bytes:
        depths.append(len(connection.savepoint_ids))
        return seal(self, *given)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(OpenBatch, "seal_row", noted)
    return depths


def test_no_row_is_sealed_while_the_database_is_held(cast: Cast, sealed_at: list[int]) -> None:
    outside = len(connection.savepoint_ids)

    batch = brought(cast, LIST)

    rows = StagedRow.objects.filter(batch=batch)
    assert len(sealed_at) >= 2 * rows.count() > 0
    assert set(sealed_at) == {outside}
    assert all(row.sealed_problems for row in rows)
    assert rows.filter(state=RowState.READY).exists()


def test_nor_is_a_row_of_employers(cast: Cast, sealed_at: list[int]) -> None:
    outside = len(connection.savepoint_ids)

    by, content = cast.acting("siv"), b"Organisasjonsnummer;Navn\r\n914594685;Rana Mat\r\n"
    batch = services.bring(content, "a.csv", ImportKind.EMPLOYERS, by=by, at=cast.at, in_background=False)
    services.read(batch, by=by, on=cast.on, on_progress=lambda done, total: None)

    assert batch.rows.get().sealed_problems
    assert len(sealed_at) == 2
    assert set(sealed_at) == {outside}
