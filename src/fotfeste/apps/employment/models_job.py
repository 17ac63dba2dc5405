"""What belongs to a job: training at the workplace, departures thought about; and what is no job."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.job_facts import UndertakingKind


class JobTraining(PersonRow):
    """Training at the workplace: what, by whom, until when; `done_on` once it is done."""

    job = models.ForeignKey("employment.Employment", on_delete=models.PROTECT, related_name="trainings")
    sealed_what = SealedField(data_class=DataClass.HEALTH)
    sealed_by_whom = SealedField(data_class=DataClass.PERSONAL)
    until_day = models.DateField(null=True)
    done_on = models.DateField(null=True)
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")


class RhythmReflection(PersonRow):
    """A departure from the rhythm that has been thought about. `point` names it among those of its job."""

    job = models.ForeignKey("employment.Employment", on_delete=models.PROTECT, related_name="reflections")
    point = models.CharField(max_length=32)
    sealed_words = SealedField(data_class=DataClass.HEALTH)
    reflected_on = models.DateField()
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["job", "point"], name="employment_reflected_once_a_point")
        ]


class Undertaking(PersonRow):
    """Education, a measure or the like: what, from when, until when. It is no job, and counts as none."""

    undertaking = models.CharField(max_length=16, choices=[(each, each) for each in UndertakingKind])
    sealed_name = SealedField(data_class=DataClass.SOCIAL)
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | models.Q(ended_on__gte=models.F("started_on")),
                name="employment_undertaking_in_order",
            ),
        ]
