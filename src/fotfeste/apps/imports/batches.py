"""A batch and its key: everything of a list is sealed with a key that goes away with the list."""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from fotfeste.apps.imports.models import ImportBatch, ImportKind, ImportStage, StagedRow
from fotfeste.apps.outbox.services import send_errand
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Unit
from fotfeste.apps.vault.keyring import key_ring
from fotfeste.apps.vault.sealing import Place, SealingKey, new_secret

KEPT_FOR = timedelta(hours=24)
"""How long a list that nobody confirms is kept (design §7)."""


@dataclass(frozen=True, slots=True)
class OpenBatch:
    """A batch with its key at hand."""

    batch: ImportBatch
    key: SealingKey = field(repr=False)

    def seal_row(self, row: UUID, column: str, content: object) -> bytes:
        """Something about one row, sealed in its place."""
        return self.key.seal(json.dumps(content), _row_place(row, column))

    def open_row(self, row: StagedRow, column: str) -> object:
        """What was sealed about one row; None when nothing was."""
        sealed = bytes(getattr(row, column))
        return json.loads(self.key.open(sealed, _row_place(row.public_id, column))) if sealed else None

    def headings(self) -> list[str]:
        """The headings of the list as they were written."""
        sealed = bytes(self.batch.sealed_headings)
        kept = json.loads(self.key.open(sealed, place_of(self.batch, "sealed_headings"))) if sealed else []
        return [str(heading) for heading in kept]

    def file(self) -> tuple[bytes, str]:
        """The file as it was brought, and its name."""
        batch = self.batch
        if batch.sealed_file is None or batch.sealed_file_name is None:
            return b"", ""
        content = self.key.open_bytes(bytes(batch.sealed_file), place_of(batch, "sealed_file"))
        return content, self.key.open(bytes(batch.sealed_file_name), place_of(batch, "sealed_file_name"))


def stage_file(
    content: bytes, name: str, kind: ImportKind, *, team: Unit, by: Acting, at: datetime, in_background: bool
) -> ImportBatch:
    """Take in a file, sealed, to be read. With `in_background` the worker reads it."""
    batch = ImportBatch(
        kind=kind, team=team, brought_by_id=by.account_id, brought_at=at, expires_at=at + KEPT_FOR
    )
    key = SealingKey(new_secret())
    batch.wrapped_key = _wrapping(batch).seal(key.secret.hex(), place_of(batch, "wrapped_key"))
    batch.sealed_file = key.seal_bytes(content, place_of(batch, "sealed_file"))
    batch.sealed_file_name = key.seal(name[-120:], place_of(batch, "sealed_file_name"))
    batch.save()
    if in_background:
        send_errand("import.read", at=at, batch=batch.public_id.hex)
    return batch


def open_batch(batch: ImportBatch) -> OpenBatch:
    """The batch with its key. Raises LookupError when the key is gone: confirmed, dropped or too old."""
    if batch.wrapped_key is None:
        raise LookupError("The list is no longer here.")
    secret = _wrapping(batch).open(bytes(batch.wrapped_key), place_of(batch, "wrapped_key"))
    return OpenBatch(batch, SealingKey(bytes.fromhex(secret)))


def close_batch(batch: ImportBatch, stage: ImportStage) -> None:
    """The list is done with: file, rows and key are gone, the outcome stays."""
    batch.rows.all().delete()
    batch.stage, batch.wrapped_key = stage, None
    batch.sealed_file = batch.sealed_file_name = None
    batch.save()


def _wrapping(batch: ImportBatch) -> SealingKey:
    return SealingKey(key_ring().controller_key(str(batch.team.controller.public_id)))


def place_of(batch: ImportBatch, column: str) -> Place:
    """Where something sealed about a batch belongs."""
    return Place("imports_importbatch", column, batch.public_id.hex)


def _row_place(row: UUID, column: str) -> Place:
    return Place("imports_stagedrow", column, row.hex)
