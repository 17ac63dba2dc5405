"""What was laid out to be signed, word for word; who signed it; and the sealed document of it (A-02)."""

from django.db import models

from fotfeste.apps.agreements.models_agreements import OfAgreement
from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.agreements.identified import SignedBy
from fotfeste.domain.agreements.parties import Party


class VersionKind(models.TextChoices):
    """Who is asked: all sign; those whose duty changes; nobody, and all are told."""

    WHOLE = "whole"
    DUTY = "duty"
    NOTICE = "notice"


class AgreementText(OfAgreement):
    """One version: the whole content as canonical JSON, sealed, and its digest (SHA-256, hex).

    `asked` are the parties whose signature it needs, with blanks between. `concluded_at` is the moment the
    last of them signed; `dropped_at` when it was taken back or replaced before that. `replaced_at` when a
    newer one was concluded.
    """

    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=VersionKind)
    asked = models.CharField(max_length=40, blank=True)
    sealed_content = SealedField(data_class=DataClass.HEALTH)
    digest = models.CharField(max_length=64)
    language = models.CharField(max_length=2, default="nb")
    has_employer = models.BooleanField()
    laid_out_at = models.DateTimeField()
    laid_out_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    concluded_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agreement", "number"], name="agreements_number_once"),
            models.UniqueConstraint(
                fields=["agreement"],
                condition=models.Q(concluded_at=None, dropped_at=None),
                name="agreements_one_laid_out",
            ),
            models.UniqueConstraint(
                fields=["agreement"],
                condition=models.Q(concluded_at__isnull=False, replaced_at=None),
                name="agreements_one_in_force",
            ),
        ]


class Signature(PersonRow):
    """Somebody signed one version, for one party. Taken back before the end, it stays as what it was."""

    text = models.ForeignKey(AgreementText, on_delete=models.PROTECT, related_name="signatures")
    party = models.CharField(max_length=12, choices=[(each, each) for each in Party])
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    sealed_name = SealedField(data_class=DataClass.PERSONAL)
    signed_at = models.DateTimeField()
    signed_by = models.CharField(max_length=16, choices=[(each, each) for each in SignedBy])
    on_behalf_because = models.CharField(max_length=80, blank=True)
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["text", "party"],
                condition=models.Q(taken_back_at=None),
                name="agreements_signed_once",
            )
        ]


class AgreementDocument(PersonRow):
    """The sealed PDF of a concluded version, base64 in a sealed column as consent documents are."""

    text = models.OneToOneField(AgreementText, on_delete=models.PROTECT, related_name="document")
    sealed_content = SealedField(data_class=DataClass.HEALTH)
    digest = models.CharField(max_length=64, db_index=True)
    made_at = models.DateTimeField()
