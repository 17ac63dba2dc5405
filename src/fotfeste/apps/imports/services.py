"""Acts on a list: bring it, answer, mend, leave out, confirm, drop."""

from collections.abc import Mapping
from datetime import date, datetime

from fotfeste.apps.audit.actions import Action, Channel
from fotfeste.apps.audit.ledger import Entry, Who, act, record, refused
from fotfeste.apps.consents.door import Denied
from fotfeste.apps.imports import rows
from fotfeste.apps.imports.batches import OpenBatch, close_batch, open_batch, stage_file
from fotfeste.apps.imports.employer_review import (
    keep_employer_review,
    review_employers,
    seal_employer_review,
)
from fotfeste.apps.imports.models import ImportBatch, ImportKind, ImportStage, RowState, StagedRow
from fotfeste.apps.imports.participation_review import (
    keep_participation_review,
    review_participations,
    seal_participation_review,
)
from fotfeste.apps.imports.reading import OnProgress, read_file
from fotfeste.apps.imports.report import row_problems
from fotfeste.apps.imports.review import keep_review, review_caseload, seal_review
from fotfeste.apps.outbox.services import send_errand
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Unit
from fotfeste.domain.brought_in import answers_after_mending
from fotfeste.domain.permissions import Ability, Decision

WHO_BRINGS: Mapping[ImportKind, Ability] = {
    ImportKind.CASELOAD: Ability.CASELOAD_IMPORT,
    ImportKind.EMPLOYERS: Ability.CASELOAD_IMPORT,
    ImportKind.PARTICIPATIONS: Ability.MEASURE_HISTORY_IMPORT,
}
"""What it takes to bring each kind of list."""

MOST_AT_ONCE = 500
"""Lists longer than this are read again by the worker, so that nobody waits for a page."""


class StaleRow(Exception):
    """Somebody else mended the row first. Carries the row as it is now."""

    def __init__(self, row: StagedRow) -> None:
        super().__init__(row.number)
        self.row = row


class QuestionsOpen(Exception):
    """The list as a whole waits for an answer, so nothing of it can come in yet."""


def bring(
    content: bytes, name: str, kind: ImportKind, *, by: Acting, at: datetime, in_background: bool = True
) -> ImportBatch:
    """Take in a file. It is read by the worker, or by whoever asked when not `in_background`.

    Raises Denied where the role does not bring lists of this kind.
    """
    if not by.has(WHO_BRINGS[kind]):
        with act():
            record(refused(Entry(Action.IMPORT_STAGED, by.who, at), "access.not-for-your-role"))
        raise Denied(Decision(reason_code="access.not-for-your-role", may_know=True))
    if by.unit_id is None:
        raise ValueError("Somebody without a unit has no team to bring a list to.")
    with act():
        team = Unit.objects.select_related("controller").get(pk=by.unit_id)
        batch = stage_file(content, name, kind, team=team, by=by, at=at, in_background=in_background)
        _log(Action.IMPORT_STAGED, batch, by, at)
    return batch


def read(batch: ImportBatch, *, by: Acting, on: date, on_progress: OnProgress) -> None:
    """Read the file and hold it against the rules."""
    opened = open_batch(batch)
    if read_file(opened, on_progress=on_progress):
        review_again(opened, by=by, on=on)


def review_again(opened: OpenBatch, *, by: Acting, on: date, on_progress: OnProgress | None = None) -> None:
    """Hold all rows against the rules once more and keep what was found. From then on it can be seen."""
    if opened.batch.kind == ImportKind.CASELOAD:
        review = review_caseload(opened, by=by, on=on, on_progress=on_progress)
        seal_review(opened, review)
        with act():
            keep_review(opened, review)
            _can_be_seen(opened.batch)
    elif opened.batch.kind == ImportKind.PARTICIPATIONS:
        periods = review_participations(opened)
        seal_participation_review(opened, periods)
        with act():
            keep_participation_review(periods)
            _can_be_seen(opened.batch)
    else:
        found = review_employers(opened)
        seal_employer_review(opened, found)
        with act():
            keep_employer_review(found)
            _can_be_seen(opened.batch)


def _can_be_seen(batch: ImportBatch) -> None:
    """Only one that is being read: it may have been thrown away or confirmed in the meantime."""
    ImportBatch.objects.filter(pk=batch.pk, stage=ImportStage.READING).update(stage=ImportStage.PREVIEW)


def answer_list(
    batch: ImportBatch, answers: Mapping[str, str], *, by: Acting, at: datetime, on: date
) -> None:
    """Answer questions about the file or the list as a whole; it is read again with them."""
    with act():
        batch.answers = {**batch.answers, **answers}
        batch.version += 1
        batch.save(update_fields=["answers", "version"])
        _log(Action.IMPORT_SEEN, batch, by, at)
    if batch.rows.exists():
        _again(batch, by=by, at=at, on=on)
    else:
        _in_background(batch, "import.read", at)


def mend_row(
    row: StagedRow,
    cells: Mapping[str, str],
    answers: Mapping[str, str],
    *,
    version: int,
    by: Acting,
    at: datetime,
    on: date,
) -> None:
    """Type cells anew and answer questions. Raises StaleRow when somebody did so since `version`."""
    with act():
        row = StagedRow.objects.select_for_update().select_related("batch__team__controller").get(pk=row.pk)
        if row.version != version:
            raise StaleRow(row)
        opened = open_batch(row.batch)
        _mend(row, opened, cells, answers)
        _log(Action.IMPORT_SEEN, row.batch, by, at)
    _again(row.batch, by=by, at=at, on=on)


def answer_alike(batch: ImportBatch, code: str, choice: str, *, by: Acting, at: datetime, on: date) -> int:
    """Give every row that asks this question the same answer. Answers with how many rows it was."""
    with act():
        opened = open_batch(batch)
        answered = [
            row for row in batch.rows.filter(state=RowState.WAITS) if _answer(row, opened, code, choice)
        ]
        StagedRow.objects.bulk_update(answered, ["answers", "version"], batch_size=200)
        _log(Action.IMPORT_SEEN, batch, by, at)
    _again(batch, by=by, at=at, on=on)
    return len(answered)


def _answer(row: StagedRow, opened: OpenBatch, code: str, choice: str) -> bool:
    given = {
        problem.key: choice
        for problem in row_problems(row, opened)
        if problem.holds_back and problem.reason.code == code and choice in {c.id for c in problem.choices}
    }
    row.answers = {**row.answers, **given}
    row.version += 1
    return bool(given)


def leave_out(row: StagedRow, *, is_left_out: bool, by: Acting, at: datetime, on: date) -> None:
    """Let a row stay behind, or take it along again after all."""
    with act():
        StagedRow.objects.filter(pk=row.pk).update(is_left_out=is_left_out, version=row.version + 1)
        _log(Action.IMPORT_SEEN, row.batch, by, at)
    _again(row.batch, by=by, at=at, on=on)


def confirm(batch: ImportBatch, *, by: Acting, at: datetime) -> None:
    """Ask the worker to bring in what is ready. Pressing twice asks once."""
    with act():
        if any(_is_open(problem) for problem in batch.problems):
            raise QuestionsOpen
        moved = ImportBatch.objects.filter(pk=batch.pk, stage=ImportStage.PREVIEW).update(
            stage=ImportStage.APPLYING, done_rows=0
        )
        if moved:
            send_errand("import.apply", at=at, batch=batch.public_id.hex)
            _log(Action.IMPORT_SEEN, batch, by, at)


def drop(batch: ImportBatch, *, by: Acting, at: datetime) -> None:
    """Throw the list away: file, rows and key are gone."""
    with act():
        close_batch(batch, ImportStage.DROPPED)
        _log(Action.IMPORT_DROPPED, batch, by, at)


def abandon(batch: ImportBatch, *, at: datetime) -> None:
    """Whoever brought the list is not in the team any more: it is thrown away."""
    with act():
        close_batch(batch, ImportStage.DROPPED)
        who = Who(batch.brought_by.public_id, channel=Channel.JOB)
        record(Entry(Action.IMPORT_DROPPED, who, at, object_type="import", object_id=batch.public_id))


def _mend(row: StagedRow, opened: OpenBatch, cells: Mapping[str, str], answers: Mapping[str, str]) -> None:
    column = rows.columns_of(opened.batch.kind)
    before = rows.as_mended(row, opened)
    changed = {name: text for name, text in cells.items() if before[column(name)] != text}
    kept = {each.value: text for each, text in rows.changes_of(row, opened).items()}
    if changed:
        row.sealed_mended = opened.seal_row(row.public_id, "sealed_mended", {**kept, **changed})
    row.answers = {**answers_after_mending(row.answers, changed), **answers}
    row.version += 1
    row.save(update_fields=["sealed_mended", "answers", "version"])


def _again(batch: ImportBatch, *, by: Acting, at: datetime, on: date) -> None:
    if batch.total_rows > MOST_AT_ONCE:
        _in_background(batch, "import.review", at)
    else:
        review_again(open_batch(batch), by=by, on=on)


def _in_background(batch: ImportBatch, kind: str, at: datetime) -> None:
    with act():
        ImportBatch.objects.filter(pk=batch.pk).update(stage=ImportStage.READING, done_rows=0)
        send_errand(kind, at=at, batch=batch.public_id.hex)


def _is_open(problem: Mapping[str, object]) -> bool:
    return problem["severity"] == "asked" and not problem["answer"]


def _log(action: Action, batch: ImportBatch, by: Acting, at: datetime) -> None:
    record(Entry(action, by.who, at, object_type="import", object_id=batch.public_id))
