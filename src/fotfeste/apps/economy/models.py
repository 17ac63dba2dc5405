"""Benefits and ties to NAV, as the person has stated them."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField


class BenefitStatement(PersonRow):
    """What the person lives on, as stated on a day. The kind is a social matter, and sealed.

    Neither from a list nor confirmed: it came with the referral.
    """

    sealed_kind = SealedField(data_class=DataClass.SOCIAL)
    stated_on = models.DateField()
    is_brought_in = models.BooleanField(default=False)
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(ended_at=None), name="economy_benefit_in_force"
            )
        ]

    @property
    def is_from_referral(self) -> bool:
        """Whether it came with the referral, and nobody has confirmed it."""
        return self.confirmed_at is None and not self.is_brought_in


class NavRegistration(PersonRow):
    """Whether the person is registered with NAV as a jobseeker, as stated on a day.

    Neither from a list nor confirmed: it came with the referral.
    """

    answer = models.CharField(max_length=8, choices=[("yes", "yes"), ("no", "no"), ("unclear", "unclear")])
    stated_on = models.DateField()
    is_brought_in = models.BooleanField(default=False)
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(ended_at=None), name="economy_registration_in_force"
            )
        ]
