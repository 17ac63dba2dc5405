"""Active search on hold, and stays in hospital: facts inside a course, never stages of it (I §7)."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain import holds
from fotfeste.domain.holds import HoldReason, HoldWay


class SearchHold(PersonRow):
    """Active search waits: why, how contact is kept meanwhile, and what the person wants to hold on to.

    `ended_on` is the day search was taken up again. One at a time in each course.
    """

    episode = models.ForeignKey("episodes.Episode", on_delete=models.PROTECT, related_name="holds")
    began_on = models.DateField()
    reason = models.CharField(max_length=16, choices=[(reason, reason) for reason in HoldReason])
    sealed_words = SealedField(data_class=DataClass.HEALTH)
    sealed_contact_by = SealedField(data_class=DataClass.HEALTH)
    contact_every_weeks = models.PositiveSmallIntegerField()
    contact_way = models.CharField(max_length=16, choices=[(way, way) for way in HoldWay])
    sealed_hope = SealedField(data_class=DataClass.HEALTH)
    look_again_on = models.DateField()
    ended_on = models.DateField(null=True)
    sealed_went_on = SealedField(data_class=DataClass.HEALTH)
    begun_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["episode"], condition=models.Q(ended_on=None), name="episodes_one_hold"
            )
        ]

    def as_fact(self) -> holds.Hold:
        """As the rules want it."""
        return holds.Hold(self.began_on, self.contact_every_weeks, self.look_again_on, self.ended_on)


class HospitalStay(PersonRow):
    """Admitted to hospital, until `left_on`. Where is sealed. One at a time in each course."""

    episode = models.ForeignKey("episodes.Episode", on_delete=models.PROTECT, related_name="stays")
    admitted_on = models.DateField()
    left_on = models.DateField(null=True)
    sealed_where = SealedField(data_class=DataClass.HEALTH)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["episode"], condition=models.Q(left_on=None), name="episodes_one_stay"
            )
        ]

    def as_fact(self) -> holds.HospitalStay:
        """As the rules want it."""
        return holds.HospitalStay(self.admitted_on, self.left_on)
