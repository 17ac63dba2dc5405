"""Benefits and ties to NAV, as the person has stated them."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.money_problems import IncomeKnown


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


class EconomyTalk(PersonRow):
    """A talk about money: is the income known, has it been gone through what a job changes (I-4.4a).

    A row is never changed: another talk is another row. `sealed_corrected` is what the person believed that
    was wrong, and what is right.
    """

    talked_on = models.DateField()
    income_known = models.CharField(max_length=8, choices=[(each, each) for each in IncomeKnown])
    change_talked_through = models.BooleanField(default=False)
    sealed_corrected = SealedField(data_class=DataClass.SOCIAL)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class MoneyProblem(PersonRow):
    """An acute money problem, open until somebody says what was done."""

    sealed_text = SealedField(data_class=DataClass.SOCIAL)
    raised_on = models.DateField()
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    settled_on = models.DateField(null=True)
    settled_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    sealed_done = SealedField(data_class=DataClass.SOCIAL)

    class Meta:
        indexes = [
            models.Index(
                fields=["person"], name="economy_open_money_problems", condition=models.Q(settled_on=None)
            )
        ]
