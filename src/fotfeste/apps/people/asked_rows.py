"""What every request to a NAV office has, whatever it asks for."""

from django.db import models

from fotfeste.apps.people.receipts import LONGEST_RECEIPT
from fotfeste.apps.people.rows import SealedRow
from fotfeste.apps.vault.fields import DataClass, SealedField


class AskedRow(SealedRow):
    """What somebody asked an office for.

    Until `person` is known it is sealed with the house's key; linking seals it anew with the person's.
    `receipt` is a code nobody can guess: whoever has it sees the status, and nothing else.
    """

    office = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    receipt = models.CharField(max_length=LONGEST_RECEIPT, unique=True)
    sealed_name = SealedField(data_class=DataClass.PROTECTED_IDENTITY)
    sealed_phone = SealedField(data_class=DataClass.PROTECTED_IDENTITY)
    sealed_email = SealedField(data_class=DataClass.PROTECTED_IDENTITY)
    sealed_wish = SealedField(data_class=DataClass.HEALTH)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    seen_on = models.DateField(null=True)
    seen_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True
