"""What was promised and what came of it; contact that was had; questions and answers (A-03, A-05, A-07)."""

from django.db import models

from fotfeste.apps.agreements.models_agreements import OfAgreement
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.agreements.content import Instrument, LineKind
from fotfeste.domain.agreements.parties import NavUnit, Party, Towards
from fotfeste.domain.job_support import SupportFrequency


class AgreedPromise(OfAgreement):
    """A promise of the version in force, kept beside it so that lists need not open texts.

    `line` is the line's key through all versions; `text` the version that gave it its words. Whether it is
    kept, late or broken follows from its days. `ended_on`: no longer part of the agreement.
    """

    line = models.UUIDField()
    text = models.ForeignKey("agreements.AgreementText", on_delete=models.PROTECT, related_name="promises")
    kind = models.CharField(max_length=16, choices=[(each, each) for each in LineKind])
    owner = models.CharField(max_length=12, choices=[(each, each) for each in Party])
    towards = models.CharField(max_length=12, choices=[(each, each) for each in Towards])
    instrument = models.CharField(max_length=24, blank=True, choices=[(each, each) for each in Instrument])
    nav_unit = models.CharField(max_length=24, blank=True, choices=[(each, each) for each in NavUnit])
    every = models.CharField(max_length=16, blank=True, choices=[(each, each) for each in SupportFrequency])
    sealed_text = SealedField(data_class=DataClass.HEALTH)
    sealed_responsible = SealedField(data_class=DataClass.PERSONAL)
    is_for_employer = models.BooleanField(default=False)
    from_day = models.DateField(null=True)
    until_day = models.DateField(null=True)
    deadline = models.DateField(null=True)
    first_deadline = models.DateField(null=True)
    applied_on = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    kept_on = models.DateField(null=True)
    broken_on = models.DateField(null=True)
    sealed_words = SealedField(data_class=DataClass.HEALTH)
    said_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "line"], name="agreements_promise_once")]
        indexes = [
            models.Index(
                fields=["deadline", "id"],
                name="agreements_promises_open",
                condition=models.Q(kept_on=None, broken_on=None, ended_on=None),
            )
        ]


class RegularContact(OfAgreement):
    """Contact that NAV had with the person or the employer, as agreed (A-07)."""

    with_party = models.CharField(max_length=12, choices=[(each, each) for each in Party])
    had_on = models.DateField()
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    sealed_words = SealedField(data_class=DataClass.HEALTH)


class AgreementQuestion(OfAgreement):
    """A question to the contact person, and the answer. The time between is held against what was agreed."""

    asked_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    asked_party = models.CharField(max_length=12, choices=[(each, each) for each in Party])
    asked_at = models.DateTimeField()
    answer_by = models.DateField()
    sealed_question = SealedField(data_class=DataClass.HEALTH)
    answered_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    sealed_answer = SealedField(data_class=DataClass.HEALTH)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(
                fields=["answer_by", "id"],
                name="agreements_unanswered",
                condition=models.Q(answered_at=None),
            )
        ]


class EndingAsked(OfAgreement):
    """A party asks that the agreement ends, and what NAV answered (A-10)."""

    asked_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    asked_party = models.CharField(max_length=12, choices=[(each, each) for each in Party])
    asked_on = models.DateField()
    sealed_why = SealedField(data_class=DataClass.HEALTH)
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    sealed_answer = SealedField(data_class=DataClass.HEALTH)
