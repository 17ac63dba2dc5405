"""A person's case about a measure: the need, the content, what was tried, how much. Rows stay."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.measures.closing import CloseCause
from fotfeste.domain.measures.content import ContentKind, TriedKind
from fotfeste.domain.measures.kinds import MeasureKind, TransitionFrom
from fotfeste.domain.measures.offer import AssessmentMeasure


class MeasureCase(PersonRow):
    """What a request leads to: one person, one need, one office that answers for it.

    `job` is the job the measure is tied to; `is_employed` says the branch, null until it is known.
    `sick_listed_from` is the first day of absence from that job.
    """

    office = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    measure = models.CharField(
        max_length=24, default=MeasureKind.FOLLOW_UP, choices=[(each, each) for each in MeasureKind]
    )
    opened_on = models.DateField()
    opened_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField(null=True)
    closed_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    close_cause = models.CharField(max_length=20, blank=True, choices=[(each, each) for each in CloseCause])
    sealed_close_words = SealedField(data_class=DataClass.HEALTH)
    is_employed = models.BooleanField(null=True)
    job = models.ForeignKey("employment.Employment", null=True, on_delete=models.PROTECT, related_name="+")
    sick_listed_from = models.DateField(null=True)
    is_fully_absent = models.BooleanField(default=True)
    sealed_born_on = SealedField(data_class=DataClass.PERSONAL)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["office", "closed_on", "id"], name="measures_cases_of_office")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "office"],
                condition=models.Q(closed_on=None),
                name="measures_one_open_case",
            )
        ]


class OfCase(PersonRow):
    """A row of a case, as it was written on a day. The newest counts; none is changed."""

    case = models.ForeignKey(MeasureCase, on_delete=models.PROTECT, related_name="%(class)ss")
    written_on = models.DateField()
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class NeedTalk(OfCase):
    """The need, talked through on a day: the chances in the labour market, and what length turns on (F-03).

    What nobody has established is null: taken as not so by the rules.
    """

    talked_on = models.DateField()
    sealed_chances = SealedField(data_class=DataClass.HEALTH)
    sealed_need = SealedField(data_class=DataClass.HEALTH)
    needs_more_help = models.BooleanField(null=True)
    needs_close_support = models.BooleanField(default=False)
    reduced_capacity = models.BooleanField(null=True)
    in_treatment = models.BooleanField(null=True)
    transition = models.CharField(
        max_length=8, default=TransitionFrom.NONE, choices=[(each, each) for each in TransitionFrom]
    )
    in_training = models.BooleanField(default=False)


class ContentPart(OfCase):
    """One part of the content, and why (F-04, F-10). `until_day` is set when it is no longer part of it."""

    part = models.CharField(max_length=32, choices=[(each, each) for each in ContentKind])
    sealed_words = SealedField(data_class=DataClass.HEALTH)
    sealed_why = SealedField(data_class=DataClass.HEALTH)
    until_day = models.DateField(null=True)


class TriedBefore(OfCase):
    """A task, an employer or help that was tried before, and how it went (F-04)."""

    tried = models.CharField(max_length=8, choices=[(each, each) for each in TriedKind])
    sealed_what = SealedField(data_class=DataClass.SOCIAL)
    sealed_how_it_went = SealedField(data_class=DataClass.HEALTH)


class AssessmentWeighed(OfCase):
    """Whether an assessment measure is needed first, as NAV and the person weighed it together (F-06)."""

    weighed = models.CharField(max_length=16, choices=[(each, each) for each in AssessmentMeasure])
    is_together = models.BooleanField()
    sealed_why = SealedField(data_class=DataClass.HEALTH)


class AmountAgreed(OfCase):
    """How much follow-up, from a day, and when it is looked at again (F-11)."""

    from_day = models.DateField()
    hours_a_week = models.DecimalField(max_digits=4, decimal_places=1)
    look_again_on = models.DateField(null=True)
    sealed_why = SealedField(data_class=DataClass.HEALTH)


class BenefitPutDown(OfCase):
    """What the person lives on, put down by NAV. `sealed_money` is JSON. The newest counts."""

    sealed_money = SealedField(data_class=DataClass.SOCIAL)
