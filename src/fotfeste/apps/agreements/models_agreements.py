"""The agreement, its lines while they are being written, and what was assessed together before (A-13)."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.agreements.content import GoalKind, Instrument, LineKind
from fotfeste.domain.agreements.ending import EndCause
from fotfeste.domain.agreements.parties import NavUnit, Party, Towards
from fotfeste.domain.agreements.requests import TargetGroup
from fotfeste.domain.agreements.target_group import EmployerPart
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.job_support import SupportFrequency


class Agreement(PersonRow):
    """What one person, NAV and perhaps an employer agree. Where it stands follows from versions and days.

    `used_on` is the day NAV decided that the agreement is used (A-06). `changed_on` is the last day anybody
    worked on the draft: an untouched draft runs out. `review_asked_on` is set when something happened that
    leads to review, and taken away when it was held.
    """

    office = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    employer = models.ForeignKey(
        "employers.Employer", null=True, on_delete=models.PROTECT, related_name="agreements"
    )
    used_on = models.DateField()
    decided_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    target_group = models.CharField(max_length=8, choices=[(each, each) for each in TargetGroup])
    sealed_why = SealedField(data_class=DataClass.HEALTH)
    sealed_born_on = SealedField(data_class=DataClass.PERSONAL)
    reduced_capacity = models.BooleanField(null=True)
    employer_part = models.CharField(
        max_length=12, default=EmployerPart.NONE_YET, choices=[(each, each) for each in EmployerPart]
    )
    sealed_employer_name = SealedField(data_class=DataClass.PERSONAL)
    sealed_employer_phone = SealedField(data_class=DataClass.PERSONAL)
    sealed_employer_email = SealedField(data_class=DataClass.PERSONAL)
    review_on = models.DateField(null=True)
    review_asked_on = models.DateField(null=True)
    changed_on = models.DateField()
    lapsed_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    end_cause = models.CharField(max_length=20, blank=True, choices=[(each, each) for each in EndCause])
    sealed_end_words = SealedField(data_class=DataClass.HEALTH)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["office", "ended_on", "id"], name="agreements_of_office")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "office"],
                condition=models.Q(ended_on=None, lapsed_on=None),
                name="agreements_one_open",
            )
        ]


class OfAgreement(PersonRow):
    """A row of an agreement."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="%(class)ss")

    class Meta:
        abstract = True


class JointAssessment(OfAgreement):
    """What follow-up and measures are needed, assessed by NAV with the person and the employer (A-13).

    The newest counts; none is changed. `with_employer` is null where there is none yet.
    """

    assessed_on = models.DateField()
    with_person = models.BooleanField()
    with_employer = models.BooleanField(null=True)
    sealed_follow_up = SealedField(data_class=DataClass.HEALTH)
    sealed_measures = SealedField(data_class=DataClass.HEALTH)
    sealed_person_says = SealedField(data_class=DataClass.HEALTH)
    sealed_employer_says = SealedField(data_class=DataClass.HEALTH)
    sealed_why_not_together = SealedField(data_class=DataClass.HEALTH)
    written_on = models.DateField()
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")


class DraftLine(OfAgreement):
    """A line as it stands in the draft. Its `public_id` is its key through all versions.

    Whoever wrote it is a party (`written_by_party`). `removed_on`: no longer part of the draft.
    """

    kind = models.CharField(max_length=16, choices=[(each, each) for each in LineKind])
    topic = models.CharField(max_length=16, blank=True, choices=[(each, each) for each in Topic])
    owner = models.CharField(max_length=12, choices=[(each, each) for each in Party])
    towards = models.CharField(max_length=12, choices=[(each, each) for each in Towards])
    instrument = models.CharField(max_length=24, blank=True, choices=[(each, each) for each in Instrument])
    goal = models.CharField(max_length=16, blank=True, choices=[(each, each) for each in GoalKind])
    nav_unit = models.CharField(max_length=24, blank=True, choices=[(each, each) for each in NavUnit])
    every = models.CharField(max_length=16, blank=True, choices=[(each, each) for each in SupportFrequency])
    from_day = models.DateField(null=True)
    until_day = models.DateField(null=True)
    deadline = models.DateField(null=True)
    sealed_text = SealedField(data_class=DataClass.HEALTH)
    sealed_responsible = SealedField(data_class=DataClass.PERSONAL)
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    written_by_party = models.CharField(max_length=12, choices=[(each, each) for each in Party])
    written_on = models.DateField()
    removed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)


class ContactPerson(OfAgreement):
    """The fixed contact person in NAV, from a day to a day, and the relation that opens for them (A-04)."""

    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    relation = models.OneToOneField("people.Relation", on_delete=models.PROTECT, related_name="+")
    from_day = models.DateField()
    until_day = models.DateField(null=True)
    named_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    sealed_handover = SealedField(data_class=DataClass.HEALTH)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement"], condition=models.Q(until_day=None), name="agreements_one_contact"
            )
        ]


class AgreementReview(OfAgreement):
    """The parties went through the agreement, and agreed when to do it again (A-10)."""

    held_on = models.DateField()
    with_person = models.BooleanField()
    with_employer = models.BooleanField()
    sealed_words = SealedField(data_class=DataClass.HEALTH)
    next_on = models.DateField()
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")


class SharedWithSpecialist(OfAgreement):
    """The jobseeker lets the own specialist read this agreement, from a day until it is taken back."""

    from_day = models.DateField()
    until_day = models.DateField(null=True)
