"""The employer's side: who was invited, who came, and what NAV was sent from there."""

from django.db import models

from fotfeste.apps.agreements.models_agreements import OfAgreement
from fotfeste.apps.vault.fields import DataClass, SealedField


class EmployerInvitation(OfAgreement):
    """An invitation to one person at one business. The link opens nothing without the code told another way.

    Only fingerprints of link and code are kept. It is used once, runs out, and is closed after some wrong
    codes.
    """

    organisation_number = models.CharField(max_length=9)
    sealed_name = SealedField(data_class=DataClass.PERSONAL)
    sealed_email = SealedField(data_class=DataClass.PERSONAL)
    may_sign = models.BooleanField(default=True)
    fingerprint = models.BinaryField(unique=True, max_length=32)
    code_fingerprint = models.BinaryField(max_length=32)
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    invited_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    used_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(null=True)


class EmployerMember(OfAgreement):
    """Somebody at the employer who may see this agreement, and whether they may sign for the business.

    The relation opens the door; it ends when they leave, when the employer is no longer a party, or some
    weeks after the end.
    """

    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    relation = models.OneToOneField("people.Relation", on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    may_sign = models.BooleanField()
    from_day = models.DateField()
    until_day = models.DateField(null=True)
    let_in_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "account"],
                condition=models.Q(until_day=None),
                name="agreements_member_once",
            )
        ]


class EmployerSentPlan(OfAgreement):
    """The follow-up plan for an employee, written or uploaded by the employer, that NAV needs (F-09)."""

    sent_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    sealed_words = SealedField(data_class=DataClass.HEALTH)
    taken_over_on = models.DateField(null=True)
    taken_over_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")


class AgreementNotice(OfAgreement):
    """Something a party is told: read in the program, told of by neutral mail, or by letter on paper."""

    account = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    party = models.CharField(max_length=12)
    code = models.CharField(max_length=40)
    on = models.DateField()
    is_paper = models.BooleanField(default=False)
    seen_at = models.DateTimeField(null=True)
    printed_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["account", "seen_at"], name="agreements_unread")]
