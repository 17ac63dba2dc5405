"""A file that belongs to a job search. What it holds lies in a row of its own: a list never loads it."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.apps.vault.sealing import Place, SealingKey
from fotfeste.domain.attachments import AttachmentKind, FileKind


class Attachment(PersonRow):
    """A file. When it is removed, name, fingerprint and content go; that it was here, and when, stays."""

    kind = models.CharField(max_length=12, choices=[(each, each) for each in AttachmentKind])
    file_kind = models.CharField(max_length=4, choices=[(each, each) for each in FileKind])
    size = models.PositiveIntegerField()
    added_on = models.DateField()
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    lead = models.ForeignKey("job_search.Lead", null=True, on_delete=models.PROTECT, related_name="+")
    job = models.ForeignKey("employment.Employment", null=True, on_delete=models.PROTECT, related_name="+")
    sealed_name = SealedField(data_class=DataClass.PERSONAL)
    fingerprint = models.BinaryField(max_length=32, default=bytes)
    removed_on = models.DateField(null=True)
    removed_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "-added_on", "-id"], name="attachments_by_day")]


class AttachmentContent(models.Model):
    """What the file holds, sealed with the person's key and bound to its attachment."""

    attachment = models.OneToOneField(Attachment, on_delete=models.PROTECT, related_name="content")
    sealed_content = SealedField(data_class=DataClass.HEALTH)

    def put(self, content: bytes, key: SealingKey) -> None:
        """Seal what the file holds."""
        self.sealed_content = key.seal_bytes(content, self._place())

    def read(self, key: SealingKey) -> bytes:
        """What the file holds. Takes no database. Raises CannotOpen when it was sealed for another place."""
        return key.open_bytes(bytes(self.sealed_content), self._place())

    def _place(self) -> Place:
        return Place(self._meta.db_table, "sealed_content", self.attachment.public_id.hex)
