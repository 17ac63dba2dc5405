"""A list on its way in. Before it is confirmed it lives only here, sealed with a key of its own."""

import uuid

from django.db import models


class ImportKind(models.TextChoices):
    """What the list holds."""

    CASELOAD = "caseload"
    EMPLOYERS = "employers"
    PARTICIPATIONS = "participations"


class ImportStage(models.TextChoices):
    """How far the batch has come."""

    READING = "reading"
    PREVIEW = "preview"
    APPLYING = "applying"
    DONE = "done"
    REFUSED = "refused"
    DROPPED = "dropped"


class ImportBatch(models.Model):
    """One list that somebody brings, sealed with the batch's own key, which is gone after confirmation."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=16, choices=ImportKind)
    team = models.ForeignKey("people.Unit", on_delete=models.PROTECT)
    brought_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    stage = models.CharField(max_length=16, choices=ImportStage, default=ImportStage.READING)
    wrapped_key = models.BinaryField(null=True)
    sealed_file = models.BinaryField(null=True)
    sealed_file_name = models.BinaryField(null=True)
    sealed_headings = models.BinaryField(default=bytes)
    answers = models.JSONField(default=dict)
    done_rows = models.PositiveIntegerField(default=0)
    total_rows = models.PositiveIntegerField(default=0)
    problems = models.JSONField(default=list)
    outcome = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)


class RowState(models.TextChoices):
    """What will become of a row as it stands now."""

    READY = "ready"
    """Comes in when the list is confirmed."""
    WAITS = "waits"
    """Held back: something must be mended or answered first."""
    HELD = "held"
    """Held back, and nothing can be done about it from here."""
    KNOWN = "known"
    """Is here already, word for word."""
    LEFT_OUT = "left_out"
    """Somebody chose to leave it out, or another row stands for it."""


class StagedRow(models.Model):
    """One row of the list: as it was written, as it was mended, and what the rules say of it."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="rows")
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.PositiveIntegerField()
    sealed_cells = models.BinaryField()
    sealed_mended = models.BinaryField(default=bytes)
    answers = models.JSONField(default=dict)
    sealed_problems = models.BinaryField(default=bytes)
    state = models.CharField(max_length=16, choices=RowState, default=RowState.HELD)
    is_left_out = models.BooleanField(default=False)
    about = models.ForeignKey("people.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    """The person who is here already, where a problem of the row tells what their record says."""
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="imports_row_once")]
        indexes = [models.Index(fields=["batch", "state", "number"], name="imports_rows_by_state")]


class BroughtRow(models.Model):
    """A row that has come in, known again by a keyed fingerprint of how it was first written.

    `sealed_told` is what it told, sealed with the person's key: what has changed next time shows against it.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    team = models.ForeignKey("people.Unit", on_delete=models.PROTECT)
    kind = models.CharField(max_length=16, choices=ImportKind)
    fingerprint = models.BinaryField(max_length=32)
    person = models.ForeignKey("people.Person", null=True, on_delete=models.CASCADE)
    employer = models.ForeignKey("employers.Employer", null=True, on_delete=models.CASCADE)
    sealed_told = models.BinaryField(default=bytes)
    brought_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "kind", "fingerprint"], name="imports_row_known_once")
        ]
        indexes = [models.Index(fields=["person", "-id"], name="imports_told_of_person")]


class MergeQuestion(models.Model):
    """Two records may be of the same person. Only one who is cleared for both gets to know."""

    newer = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    older = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    raised_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
