"""Holding a list against the rules, against itself and against what is here already.

The answer is kept with each row: what will become of it, and everything there is to say about it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from fotfeste.apps.imports import problems, rows
from fotfeste.apps.imports.batches import OpenBatch
from fotfeste.apps.imports.knowledge import known_to
from fotfeste.apps.imports.known_rows import Earlier, earlier_rows, fingerprint_of
from fotfeste.apps.imports.may_read import CHANGED, noon, readable
from fotfeste.apps.imports.models import RowState, StagedRow
from fotfeste.apps.imports.problems_kept import keep_problems
from fotfeste.apps.imports.reading import OnProgress, headings_of
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.brought_in import Problem, Severity
from fotfeste.domain.caseload_list.columns import Column
from fotfeste.domain.caseload_list.differences import as_strings, ask_about, differences
from fotfeste.domain.caseload_list.read_list import THE_LIST, read_list
from fotfeste.domain.caseload_list.reading import ListReading, Reading
from fotfeste.domain.verdict import because


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One row with what became of it. `earlier` is the person it tells of, who is here already."""

    staged: StagedRow
    reading: Reading
    problems: tuple[Problem, ...]
    state: RowState
    earlier: Earlier | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """The whole list, held against everything."""

    rows: tuple[Reviewed, ...] = field(repr=False)
    about_list: tuple[Problem, ...] = ()

    @property
    def ready(self) -> tuple[Reviewed, ...]:
        """The rows that come in when the list is confirmed."""
        return tuple(row for row in self.rows if row.state is RowState.READY)

    @property
    def waits_for_list(self) -> bool:
        """Whether a question about the list as a whole is still open."""
        return any(problem.holds_back for problem in self.about_list)


def review_caseload(
    opened: OpenBatch, *, by: Acting, on: date, on_progress: OnProgress | None = None
) -> Review:
    """Read all rows again, with what has been mended and answered."""
    batch = opened.batch
    staged = list(batch.rows.order_by("number"))
    headings = headings_of(batch.kind, opened.headings())
    answers: dict[int, Mapping[str, str]] = {row.number: row.answers for row in staged}
    answers[THE_LIST] = batch.answers
    reading = read_list(
        headings,
        [rows.as_mended(row, opened) for row in staged],
        known_to(batch.team, on=on),
        today=on,
        answers=answers,
        on_progress=on_progress,
    )
    return Review(_held_against_record(opened, staged, reading, by, on), reading.problems)


def seal_review(opened: OpenBatch, review: Review) -> None:
    """Put what was found with each row, sealed. It takes time: before the database is held, not while."""
    for row in review.rows:
        kept = problems.as_json(row.problems)
        row.staged.sealed_problems = opened.seal_row(row.staged.public_id, "sealed_problems", kept)
        row.staged.state = row.state
        row.staged.about_id = row.earlier.person_id if row.earlier and _tells_of_record(row) else None


def keep_review(opened: OpenBatch, review: Review) -> None:
    """Keep what was sealed with each row, so that a page can show it without reading everything again."""
    keep_problems([row.staged for row in review.rows])
    batch = opened.batch
    about_file = [each for each in batch.problems if each["code"].startswith("tables.")]
    batch.problems = about_file + problems.as_json(review.about_list)
    batch.save(update_fields=["problems"])


def _held_against_record(
    opened: OpenBatch, staged: Sequence[StagedRow], reading: ListReading, by: Acting, on: date
) -> tuple[Reviewed, ...]:
    batch = opened.batch
    originals = {row.number: rows.original(row, opened) for row in staged}
    fingerprints = {number: fingerprint_of(row) for number, row in originals.items()}
    earlier = earlier_rows(batch.team, batch.kind, fingerprints, reading.readings, by=by)
    columns = readable(by, (each.person_id for each in earlier.values()), at=noon(on))
    found = []
    for row, read in zip(staged, reading.readings, strict=True):
        at = earlier.get(row.number)
        shown = columns.get(at.person_id, frozenset()) if at is not None else frozenset()
        found.append(_reviewed(row, read, at, columns=shown, on=on))
    return tuple(found)


def _tells_of_record(row: Reviewed) -> bool:
    return any(problem.reason.code in CHANGED for problem in row.problems)


def _reviewed(
    row: StagedRow, read: Reading, earlier: Earlier | None, *, columns: frozenset[Column], on: date
) -> Reviewed:
    if row.is_left_out or read.left_out_for is not None:
        return Reviewed(row, read, read.problems, RowState.LEFT_OUT)
    if earlier is not None and earlier.is_same_row:
        return Reviewed(row, read, (), RowState.KNOWN, earlier)
    if earlier is not None and not columns:
        told = Problem(Severity.HELD, because("caseload.colleague-follows", "house §imported-statements"))
        return Reviewed(row, read, (*read.problems, told), RowState.HELD)
    if earlier is not None and not read.waits_for:
        return _changed(row, read, earlier, columns, on)
    state = RowState.READY if read.is_ready else RowState.WAITS
    return Reviewed(row, read, read.problems, state, earlier)


def _changed(
    row: StagedRow, read: Reading, earlier: Earlier, columns: frozenset[Column], on: date
) -> Reviewed:
    """Somebody who is here already: each cell that says otherwise is asked about, where it may be read."""
    said = as_strings(read.facts)
    now_brought = {
        column: text
        for column, text in said.items()
        if text and column in columns and earlier.told_before.get(column) != text
    }
    asked = tuple(ask_about(each, row.answers, on=on) for each in differences(earlier.stored, now_brought))
    if not asked:
        return Reviewed(row, read, (), RowState.KNOWN, earlier)
    waits = any(problem.holds_back for problem in asked)
    state = RowState.WAITS if waits else RowState.READY
    return Reviewed(row, replace(read, problems=asked), asked, state, earlier)
