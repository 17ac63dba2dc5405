"""Side effects waiting to be carried out. A row is written in the act's own transaction."""

import uuid

from django.db import models


class Errand(models.Model):
    """One thing the worker shall do. `payload` holds ids only, never a name, a number or a text."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=48)
    payload = models.JSONField(default=dict)
    not_before = models.DateTimeField(db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)
    claimed_until = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    dead_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["not_before"],
                name="outbox_waiting",
                condition=models.Q(done_at=None, dead_at=None),
            )
        ]


class Regular(models.Model):
    """Something done at intervals, and when it was last done."""

    name = models.CharField(max_length=48, primary_key=True)
    last_done_at = models.DateTimeField(null=True)
    claimed_until = models.DateTimeField(null=True)
