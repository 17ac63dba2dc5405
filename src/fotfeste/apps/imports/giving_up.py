"""A list that we could not carry through, however often we tried: it says so, and nothing of it is saved."""

from datetime import datetime

from fotfeste.apps.audit.actions import Action, Channel
from fotfeste.apps.audit.ledger import Entry, Who, act, record
from fotfeste.apps.imports import problems
from fotfeste.apps.imports.batches import close_batch
from fotfeste.apps.imports.models import ImportBatch, ImportStage
from fotfeste.domain.brought_in import Problem, Severity
from fotfeste.domain.verdict import because


def give_up(batch: ImportBatch, *, at: datetime) -> None:
    """One that could not be read is refused. One that could not come in waits as it was, with its answers."""
    with act():
        if batch.stage == ImportStage.READING:
            not_read = Problem(Severity.HELD, because("tables.our-fault", "house §lists"))
            batch.problems = problems.as_json([not_read])
            close_batch(batch, ImportStage.REFUSED)
        elif batch.stage == ImportStage.APPLYING:
            not_in = Problem(Severity.NOTED, because("tables.not-brought-in", "house §lists"))
            batch.problems = [*batch.problems, *problems.as_json([not_in])]
            batch.stage = ImportStage.PREVIEW
            batch.save(update_fields=["problems", "stage"])
        who = Who(batch.brought_by.public_id, channel=Channel.JOB)
        record(Entry(Action.IMPORT_SEEN, who, at, object_type="import", object_id=batch.public_id))
