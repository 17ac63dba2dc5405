"""A discharge that is considered, those it is talked through with, and the decision with its letter."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.discharge import Consulted, DischargeReason


class Consideration(PersonRow):
    """Somebody may leave the caseload for a time. One at a time in each course; closed by the decision.

    `sealed_jobseeker` is what the jobseeker says; `sealed_tried` how they were tried to be reached.
    """

    episode = models.ForeignKey("episodes.Episode", on_delete=models.PROTECT, related_name="considerations")
    opened_on = models.DateField()
    opened_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    sealed_why = SealedField(data_class=DataClass.HEALTH)
    sealed_jobseeker = SealedField(data_class=DataClass.HEALTH)
    sealed_tried = SealedField(data_class=DataClass.HEALTH)
    closed_on = models.DateField(null=True)
    sealed_goes_on_because = SealedField(data_class=DataClass.HEALTH)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["episode"], condition=models.Q(closed_on=None), name="discharge_one_considered"
            )
        ]


class Consultation(PersonRow):
    """Pros and cons talked through with the supervisor or the clinician. `held_on` is None until then."""

    consideration = models.ForeignKey(Consideration, on_delete=models.PROTECT, related_name="consultations")
    consulted = models.CharField(max_length=12, choices=[(who, who) for who in Consulted])
    asked_on = models.DateField()
    asked_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    sealed_question = SealedField(data_class=DataClass.HEALTH)
    held_on = models.DateField(null=True)
    sealed_pros = SealedField(data_class=DataClass.HEALTH)
    sealed_cons = SealedField(data_class=DataClass.HEALTH)
    sealed_advice = SealedField(data_class=DataClass.HEALTH)
    answered_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["consideration", "consulted"], name="discharge_each_asked_once")
        ]


class Discharge(PersonRow):
    """The decision: from which day, why, what is said about coming back, what was left undone and why.

    `loose_ends` says of each thing that was open what became of it: codes and ids, never words.
    """

    consideration = models.OneToOneField(Consideration, on_delete=models.PROTECT, related_name="discharge")
    episode = models.OneToOneField("episodes.Episode", on_delete=models.PROTECT, related_name="discharge")
    discharged_on = models.DateField()
    decided_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=16, choices=[(reason, reason) for reason in DischargeReason])
    sealed_words = SealedField(data_class=DataClass.HEALTH)
    sealed_coming_back = SealedField(data_class=DataClass.HEALTH)
    departures = models.JSONField(default=list)
    sealed_why_departed = SealedField(data_class=DataClass.HEALTH)
    loose_ends = models.JSONField(default=list)
    letter_language = models.CharField(max_length=8)


class DischargeLetter(PersonRow):
    """The letter as it was made, kept with the record. Sealed, and never changed."""

    discharge = models.OneToOneField(Discharge, on_delete=models.PROTECT, related_name="letter")
    made_at = models.DateTimeField()
    digest = models.CharField(max_length=64)
    sealed_content = SealedField(data_class=DataClass.HEALTH)
