"""What is typed about a list is held against what its page asked: nothing else goes in, and nothing fails."""

import re
import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.imports.batches import open_batch
from fotfeste.apps.imports.models import ImportBatch, StagedRow
from fotfeste.apps.imports.rows import as_mended
from fotfeste.cli.cast import Cast
from fotfeste.domain.caseload_list.columns import Column
from tests.web.test_bring import bring

As = Callable[[str], Client]
LONGEST = 10_000


@pytest.fixture
def siv(client_as: As) -> Client:
    return client_as("siv")


@pytest.fixture
def batch(siv: Client) -> ImportBatch:
    return bring(siv)


def mend(client: Client, row: StagedRow, **typed: str) -> int:
    where = reverse("brought_row", args=[row.batch.public_id, row.public_id])
    row.refresh_from_db()
    return client.post(
        where, {"form_key": uuid.uuid4().hex, "version": str(row.version), **typed}
    ).status_code


def cell(row: StagedRow, column: Column) -> str:
    row.refresh_from_db()
    return as_mended(row, open_batch(row.batch))[column]


@pytest.mark.parametrize("column", ["", "nothing", "name\x00", "NAME", "__class__"])
def test_a_column_that_no_list_has_is_refused_and_nothing_fails(
    cast: Cast, siv: Client, batch: ImportBatch, column: str
) -> None:
    row = batch.rows.get(number=48)

    assert mend(siv, row, **{f"cell:{column}": "x"}) == 400

    assert mend(siv, row, **{"cell:note": "x"}) == 302
    assert cell(row, Column.NOTE) == "x"


def test_a_cell_holds_no_more_when_it_is_typed_than_it_could_in_a_file(
    cast: Cast, siv: Client, batch: ImportBatch
) -> None:
    row = batch.rows.get(number=48)

    assert mend(siv, row, **{"cell:note": "x" * (LONGEST + 1)}) == 413

    assert mend(siv, row, **{"cell:note": "x" * LONGEST}) == 302
    assert len(cell(row, Column.NOTE)) == LONGEST


def test_only_an_answer_that_was_offered_is_kept(cast: Cast, siv: Client, batch: ImportBatch) -> None:
    """Answers lie in clear: nothing else than what the page offered may end up among them."""
    row = batch.rows.get(number=51)
    shown = siv.get(reverse("brought_row", args=[batch.public_id, row.public_id])).content.decode()
    radio = re.search(r'name="(answer:identity_number:[^"]+)" value="([^"]+)"', shown)
    assert radio is not None
    key = radio[1].removeprefix("answer:")

    assert mend(siv, row, **{radio[1]: "Hun er syk", "answer:note:x": "\x00", "answer:": "y" * 9999}) == 302
    row.refresh_from_db()
    assert row.answers == {}

    assert mend(siv, row, **{radio[1]: radio[2]}) == 302
    row.refresh_from_db()
    assert row.answers == {key: radio[2]}


def test_only_what_is_asked_of_the_list_is_answered(cast: Cast, siv: Client, batch: ImportBatch) -> None:
    siv.post(reverse("bring_answer", args=[batch.public_id]), {"answer:x": "Hun er syk", "answer:": "\x00"})

    batch.refresh_from_db()
    assert batch.answers == {}
