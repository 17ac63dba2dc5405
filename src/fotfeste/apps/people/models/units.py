"""Where people work: controllers, and the units that hang under them."""

import uuid

from django.db import models


class ControllerKind(models.TextChoices):
    """What kind of body answers for the data."""

    HOSPITAL = "hospital"
    MUNICIPALITY = "municipality"
    NAV = "nav"
    BUSINESS = "business"


class Controller(models.Model):
    """A body that answers for personal data (GDPR article 4 no. 7). Each has a key of its own."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=16, choices=ControllerKind)

    def __str__(self) -> str:
        return self.name


class UnitKind(models.TextChoices):
    """What kind of unit it is."""

    IPS_TEAM = "ips_team"
    NAV_OFFICE = "nav_office"
    TREATMENT_TEAM = "treatment_team"
    EMPLOYER = "employer"
    PROVIDER = "provider"
    ADMINISTRATION = "administration"


class Unit(models.Model):
    """A team, an office, an employer or a provider."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=16, choices=UnitKind)
    number = models.CharField(max_length=9, blank=True)
    controller = models.ForeignKey(Controller, on_delete=models.PROTECT)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["number"],
                condition=models.Q(kind=UnitKind.NAV_OFFICE) & ~models.Q(number=""),
                name="people_nav_office_number_once",
            )
        ]

    def __str__(self) -> str:
        return self.name
