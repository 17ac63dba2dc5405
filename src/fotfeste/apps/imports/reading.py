"""From a file to rows that wait for confirmation."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import uuid4

from django.db import transaction

from fotfeste.apps.imports import problems, rows
from fotfeste.apps.imports.batches import OpenBatch, close_batch, place_of
from fotfeste.apps.imports.models import ImportBatch, ImportKind, ImportStage, StagedRow
from fotfeste.apps.imports.tables import read_table
from fotfeste.apps.imports.tables_rows import Table, TableRow
from fotfeste.domain.brought_in import Problem, Severity
from fotfeste.domain.brought_in.headings import Headings
from fotfeste.domain.brought_in.row import from_cells
from fotfeste.domain.caseload_list import columns as caseload
from fotfeste.domain.employer_list import columns as employer_list
from fotfeste.domain.participation_list import columns as participation_list
from fotfeste.domain.verdict import Verdict

OnProgress = Callable[[int, int], None]
MATCH: Mapping[ImportKind, Callable[[Sequence[str]], Headings[Any]]] = {
    ImportKind.CASELOAD: caseload.match,
    ImportKind.EMPLOYERS: employer_list.match,
    ImportKind.PARTICIPATIONS: participation_list.match,
}


def headings_of(kind: str, header: Sequence[str]) -> Headings[Any]:
    """Which column is which."""
    return MATCH[ImportKind(kind)](header)


def read_file(opened: OpenBatch, *, on_progress: OnProgress) -> bool:
    """Read the file into sealed rows, which the rules have not spoken of yet.

    False when there are none: it cannot be read, a question about the file is open, or it was thrown away.
    """
    batch = opened.batch
    content, name = opened.file()
    table = read_table(content, name, answers=batch.answers, on_progress=on_progress)
    if isinstance(table, tuple):
        return refuse(opened, table)
    headings = headings_of(batch.kind, table.headings)
    if headings.refused:
        return refuse(opened, headings.refused)
    batch.problems = problems.as_json(table.problems)
    if any(problem.holds_back for problem in table.problems):
        batch.stage = ImportStage.PREVIEW
        batch.save(update_fields=["problems", "stage"])
        return False
    return _stage(opened, table, headings)


def refuse(opened: OpenBatch, verdict: Verdict) -> bool:
    """The file cannot be taken in. Say why, and keep nothing of it."""
    opened.batch.problems = problems.as_json(Problem(Severity.HELD, reason) for reason in verdict)
    close_batch(opened.batch, ImportStage.REFUSED)
    return False


def _stage(opened: OpenBatch, table: Table, headings: Headings[Any]) -> bool:
    batch = opened.batch
    header = json.dumps(list(table.headings))
    batch.sealed_headings = opened.key.seal(header, place_of(batch, "sealed_headings"))
    batch.total_rows = len(table.rows)
    staged = [_staged(opened, row, headings) for row in table.rows]
    with transaction.atomic():
        if (
            not ImportBatch.objects.select_for_update()
            .filter(pk=batch.pk, stage=ImportStage.READING)
            .exists()
        ):
            return False
        batch.save(update_fields=["problems", "sealed_headings", "total_rows"])
        batch.rows.all().delete()
        StagedRow.objects.bulk_create(staged, batch_size=500)
    return True


def _staged(opened: OpenBatch, row: TableRow, headings: Headings[Any]) -> StagedRow:
    public_id = uuid4()
    typed = rows.as_json(from_cells(row.number, row.cells, headings))
    return StagedRow(
        batch=opened.batch,
        public_id=public_id,
        number=row.number,
        sealed_cells=opened.seal_row(public_id, "sealed_cells", typed),
    )
