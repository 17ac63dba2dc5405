"""Closeness that a member of staff has told of themselves, also to somebody who is not here yet."""

from django.db import models


class DeclaredCloseness(models.Model):
    """Whoever has this identity number, now or later, is not to be seen by this account.

    Only the keyed index of the number is kept. It is kept whether the person is here or not, and nothing
    that is shown depends on which.
    """

    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="declared_closeness")
    identity_index = models.BinaryField(max_length=32, db_index=True)
    kind = models.CharField(max_length=32)
    declared_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "identity_index"], name="people_declared_once")
        ]
