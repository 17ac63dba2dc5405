"""Jobs, from start to end."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow


class Employment(PersonRow):
    """A job with an employer. The last day is counted in."""

    employer = models.ForeignKey("employers.Employer", null=True, on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    percent = models.PositiveSmallIntegerField(null=True)
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
