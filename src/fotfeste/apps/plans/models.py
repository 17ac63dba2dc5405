"""Career profile and wishes. Versions: nothing is overwritten."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField


class CareerProfileVersion(PersonRow):
    """The career profile as it stood on a day, and whether a clinician has gone through it.

    `unseen_comment_on`: the day of a clinician's comment, until the specialist has seen it.
    """

    dated_on = models.DateField()
    reviewed_with_clinician_on = models.DateField(null=True)
    unseen_comment_on = models.DateField(null=True)
    is_brought_in = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["person", "dated_on"], name="plans_profile_in_order")]


class Wishes(PersonRow):
    """What the person wants, from one day: kind of work in their own words, and how much."""

    sealed_work = SealedField(data_class=DataClass.PERSONAL)
    percent = models.PositiveSmallIntegerField(null=True)
    is_percent_approximate = models.BooleanField(default=False)
    stated_on = models.DateField()
    is_brought_in = models.BooleanField(default=False)
    from_plan = models.ForeignKey("plans.JobPlan", null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(ended_at=None), name="plans_wishes_in_force"
            ),
            models.CheckConstraint(
                condition=models.Q(percent=None) | models.Q(percent__gte=1, percent__lte=100),
                name="plans_percent_of_a_full_position",
            ),
        ]


from fotfeste.apps.plans.models_job_plan import (  # noqa: E402  # Django finds models here
    HelpAgreed,
    JobPlan,
    JobPlanActivity,
    JobPlanVersion,
    PlannedEmployer,
)

__all__ = [
    "CareerProfileVersion",
    "HelpAgreed",
    "JobPlan",
    "JobPlanActivity",
    "JobPlanVersion",
    "PlannedEmployer",
    "Wishes",
]
