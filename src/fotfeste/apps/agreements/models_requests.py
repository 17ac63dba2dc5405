"""A request for an agreement, or an employer's interest. Never lost, never changed; answers stand beside."""

from django.db import models

from fotfeste.apps.people.asked_rows import AskedRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.agreements.answering import AskedFacts, AskedStatus, asked_status
from fotfeste.domain.agreements.requests import AskedAnswer, AskedBy, AskedFor, AskedThrough


class AgreementRequest(AskedRow):
    """What an office was asked for. Sealed with the house's key until the person is known, then anew."""

    agreement = models.ForeignKey(
        "agreements.Agreement", null=True, on_delete=models.PROTECT, related_name="requests"
    )
    asked_for = models.CharField(max_length=12, choices=[(each, each) for each in AskedFor])
    asked_by_whom = models.CharField(max_length=12, choices=[(each, each) for each in AskedBy])
    through = models.CharField(max_length=24, choices=[(each, each) for each in AskedThrough])
    organisation_number = models.CharField(max_length=9, blank=True)
    sealed_employer = SealedField(data_class=DataClass.PERSONAL)
    sealed_employer_contact = SealedField(data_class=DataClass.PERSONAL)
    sealed_employer_phone = SealedField(data_class=DataClass.PERSONAL)
    sealed_employer_email = SealedField(data_class=DataClass.PERSONAL)
    sealed_passed_on_by = SealedField(data_class=DataClass.PERSONAL)
    answer_by = models.DateField()
    answer = models.CharField(max_length=16, blank=True, choices=[(each, each) for each in AskedAnswer])
    sealed_answer = SealedField(data_class=DataClass.HEALTH)

    class Meta:
        indexes = [models.Index(fields=["office", "answer", "id"], name="agreements_asked_of_office")]

    @property
    def facts(self) -> AskedFacts:
        """What the rules are asked with."""
        return AskedFacts(
            asked_for=AskedFor(self.asked_for),
            answer=AskedAnswer(self.answer) if self.answer else None,
            is_seen=self.seen_on is not None,
            is_linked=self.person_id is not None,
        )

    @property
    def status(self) -> AskedStatus:
        """Where it stands."""
        return asked_status(self.facts)
