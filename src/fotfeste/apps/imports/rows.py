"""A row of a list between the file and the rules: kept sealed, read again each time something is mended."""

from collections.abc import Mapping

from fotfeste.apps.imports.batches import OpenBatch
from fotfeste.apps.imports.models import StagedRow
from fotfeste.domain.caseload_list.columns import Column
from fotfeste.domain.caseload_list.row import Row, mended


def as_json(row: Row) -> dict[str, object]:
    """A row as it was typed, to be sealed."""
    return {
        "cells": {column.value: text for column, text in row.cells.items()},
        "others": [list(pair) for pair in row.others],
        "surplus": list(row.surplus),
        "is_short": row.is_short,
    }


def original(staged: StagedRow, opened: OpenBatch) -> Row:
    """The row exactly as it was brought."""
    kept = opened.open_row(staged, "sealed_cells")
    assert isinstance(kept, dict)  # noqa: S101  # we sealed a dict there
    return Row(
        number=staged.number,
        cells={Column(name): text for name, text in kept["cells"].items()},
        others=tuple((heading, text) for heading, text in kept["others"]),
        surplus=tuple(kept["surplus"]),
        is_short=kept["is_short"],
    )


def as_mended(staged: StagedRow, opened: OpenBatch) -> Row:
    """The row with what has been typed anew."""
    return mended(original(staged, opened), changes_of(staged, opened))


def changes_of(staged: StagedRow, opened: OpenBatch) -> Mapping[Column, str]:
    """The cells that have been typed anew."""
    kept = opened.open_row(staged, "sealed_mended")
    return {Column(name): text for name, text in kept.items()} if isinstance(kept, dict) else {}
