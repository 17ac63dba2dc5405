"""What a supervisor puts down about the work with one specialist, and how the specialist answers."""

from django.db import models

from fotfeste.apps.people.rows import SealedRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.supervision import SupervisionKind


class SupervisionEntry(SealedRow):
    """Supervision held, coaching in the field, or a task. Between the two of them and nobody else.

    About a jobseeker it is sealed with that person's key, else with one of the house.
    """

    team = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    specialist = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    supervisor = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in SupervisionKind])
    day = models.DateField()
    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    sealed_text = SealedField(data_class=DataClass.HEALTH)
    sealed_next = SealedField(data_class=DataClass.HEALTH)
    due = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    sealed_answer = SealedField(data_class=DataClass.HEALTH)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["specialist", "kind", "-day"], name="supervision_of_specialist")]
