"""What became of each row, as a file that a spreadsheet opens and that runs nothing in it."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping

from fotfeste.apps.imports import problems, rows
from fotfeste.apps.imports.batches import OpenBatch, open_batch
from fotfeste.apps.imports.may_read import Readable, told
from fotfeste.apps.imports.models import ImportBatch, ImportKind, RowState, StagedRow
from fotfeste.domain.brought_in import Problem, Severity
from fotfeste.domain.caseload_list import columns as caseload
from fotfeste.domain.employer_list import columns as employer_list
from fotfeste.domain.participation_list import columns as participation_list
from fotfeste.domain.report_cell import report_cell
from fotfeste.parameters.texts import reason_text, text

NOTHING: Readable = {}
HEADING: Mapping[ImportKind, Callable[[str], str]] = {
    ImportKind.CASELOAD: caseload.heading,
    ImportKind.EMPLOYERS: employer_list.heading,
    ImportKind.PARTICIPATIONS: participation_list.heading,
}
HEADINGS = ("row", "name", "outcome", "column", "what")


def row_problems(row: StagedRow, opened: OpenBatch) -> tuple[Problem, ...]:
    """What was found with a row, the questions and the held ones first."""
    kept = opened.open_row(row, "sealed_problems")
    found = problems.from_json(kept) if isinstance(kept, list) else ()
    order = list(Severity)
    return tuple(sorted(found, key=lambda problem: order.index(problem.severity)))


def row_name(row: StagedRow, opened: OpenBatch) -> str:
    """The name in a row, as it stands now."""
    kind = opened.batch.kind
    return rows.as_mended(row, opened)[rows.columns_of(kind)(rows.NAMED_BY.get(kind, "name"))]


def heading_of(kind: str, column: str) -> str:
    """A column as the list names it."""
    if not column:
        return ""
    return HEADING[ImportKind(kind)](column)


def report_csv(batch: ImportBatch, *, language: str, columns: Readable = NOTHING) -> bytes:
    """The report: a line for each thing to say of each row. UTF-8 with BOM, semicolons, formula-safe.

    What the record says of persons who are here already is told in the columns that may be read of each.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([text(f"import-report.{heading}", language) for heading in HEADINGS])
    for line in _lines(batch, language, columns):
        writer.writerow([report_cell(cell) for cell in line])
    return out.getvalue().encode("utf-8-sig")


def held_back_lines(batch: ImportBatch, *, language: str) -> Iterator[str]:
    """What holds rows back, one line each, for the terminal. No jobseeker is named."""
    for problem in problems.from_json(batch.problems):
        yield f"  {reason_text(problem.reason, language)}"
    if batch.wrapped_key is None:
        return
    opened = open_batch(batch)
    for row in batch.rows.filter(state__in=[RowState.WAITS, RowState.HELD]).order_by("number"):
        for problem in row_problems(row, opened):
            if problem.holds_back:
                where = heading_of(batch.kind, next(iter(problem.columns), ""))
                yield f"  rad {row.number:>4}  {where}: {problem.reason.code}"


def _lines(batch: ImportBatch, language: str, columns: Readable) -> Iterator[list[str]]:
    if batch.wrapped_key is None:
        return
    opened = open_batch(batch)
    for row in batch.rows.order_by("number"):
        name, outcome = row_name(row, opened), text(f"import-state.{row.state}", language)
        found = told(row_problems(row, opened), columns.get(row.about_id or 0, ()))
        for problem in found:
            column = heading_of(batch.kind, next(iter(problem.columns), ""))
            yield [str(row.number), name, outcome, column, reason_text(problem.reason, language)]
        if not found:
            yield [str(row.number), name, outcome, "", ""]
