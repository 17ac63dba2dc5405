"""A request for a measure, or NAV's proposal of one. Never lost, never changed; answers stand beside."""

from django.db import models

from fotfeste.apps.people.rows import SealedRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.measures.kinds import MeasureKind
from fotfeste.domain.measures.requests import (
    RequestAnswer,
    RequestChannel,
    RequestFacts,
    RequestStatus,
    status_of,
)

LONGEST_RECEIPT = 24


class MeasureRequest(SealedRow):
    """What somebody asked an office for, or was proposed by it.

    Until `person` is known it is sealed with the house's key; linking seals it anew with the person's.
    `receipt` is a code nobody can guess: whoever has it sees the status, and nothing else.
    """

    office = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(
        "measures.MeasureCase", null=True, on_delete=models.PROTECT, related_name="requests"
    )
    channel = models.CharField(max_length=16, choices=[(each, each) for each in RequestChannel])
    measure = models.CharField(
        max_length=24, default=MeasureKind.FOLLOW_UP, choices=[(each, each) for each in MeasureKind]
    )
    receipt = models.CharField(max_length=LONGEST_RECEIPT, unique=True)
    sealed_name = SealedField(data_class=DataClass.PROTECTED_IDENTITY)
    sealed_phone = SealedField(data_class=DataClass.PROTECTED_IDENTITY)
    sealed_email = SealedField(data_class=DataClass.PROTECTED_IDENTITY)
    sealed_wish = SealedField(data_class=DataClass.HEALTH)
    sealed_helper = SealedField(data_class=DataClass.SOCIAL)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    seen_on = models.DateField(null=True)
    seen_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=16, blank=True, choices=[(each, each) for each in RequestAnswer])
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    sealed_reason = SealedField(data_class=DataClass.HEALTH)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["office", "answer", "id"], name="measures_requests_of_office")]

    @property
    def facts(self) -> RequestFacts:
        """What the rules are asked with."""
        return RequestFacts(
            channel=RequestChannel(self.channel),
            answer=RequestAnswer(self.answer) if self.answer else None,
            is_seen=self.seen_on is not None,
            is_linked=self.person_id is not None,
        )

    @property
    def status(self) -> RequestStatus:
        """Where it stands."""
        return status_of(self.facts)
