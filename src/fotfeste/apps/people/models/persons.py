"""The person at the centre."""

import uuid

from django.db import models

from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.apps.vault.sealing import Place, SealingKey
from fotfeste.domain.permissions import Protection


class Person(models.Model):
    """A jobseeker. Name, phone and e-mail stand in clear so that they can be searched; for a protected person
    they are empty here and kept sealed, and no index knows them. `log_id` is the person's id in the log.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    log_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    controller = models.ForeignKey("people.Controller", on_delete=models.PROTECT)

    name = models.CharField(max_length=200, blank=True)
    search_name = models.CharField(max_length=200, blank=True, db_index=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.CharField(max_length=254, blank=True)
    sealed_name = SealedField(data_class=DataClass.PROTECTED_IDENTITY)
    sealed_phone = SealedField(data_class=DataClass.PROTECTED_IDENTITY)
    sealed_email = SealedField(data_class=DataClass.PROTECTED_IDENTITY)
    sealed_identity_number = SealedField(data_class=DataClass.PROTECTED_IDENTITY)
    identity_index = models.BinaryField(max_length=32, null=True, db_index=True)
    phone_index = models.BinaryField(max_length=32, null=True, db_index=True)
    email_index = models.BinaryField(max_length=32, null=True, db_index=True)

    language = models.CharField(max_length=35, blank=True)
    needs_interpreter = models.BooleanField(null=True)
    interpreter_language = models.CharField(max_length=35, blank=True)

    protection = models.CharField(
        max_length=16, choices=[(grade, grade) for grade in Protection], default=Protection.UNKNOWN
    )
    is_own_staff = models.BooleanField(default=False)
    policy_epoch = models.PositiveIntegerField(default=1)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(protection__in=[Protection.NONE, Protection.UNKNOWN])
                | models.Q(name="", search_name="", phone="", email="", phone_index=None, email_index=None),
                name="people_protected_person_not_in_clear",
            )
        ]

    def seal(self, column: str, text: str, key: SealingKey) -> None:
        """Put a text in a sealed column. An empty text is kept as nothing."""
        setattr(self, column, key.seal(text, self._place(column)) if text else b"")

    def opened(self, column: str, key: SealingKey) -> str:
        """The text of a sealed column."""
        sealed = bytes(getattr(self, column))
        return key.open(sealed, self._place(column)) if sealed else ""

    def _place(self, column: str) -> Place:
        return Place(self._meta.db_table, column, self.public_id.hex)


class OfficeInCharge(models.Model):
    """Which NAV office answers for measures of the person, from one day to another. At most one is open.

    It is no part of whom the person belongs to: it opens the measure's case to that office, and nothing else.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="offices_in_charge")
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    from_day = models.DateField()
    until_day = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(until_day=None), name="people_one_office_in_charge"
            )
        ]


class UnitOwnership(models.Model):
    """Which unit a person belongs to, from one day to another. At most one is open."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="ownerships")
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT)
    from_day = models.DateField()
    until_day = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(until_day=None), name="people_one_owning_unit"
            )
        ]
