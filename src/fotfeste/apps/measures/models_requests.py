"""A request for a measure, or NAV's proposal of one. Never lost, never changed; answers stand beside."""

from django.db import models

from fotfeste.apps.people.asked_rows import AskedRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.measures.kinds import MeasureKind
from fotfeste.domain.measures.requests import (
    RequestAnswer,
    RequestChannel,
    RequestFacts,
    RequestStatus,
    status_of,
)


class MeasureRequest(AskedRow):
    """What somebody asked an office for, or was proposed by it."""

    case = models.ForeignKey(
        "measures.MeasureCase", null=True, on_delete=models.PROTECT, related_name="requests"
    )
    channel = models.CharField(max_length=16, choices=[(each, each) for each in RequestChannel])
    measure = models.CharField(
        max_length=24, default=MeasureKind.FOLLOW_UP, choices=[(each, each) for each in MeasureKind]
    )
    sealed_helper = SealedField(data_class=DataClass.SOCIAL)
    answer = models.CharField(max_length=16, blank=True, choices=[(each, each) for each in RequestAnswer])
    sealed_reason = SealedField(data_class=DataClass.HEALTH)

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
