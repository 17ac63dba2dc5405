"""That a measure runs out has been told: once for each of the warnings before a last day."""

from django.db import models

from fotfeste.apps.measures.models_participations import Participation
from fotfeste.apps.people.rows import PersonRow


class ExpiryWarning(PersonRow):
    """One warning of a participation that runs out. `ring` is 1 for the first, 3 for the last before the end.

    Another last day is warned of anew. `told_at` is when the notices were put in the outbox, null until then.
    """

    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="warnings")
    last_day = models.DateField()
    ring = models.PositiveSmallIntegerField()
    rung_on = models.DateField()
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participation", "last_day", "ring"], name="measures_one_warning_a_ring"
            )
        ]
        indexes = [
            models.Index(
                fields=["id"], name="measures_warnings_to_tell", condition=models.Q(told_at__isnull=True)
            )
        ]
