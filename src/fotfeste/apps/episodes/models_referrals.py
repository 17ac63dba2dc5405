"""A referral as it was sent, and how the team answered it."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.consent import Reply
from fotfeste.domain.referral import ReferralAnswer, TreatmentRelation


class SentReferral(PersonRow):
    """What somebody wrote when they referred a person, kept as they wrote it. Opens nothing by itself.

    The name is the one that was typed: who refers learns nothing of what is kept from before. `consents` are
    codes of what the person is said to agree to, noted until the person has said so here. `typed_protection`
    is what was written too: what the referrer is told of it may not follow from what is kept.
    """

    episode = models.ForeignKey("episodes.Episode", null=True, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    sent_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    sent_from = models.ForeignKey("people.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    sent_as = models.CharField(max_length=32)
    sent_at = models.DateTimeField()
    referred_on = models.DateField()
    typed_protection = models.CharField(max_length=16, blank=True)
    sealed_typed_name = SealedField(data_class=DataClass.PROTECTED_IDENTITY)
    sealed_referrer = SealedField(data_class=DataClass.SOCIAL)
    treatment = models.CharField(max_length=16, choices=[(kind, kind) for kind in TreatmentRelation])
    information_talk = models.CharField(max_length=8, default="unknown")
    talk_on = models.DateField(null=True)
    sealed_talk_by = SealedField(data_class=DataClass.SOCIAL)
    nav_registration = models.CharField(
        max_length=8, default=Reply.UNCLEAR, choices=[(reply, reply) for reply in Reply]
    )
    sealed_nav_office = SealedField(data_class=DataClass.SOCIAL)
    sealed_nav_adviser = SealedField(data_class=DataClass.SOCIAL)
    sealed_benefit = SealedField(data_class=DataClass.SOCIAL)
    sealed_nav_ties = SealedField(data_class=DataClass.SOCIAL)
    consents = models.JSONField(default=list)
    sealed_message = SealedField(data_class=DataClass.HEALTH)

    reply = models.CharField(max_length=16, blank=True, choices=[(kind, kind) for kind in ReferralAnswer])
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    specialist = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    sealed_reason = SealedField(data_class=DataClass.HEALTH)
    sealed_offer = SealedField(data_class=DataClass.HEALTH)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["team", "reply"], name="episodes_referrals_of_team"),
            models.Index(fields=["sent_by", "-id"], name="episodes_referrals_sent"),
        ]

    @property
    def is_open(self) -> bool:
        """Whether the team still has to answer."""
        return self.reply in OPEN


OPEN = ("", ReferralAnswer.WAITING.value)
"""Not answered, or waiting."""
