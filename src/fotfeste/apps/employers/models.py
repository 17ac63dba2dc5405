"""Employers, shared by the team. Nothing here tells which jobseekers are helped."""

import uuid

from django.db import models


class Employer(models.Model):
    """A business the team knows. Without an organisation number it is still to be cleared up.

    `last_contact_on` is the newest day in `contacts`, kept so that a list need not count: only
    `log_contact` writes it.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    team = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="employers")
    name = models.CharField(max_length=200)
    search_name = models.CharField(max_length=200, db_index=True)
    organisation_number = models.CharField(max_length=9, blank=True)
    industry_code = models.CharField(max_length=8, blank=True)
    place = models.CharField(max_length=80, blank=True)
    search_place = models.CharField(max_length=120, blank=True)
    is_brought_in = models.BooleanField(default=False)
    closed_on = models.DateField(null=True)
    last_contact_on = models.DateField(null=True)
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
        indexes = [
            models.Index(fields=["team", "search_name", "id"], name="employers_by_name"),
            models.Index(
                fields=["team", "last_contact_on"],
                name="employers_by_last_contact",
                condition=models.Q(closed_on=None, last_contact_on__isnull=False),
            ),
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
    ended_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)


class SoughtByEmployer(models.Model):
    """What the employer looks for, as they said it that day. Ended, never changed."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="sought")
    text = models.CharField(max_length=500)
    said_on = models.DateField()
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True)


class KnownInTeam(models.Model):
    """Somebody in the team knows the employer, so that a colleague can ask."""

    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="known_by")
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    since_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["employer", "account"], name="employers_known_once")]


class TeamContact(models.Model):
    """A contact with an employer that is about no jobseeker: those stand with the jobseeker (decision 0024).

    A row is added, never changed; the next step alone can be ticked off.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="contacts")
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField()
    way = models.CharField(max_length=16)
    cup = models.PositiveSmallIntegerField(null=True)
    outcome = models.CharField(max_length=2000, blank=True)
    next_step = models.CharField(max_length=200, blank=True)
    next_step_on = models.DateField(null=True)
    next_step_done_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["employer", "-on", "-id"], name="employers_contacts_by_day"),
            models.Index(fields=["by", "on"], name="employers_contacts_of_week"),
            models.Index(
                fields=["by", "next_step_on"],
                name="employers_steps_ahead",
                condition=models.Q(next_step_on__isnull=False, next_step_done_on=None),
            ),
        ]


class ContactTogether(models.Model):
    """Another of the team was there too, and says what they noticed: one contact, two who had it."""

    contact = models.ForeignKey(TeamContact, on_delete=models.PROTECT, related_name="together")
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=2000, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact", "by"], name="employers_together_once")]
