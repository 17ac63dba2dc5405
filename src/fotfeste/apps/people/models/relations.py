"""Those around a person, from one day to another. A former relation stays, as what it is."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.domain.permissions import RelationKind


class Relation(PersonRow):
    """Somebody's relation to a person. Without an account it is a named contact, to be linked later.

    Both days are counted in. `from_day` is the day it opens for; `stated_on` the day it was registered.
    """

    account = models.ForeignKey(
        "people.Account", null=True, on_delete=models.PROTECT, related_name="relations"
    )
    contact_name = models.CharField(max_length=120, blank=True)
    unit = models.ForeignKey("people.Unit", null=True, on_delete=models.PROTECT)
    unit_name = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=32, choices=[(kind, kind) for kind in RelationKind])
    from_day = models.DateField()
    until_day = models.DateField(null=True)
    why = models.CharField(max_length=64, blank=True)
    is_brought_in = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(
                fields=["account", "kind", "until_day", "person"], name="people_relation_of_account"
            ),
            models.Index(fields=["person", "kind"], name="people_relation_of_person"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(kind=RelationKind.EMPLOYMENT_SPECIALIST, until_day=None),
                name="people_one_specialist_onwards",
            ),
            models.CheckConstraint(
                condition=models.Q(until_day=None) | models.Q(until_day__gte=models.F("from_day")),
                name="people_relation_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~models.Q(account=None, contact_name=""), name="people_relation_is_somebody"
            ),
        ]


class Closeness(PersonRow):
    """A member of staff has told that they are close to this person, and shall not see the record."""

    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="close_to")
    kind = models.CharField(max_length=32)
    declared_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "account"], name="people_closeness_once")]
