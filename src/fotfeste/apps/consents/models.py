"""What the person has agreed to: statements with a day, never flags. The newest in force counts."""

from django.db import models

from fotfeste.apps.consents.models_signing import ConsentDocument, ConsentText, SigningTogether
from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.consent import Given, Identified
from fotfeste.domain.permissions import ConsentScope

__all__ = [
    "Answer",
    "ConsentDocument",
    "ConsentStatement",
    "ConsentText",
    "DisclosureStatement",
    "SigningTogether",
    "Stand",
]


class Answer(models.TextChoices):
    """What the person has answered."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class ConsentStatement(PersonRow):
    """What the person said about one consent, from one day.

    A statement brought in from a list opens nothing until it is confirmed in the program.
    `ended_at` is set when it is withdrawn or when a newer one takes its place.
    `text` is what was read and signed: none where the answer was told, or came from a list.
    """

    scope = models.CharField(max_length=32, choices=[(scope, scope) for scope in ConsentScope])
    answer = models.CharField(max_length=8, choices=Answer)
    stated_on = models.DateField()
    is_brought_in = models.BooleanField(default=False)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    end_kind = models.CharField(
        max_length=16, blank=True, choices=[(how, how) for how in ("withdrawn", "replaced", "lapsed")]
    )
    consequences_explained_on = models.DateField(null=True)
    may_be_taken_up_anonymously = models.BooleanField(null=True)
    archived_on = models.DateField(null=True)
    withdrawal_archived_on = models.DateField(null=True)
    given = models.CharField(max_length=20, choices=[(given, given) for given in Given], default=Given.TOLD)
    identified_by = models.CharField(max_length=16, blank=True, choices=[(how, how) for how in Identified])
    device_of = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    text = models.ForeignKey(ConsentText, null=True, on_delete=models.PROTECT, related_name="+")
    document_digest = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["person", "scope", "ended_at"], name="consents_in_force")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "scope"],
                condition=models.Q(ended_at=None),
                name="consents_one_in_force",
            )
        ]


class Stand(models.TextChoices):
    """How much may be told to employers."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"
    UNCLEAR = "unclear"


class DisclosureStatement(PersonRow):
    """What the person has said may be told to employers: in general, or to one employer.

    A general stand is a proposal, never an answer for an employer (I-4.3c). The wording is the person's own.
    """

    employer = models.ForeignKey("employers.Employer", null=True, on_delete=models.PROTECT, related_name="+")
    stand = models.CharField(max_length=8, choices=Stand)
    sealed_wording = SealedField(data_class=DataClass.HEALTH)
    stated_on = models.DateField()
    review_on = models.DateField(null=True)
    is_brought_in = models.BooleanField(default=False)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(ended_at=None, employer=None),
                name="consents_one_general_stand",
            ),
            models.UniqueConstraint(
                fields=["person", "employer"],
                condition=models.Q(ended_at=None) & ~models.Q(employer=None),
                name="consents_one_stand_an_employer",
            ),
        ]
