"""Another address for a jobseeker's log-in that is in use: asked for now, taken into use after a while."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.log_in import AddressOutcome


class NewAddress(PersonRow):
    """Where links to the log-in shall go from `takes_effect_at`, unless its owner logs in before that."""

    sealed_email = SealedField(data_class=DataClass.PERSONAL)
    asked_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    takes_effect_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(
        max_length=16, blank=True, choices=[(outcome, outcome) for outcome in AddressOutcome]
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(ended_at=None), name="people_one_new_address"
            )
        ]
