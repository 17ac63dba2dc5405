"""The providers: what NAV has agreed with them, who is whose guide, and what they propose to NAV."""

import uuid

from django.db import models

from fotfeste.apps.measures.models_participations import OfParticipation
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.measures.kinds import MeasureKind


class FrameworkAgreement(models.Model):
    """A contract with a provider: for which measure, from when to when, how many places, for which offices.

    Both days are counted in; `until_day` is null where no end is agreed.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    provider = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    measure = models.CharField(max_length=24, choices=[(each, each) for each in MeasureKind])
    from_day = models.DateField()
    until_day = models.DateField(null=True)
    places = models.PositiveIntegerField()
    offices = models.ManyToManyField("people.Unit", related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_day=None) | models.Q(until_day__gte=models.F("from_day")),
                name="measures_agreement_in_order",
            )
        ]


class AgreementVersion(models.Model):
    """An agreement as it stood after somebody made or changed it. Rows stay: they are its history."""

    agreement = models.ForeignKey(FrameworkAgreement, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    from_day = models.DateField()
    until_day = models.DateField(null=True)
    places = models.PositiveIntegerField()
    office_names = models.JSONField(default=list)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agreement", "number"], name="measures_agreement_version_once")
        ]


class ProviderChange(OfParticipation):
    """The participation went from one provider (none, before one was named) to another, and why."""

    before = models.ForeignKey("people.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    after = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    sealed_why = SealedField(data_class=DataClass.HEALTH)


class GuideAssignment(OfParticipation):
    """Who is the guide, from one day to another; one at a time. What opens the record is the relation."""

    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    relation = models.ForeignKey("people.Relation", null=True, on_delete=models.PROTECT, related_name="+")
    from_day = models.DateField()
    until_day = models.DateField(null=True)
    sealed_handover = SealedField(data_class=DataClass.HEALTH)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participation"],
                condition=models.Q(until_day=None),
                name="measures_one_guide_at_a_time",
            )
        ]


class ProposalKind(models.TextChoices):
    """What a provider proposes."""

    EXTEND = "extend"
    END = "end"
    SHORTEN = "shorten"
    AMOUNT = "amount"
    CONTENT = "content"
    AIM = "aim"


class ProposalAnswer(models.TextChoices):
    """What NAV answered."""

    ACCEPTED = "accepted"
    REFUSED = "refused"


class ProviderProposal(OfParticipation):
    """A proposal from the provider, and NAV's answer with why. It changes nothing by itself."""

    kind = models.CharField(max_length=12, choices=ProposalKind)
    wanted_day = models.DateField(null=True)
    hours_a_week = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    sealed_why = SealedField(data_class=DataClass.HEALTH)
    answer = models.CharField(max_length=12, blank=True, choices=ProposalAnswer)
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    sealed_reason = SealedField(data_class=DataClass.HEALTH)
