"""Jobs, from start to end."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.job_facts import EndReason, Permanence


class Employment(PersonRow):
    """A job with an employer. The last day is counted in. What nobody has said is None or empty.

    `is_ordinary`: ordinary paid work, not a measure. `sealed_occupation` is what the job is called there.
    """

    employer = models.ForeignKey("employers.Employer", null=True, on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    percent = models.PositiveSmallIntegerField(null=True)
    hours_a_week = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    permanence = models.CharField(max_length=12, blank=True, choices=[(each, each) for each in Permanence])
    is_ordinary = models.BooleanField(null=True)
    occupation_code = models.CharField(max_length=4, blank=True)
    sealed_occupation = SealedField(data_class=DataClass.PERSONAL)
    is_contract_signed = models.BooleanField(null=True)
    contract_signed_on = models.DateField(null=True)
    trial_until = models.DateField(null=True)
    sealed_accommodation = SealedField(data_class=DataClass.HEALTH)
    sealed_who_knows = SealedField(data_class=DataClass.HEALTH)
    end_reason = models.CharField(max_length=16, blank=True, choices=[(each, each) for each in EndReason])
    sealed_end_words = SealedField(data_class=DataClass.HEALTH)
    is_brought_in = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["person", "started_on"], name="employment_in_order")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | models.Q(ended_on__gte=models.F("started_on")),
                name="employment_ends_after_start",
            ),
        ]


from fotfeste.apps.employment.models_job import (  # noqa: E402  # Django finds models here
    JobTraining,
    RhythmReflection,
    Undertaking,
)
from fotfeste.apps.employment.models_needs import EmployerNeeds  # noqa: E402  # Django finds models here
from fotfeste.apps.employment.models_support import (  # noqa: E402  # Django finds models here
    SupportConsidered,
    SupportPlan,
    SupportPlanShared,
    SupportPlanVersion,
)
from fotfeste.apps.employment.models_wishes import WishesMet  # noqa: E402  # Django finds models here

__all__ = [
    "EmployerNeeds",
    "Employment",
    "JobTraining",
    "RhythmReflection",
    "SupportConsidered",
    "SupportPlan",
    "SupportPlanShared",
    "SupportPlanVersion",
    "Undertaking",
    "WishesMet",
]
