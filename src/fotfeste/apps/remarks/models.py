"""A remark by the jobseeker on the own record. Never changed: an answer is put beside it."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField


class Remark(PersonRow):
    """What the jobseeker said is wrong or missing, and the answer, once there is one."""

    sealed_text = SealedField(data_class=DataClass.HEALTH)
    said_on = models.DateField()
    said_at = models.DateTimeField()
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    is_put_right = models.BooleanField(null=True)
    sealed_answer = SealedField(data_class=DataClass.HEALTH)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(
                fields=["person", "said_on"],
                name="remarks_unanswered",
                condition=models.Q(answered_on=None),
            )
        ]
