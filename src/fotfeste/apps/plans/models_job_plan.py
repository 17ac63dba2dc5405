"""The job development plan: versions of wishes and goals, and what hangs on it while it is in force.

A plan that the jobseeker withdraws is closed: nothing of it is used. Another one is another row.
"""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.job_plan import Responsible
from fotfeste.domain.permissions import Role


class JobPlan(PersonRow):
    """One plan, from its first version until it is withdrawn."""

    begun_on = models.DateField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_on = models.DateField(null=True)
    sealed_withdrawal = SealedField(data_class=DataClass.HEALTH)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(withdrawn_at=None), name="plans_one_job_plan"
            )
        ]


class JobPlanVersion(PersonRow):
    """The plan as it stood: never changed. `number` goes on through all plans of the person.

    `sealed_occupations` holds codes and words as JSON; own words have no code.
    """

    plan = models.ForeignKey(JobPlan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    sealed_occupations = SealedField(data_class=DataClass.PERSONAL)
    sealed_line_of_business = SealedField(data_class=DataClass.PERSONAL)
    sealed_place = SealedField(data_class=DataClass.PERSONAL)
    sealed_travel = SealedField(data_class=DataClass.HEALTH)
    percent = models.PositiveSmallIntegerField(null=True)
    sealed_hours = SealedField(data_class=DataClass.HEALTH)
    sealed_environment = SealedField(data_class=DataClass.HEALTH)
    sealed_goals = SealedField(data_class=DataClass.PERSONAL)
    written_on = models.DateField()
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    written_as = models.CharField(max_length=24, choices=[(role, role) for role in Role])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "number"], name="plans_job_plan_number_once")
        ]


class PlannedEmployer(PersonRow):
    """An employer of the team that the plan names: who contacts it, how often."""

    plan = models.ForeignKey(JobPlan, on_delete=models.PROTECT, related_name="employers")
    employer = models.ForeignKey("employers.Employer", on_delete=models.PROTECT, related_name="+")
    sealed_how = SealedField(data_class=DataClass.PERSONAL)
    added_on = models.DateField()
    removed_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "employer"],
                condition=models.Q(removed_on=None),
                name="plans_employer_once_a_plan",
            )
        ]


class JobPlanActivity(PersonRow):
    """Something agreed: what, who has taken it on, by when; and whether it was done or dropped."""

    plan = models.ForeignKey(JobPlan, on_delete=models.PROTECT, related_name="activities")
    sealed_what = SealedField(data_class=DataClass.HEALTH)
    responsible = models.CharField(max_length=12, choices=[(each, each) for each in Responsible])
    sealed_responsible_name = SealedField(data_class=DataClass.PERSONAL)
    due_on = models.DateField(null=True)
    done_on = models.DateField(null=True)
    dropped_on = models.DateField(null=True)
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)


class HelpAgreed(PersonRow):
    """How much help is wanted with what, as agreed on one day. `degrees`: area to degree. Never changed."""

    plan = models.ForeignKey(JobPlan, on_delete=models.PROTECT, related_name="help_agreed")
    clarified_on = models.DateField()
    degrees = models.JSONField(default=dict)
    sealed_words = SealedField(data_class=DataClass.PERSONAL)
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
