"""What is said in the assessment, and the career profile in versions. Nothing is overwritten."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.career_profile_sections import ProfileSection
from fotfeste.domain.vocational_assessment import AssessmentArea, Capacity, ContributionKind

_CAPACITIES = [(each, each) for each in Capacity]


class Contribution(PersonRow):
    """One thing put down in an area, by one of the two. Changing it makes a new row that replaces it.

    `sealed_use` says of a strength where in working life it is useful (W-05).
    """

    area = models.CharField(max_length=16, choices=[(each, each) for each in AssessmentArea])
    kind = models.CharField(max_length=16, choices=[(each, each) for each in ContributionKind])
    sealed_text = SealedField(data_class=DataClass.HEALTH)
    sealed_use = SealedField(data_class=DataClass.HEALTH)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=16, choices=_CAPACITIES)
    on = models.DateField()
    at = models.DateTimeField()
    meeting = models.ForeignKey("episodes.Meeting", null=True, on_delete=models.PROTECT, related_name="+")
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["person", "area"], name="profiles_said_by_area")]


class ProfileText(PersonRow):
    """The text of one part of the profile, from version `number` until the version that replaced it.

    Each saving is a version of the whole profile; only the parts that changed have a row in it.
    """

    number = models.PositiveIntegerField()
    section = models.CharField(max_length=16, choices=[(each, each) for each in ProfileSection])
    sealed_text = SealedField(data_class=DataClass.HEALTH)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=16, choices=_CAPACITIES)
    on = models.DateField()
    at = models.DateTimeField()
    replaced_in = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "number", "section"], name="profiles_section_once_a_version"
            ),
            models.UniqueConstraint(
                fields=["person", "section"],
                condition=models.Q(replaced_in=None),
                name="profiles_one_text_in_force",
            ),
        ]


class ProfileReview(PersonRow):
    """The clinician asked to go through a version: asked, seen, answered, each with its day (I-4.2b).

    `comment_seen_on`: the day the specialist had read what the clinician wrote.
    """

    number = models.PositiveIntegerField()
    clinician = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    seen_at = models.DateTimeField(null=True)
    answered_on = models.DateField(null=True)
    sealed_comment = SealedField(data_class=DataClass.HEALTH)
    comment_seen_on = models.DateField(null=True)
    taken_back_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["clinician", "person"],
                name="profiles_open_reviews",
                condition=models.Q(answered_on=None, taken_back_on=None),
            )
        ]


class CarriedOver(PersonRow):
    """Parts of a version that were put into NAV's case-worker system, and by whom (I-4.2d)."""

    number = models.PositiveIntegerField()
    sections = models.JSONField(default=list)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField()


class OnePage(PersonRow):
    """The page in plain words that the jobseeker owns, in versions: the newest counts."""

    number = models.PositiveIntegerField()
    sealed_who = SealedField(data_class=DataClass.HEALTH)
    sealed_can = SealedField(data_class=DataClass.HEALTH)
    sealed_wants = SealedField(data_class=DataClass.HEALTH)
    sealed_helps = SealedField(data_class=DataClass.HEALTH)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "number"], name="profiles_page_in_versions")]


class Draft(PersonRow):
    """What somebody has typed and not saved yet, for that person alone. Gone when it is saved or thrown away.

    `where` is the form and what it is about; `sealed_text` the fields as JSON.
    """

    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    where = models.CharField(max_length=128)
    sealed_text = SealedField(data_class=DataClass.HEALTH)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "by", "where"], name="profiles_one_draft_a_form")
        ]
