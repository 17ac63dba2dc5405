"""What was considered at a job start, and the job support plan in versions. Nothing is overwritten (W-09)."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.job_support import SupportChoice
from fotfeste.domain.permissions import Role


class SupportConsidered(PersonRow):
    """Plan, agreement, both or neither, and why, as decided on one day. The newest counts."""

    job = models.ForeignKey("employment.Employment", on_delete=models.PROTECT, related_name="considered")
    choice = models.CharField(max_length=12, choices=[(each, each) for each in SupportChoice])
    sealed_why = SealedField(data_class=DataClass.HEALTH)
    considered_on = models.DateField()
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")


class SupportPlan(PersonRow):
    """One plan for one job, from its first version until it is ended. One at a time for each job."""

    job = models.ForeignKey("employment.Employment", on_delete=models.PROTECT, related_name="support_plans")
    begun_on = models.DateField()
    ended_on = models.DateField(null=True)
    sealed_end_words = SealedField(data_class=DataClass.HEALTH)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["job"], condition=models.Q(ended_on=None), name="employment_one_support_plan"
            )
        ]


class SupportPlanVersion(PersonRow):
    """The plan as it stood: never changed. `number` counts those of its plan.

    `sealed_helpers` is JSON: helper to how often and why; `name` only for the one that is none of the others.
    """

    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    from_day = models.DateField()
    until_day = models.DateField(null=True)
    look_again_on = models.DateField(null=True)
    sealed_goals = SealedField(data_class=DataClass.HEALTH)
    sealed_extension = SealedField(data_class=DataClass.HEALTH)
    sealed_helpers = SealedField(data_class=DataClass.HEALTH)
    is_extension = models.BooleanField(default=False)
    written_on = models.DateField()
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    written_as = models.CharField(max_length=24, choices=[(role, role) for role in Role])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="employment_support_plan_number_once"),
            models.CheckConstraint(
                condition=models.Q(until_day=None) | models.Q(until_day__gte=models.F("from_day")),
                name="employment_support_plan_in_order",
            ),
        ]


class SupportPlanShared(PersonRow):
    """Whom the person has chosen to share the plan with, from one day. The newest counts; none is nobody."""

    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="shared")
    readers = models.JSONField(default=list)
    said_on = models.DateField()
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    written_as = models.CharField(max_length=24, choices=[(role, role) for role in Role])
