"""Those around a person, from one day to another. A former relation stays, as what it is."""

from datetime import date

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.domain.permissions import RelationKind


class Relation(PersonRow):
    """Somebody's relation to a person. Without an account it is a named contact, to be linked later.

    Both days are counted in. Ended by somebody (`ended_at`), it opens nothing from that very moment.
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
    ended_at = models.DateTimeField(null=True)
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

    def holds_on(self, day: date) -> bool:
        """Whether it opens anything that day."""
        has_begun = self.from_day <= day
        return has_begun and self.ended_at is None and (self.until_day is None or day <= self.until_day)

    def is_former_on(self, day: date) -> bool:
        """Whether it is over by that day."""
        return self.ended_at is not None or (self.until_day is not None and self.until_day < day)


class Closeness(PersonRow):
    """A member of staff has told that they are close to this person, and shall not see the record."""

    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="close_to")
    kind = models.CharField(max_length=32)
    declared_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "account"], name="people_closeness_once")]
