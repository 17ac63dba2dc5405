"""Participations from before this program, as a list told of them (F-16). A person's are one history."""

from django.db import models

from fotfeste.apps.people.rows import SealedRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.measures.kinds import MeasureKind


class OldParticipation(SealedRow):
    """One period in an earlier scheme. Never a participation of today: no clock goes on from it.

    The list knows its participants by keys of its own. Until an adviser says who that is, `person` is null
    and the texts are sealed with the house's key; linking seals them anew with the person's. `sealed_need`
    is JSON.
    """

    office = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    participant_index = models.BinaryField(max_length=32)
    content_index = models.BinaryField(max_length=32)
    measure = models.CharField(max_length=32, choices=[(each, each) for each in MeasureKind])
    code = models.CharField(max_length=16, blank=True)
    first_day = models.DateField()
    last_day = models.DateField()
    sealed_participant = SealedField(data_class=DataClass.PERSONAL)
    sealed_provider_name = SealedField(data_class=DataClass.SOCIAL)
    sealed_remark = SealedField(data_class=DataClass.HEALTH)
    sealed_need = SealedField(data_class=DataClass.HEALTH)
    brought_on = models.DateField()
    brought_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    linked_on = models.DateField(null=True)
    linked_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["person", "first_day"], name="measures_old_of_person"),
            models.Index(fields=["office", "participant_index"], name="measures_old_of_key"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["office", "content_index"], name="measures_old_once"),
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")), name="measures_old_in_order"
            ),
        ]
