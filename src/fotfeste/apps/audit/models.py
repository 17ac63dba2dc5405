"""The log's tables. Rows are only ever added: triggers refuse changes, the chain shows any that got past."""

from django.db import models

from fotfeste.apps.audit.actions import Channel


class LogRow(models.Model):
    """One look or act. Ids only: no names, no numbers, no content.

    `subject` is the person's id in the log, not in the record: without the record it points at nobody.
    `action` is a word of the closed list `Action`, held by the type of `Entry`; a new one takes no migration.
    """

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    actor_role = models.CharField(max_length=32, blank=True)
    actor_unit = models.UUIDField(null=True)
    on_behalf_of = models.UUIDField(null=True)
    action = models.CharField(max_length=48)
    subject = models.UUIDField(null=True)
    object_type = models.CharField(max_length=48, blank=True)
    object_id = models.UUIDField(null=True)
    area = models.CharField(max_length=32, blank=True)
    purpose = models.CharField(max_length=64, blank=True)
    permitted = models.BooleanField(default=True)
    reason_code = models.CharField(max_length=64, blank=True)
    channel = models.CharField(max_length=16, choices=[(channel, channel) for channel in Channel])
    request_id = models.UUIDField()
    row_count = models.PositiveIntegerField(default=0)
    mac = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(fields=["subject", "-seq"], name="audit_by_subject"),
            models.Index(fields=["actor", "-seq"], name="audit_by_actor"),
        ]


class LogSubject(models.Model):
    """One of several persons shown in one look (a list, a search, an export)."""

    row = models.ForeignKey(LogRow, on_delete=models.PROTECT, related_name="subjects")
    subject = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject", "row"], name="audit_subject_once_a_row")]


class DoneOnce(models.Model):
    """A form or call that has been carried out, so that sending it again does nothing more."""

    actor = models.UUIDField()
    key = models.UUIDField()
    route = models.CharField(max_length=96)
    body_hash = models.BinaryField()
    answer = models.JSONField(default=dict)
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["actor", "key"], name="audit_done_once")]
