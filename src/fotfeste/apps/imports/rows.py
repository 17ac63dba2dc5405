"""A row of a list between the file and the rules: kept sealed, read again each time something is mended."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from fotfeste.apps.imports.batches import OpenBatch
from fotfeste.apps.imports.models import ImportKind, StagedRow
from fotfeste.domain.brought_in.row import Row, mended
from fotfeste.domain.caseload_list.columns import Column as CaseloadColumn
from fotfeste.domain.employer_list.columns import Column as EmployerColumn
from fotfeste.domain.participation_list.columns import Column as ParticipationColumn

COLUMNS: Mapping[str, type[StrEnum]] = {
    ImportKind.CASELOAD: CaseloadColumn,
    ImportKind.EMPLOYERS: EmployerColumn,
    ImportKind.PARTICIPATIONS: ParticipationColumn,
}
NAMED_BY: Mapping[str, str] = {ImportKind.PARTICIPATIONS: ParticipationColumn.PARTICIPANT}
"""The column that a row is called by, where it is not the name."""


def columns_of(kind: str) -> type[StrEnum]:
    """The columns of a kind of list."""
    return COLUMNS[kind]


def as_json(row: Row[Any]) -> dict[str, object]:
    """A row as it was typed, to be sealed."""
    return {
        "cells": {column.value: text for column, text in row.cells.items()},
        "others": [list(pair) for pair in row.others],
        "surplus": list(row.surplus),
        "is_short": row.is_short,
    }


def original(staged: StagedRow, opened: OpenBatch) -> Row[Any]:
    """The row exactly as it was brought."""
    kept = opened.open_row(staged, "sealed_cells")
    if not isinstance(kept, dict):
        raise LookupError(f"Row {staged.number} has no cells.")
    column = columns_of(opened.batch.kind)
    return Row(
        number=staged.number,
        cells={column(name): text for name, text in kept["cells"].items()},
        others=tuple((heading, text) for heading, text in kept["others"]),
        surplus=tuple(kept["surplus"]),
        is_short=kept["is_short"],
    )


def as_mended(staged: StagedRow, opened: OpenBatch) -> Row[Any]:
    """The row with what has been typed anew."""
    return mended(original(staged, opened), changes_of(staged, opened))


def changes_of(staged: StagedRow, opened: OpenBatch) -> Mapping[Any, str]:
    """The cells that have been typed anew."""
    kept = opened.open_row(staged, "sealed_mended")
    column = columns_of(opened.batch.kind)
    return {column(name): text for name, text in kept.items()} if isinstance(kept, dict) else {}
