"""Employers, shared by the team. Nothing here tells which jobseekers are helped."""

import uuid

from django.db import models


class Employer(models.Model):
    """A business the team knows. Without an organisation number it is still to be cleared up."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    team = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="employers")
    name = models.CharField(max_length=200)
    search_name = models.CharField(max_length=200, db_index=True)
    organisation_number = models.CharField(max_length=9, blank=True)
    industry_code = models.CharField(max_length=8, blank=True)
    place = models.CharField(max_length=80, blank=True)
    is_brought_in = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["team", "organisation_number"],
                condition=~models.Q(organisation_number=""),
                name="employers_number_once_a_team",
            )
        ]

    def __str__(self) -> str:
        return self.name


class EmployerPerson(models.Model):
    """Somebody who works for an employer and whom the team can reach."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="people")
    name = models.CharField(max_length=120)
    position = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.CharField(max_length=254, blank=True)
