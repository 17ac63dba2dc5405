"""What signing leaves behind: the text, the document, and a signing on the specialist's device."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.consent import Identified


class ConsentText(models.Model):
    """A consent text as it was shown: kept once, word for word, and known by its fingerprint.

    It says nothing of anybody: the same text is signed by many.
    """

    digest = models.CharField(max_length=64, unique=True)
    scope = models.CharField(max_length=32)
    version = models.CharField(max_length=16)
    language = models.CharField(max_length=2)
    body = models.JSONField()

    @property
    def name(self) -> str:
        """The text, as a list or a file names it."""
        return f"{self.version} ({self.language}), SHA-256 {self.digest}"


class ConsentDocument(PersonRow):
    """The signed consent as PDF, sealed with the person's key. Made by the worker, once."""

    statement = models.OneToOneField(
        "consents.ConsentStatement", on_delete=models.PROTECT, related_name="document"
    )
    sealed_content = SealedField(data_class=DataClass.SOCIAL)
    made_at = models.DateTimeField()


class SigningTogether(PersonRow):
    """The jobseeker signs on the specialist's device. While it is open, that log-in opens nothing else.

    `fingerprint` is what the two have agreed on (birth day and a word), keyed; it is gone when it is over.
    """

    opened_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    fingerprint = models.BinaryField(max_length=32, null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    identified_at = models.DateTimeField(null=True)
    identified_by = models.CharField(max_length=16, blank=True, choices=[(how, how) for how in Identified])
    closed_at = models.DateTimeField(null=True)
    close_kind = models.CharField(max_length=16, blank=True)
