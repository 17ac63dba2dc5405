"""A request for an agreement, or an employer's interest. Never lost, never changed; answers stand beside."""

from django.db import models

from fotfeste.apps.people.rows import SealedRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.agreements.requests import AskedAnswer, AskedBy, AskedFor, AskedThrough

LONGEST_RECEIPT = 24


class AgreementRequest(SealedRow):
    """What an office was asked for. Sealed with the house's key until the person is known, then anew."""

    office = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    agreement = models.ForeignKey(
        "agreements.Agreement", null=True, on_delete=models.PROTECT, related_name="requests"
    )
    asked_for = models.CharField(max_length=12, choices=[(each, each) for each in AskedFor])
    asked_by_whom = models.CharField(max_length=12, choices=[(each, each) for each in AskedBy])
    through = models.CharField(max_length=24, choices=[(each, each) for each in AskedThrough])
    receipt = models.CharField(max_length=LONGEST_RECEIPT, unique=True)
    organisation_number = models.CharField(max_length=9, blank=True)
    sealed_name = SealedField(data_class=DataClass.PROTECTED_IDENTITY)
    sealed_phone = SealedField(data_class=DataClass.PROTECTED_IDENTITY)
    sealed_email = SealedField(data_class=DataClass.PROTECTED_IDENTITY)
    sealed_employer = SealedField(data_class=DataClass.PERSONAL)
    sealed_employer_contact = SealedField(data_class=DataClass.PERSONAL)
    sealed_employer_phone = SealedField(data_class=DataClass.PERSONAL)
    sealed_employer_email = SealedField(data_class=DataClass.PERSONAL)
    sealed_wish = SealedField(data_class=DataClass.HEALTH)
    sealed_passed_on_by = SealedField(data_class=DataClass.PERSONAL)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    answer_by = models.DateField()
    seen_on = models.DateField(null=True)
    seen_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=16, blank=True, choices=[(each, each) for each in AskedAnswer])
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    sealed_answer = SealedField(data_class=DataClass.HEALTH)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["office", "answer", "id"], name="agreements_asked_of_office")]
