"""Taking part in a measure: its days, its breaks, and what the provider writes."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models.functions import Greatest

from fotfeste.apps.people.models import Relation
from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.measures.ending import EndCause
from fotfeste.domain.measures.extending import MeasureAim
from fotfeste.domain.measures.kinds import MeasureKind
from fotfeste.domain.measures.providers import guide_sees_until
from fotfeste.parameters import PROVIDER_LIMITS


class Participation(PersonRow):
    """One participation. It has days of its own, never those of the course or of an agreement.

    `starts_on` and `last_day` are as NAV has decided; `first_start` is the day it really began, null until
    the provider has confirmed it. The ceilings are counted from `clock_from`, and nothing moves it later.
    """

    case = models.ForeignKey("measures.MeasureCase", on_delete=models.PROTECT, related_name="participations")
    office = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    provider = models.ForeignKey("people.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    measure = models.CharField(max_length=24, choices=[(each, each) for each in MeasureKind])
    aim = models.CharField(max_length=8, choices=[(each, each) for each in MeasureAim])
    job = models.ForeignKey("employment.Employment", null=True, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    first_start = models.DateField(null=True)
    last_day = models.DateField()
    confirmed_on = models.DateField(null=True)
    confirmed_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True)
    end_cause = models.CharField(max_length=24, blank=True, choices=[(each, each) for each in EndCause])
    sealed_end_words = SealedField(data_class=DataClass.HEALTH)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["provider", "ended_on", "id"], name="measures_of_provider"),
            models.Index(fields=["ended_on", "last_day"], name="measures_run_out"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("starts_on")),
                name="measures_participation_days",
            )
        ]

    @property
    def clock_from(self) -> date:
        """The day every ceiling is counted from."""
        return self.first_start or self.starts_on

    @property
    def fell_away(self) -> bool:
        """Whether it ended before its first day, or before the provider had seen anybody start."""
        if self.ended_on is None:
            return False
        return self.ended_on < self.clock_from or (self.first_start is None and self.provider_id is not None)

    @property
    def seen_until(self) -> date:
        """The last day the guide sees it. What ended before there was a number is judged by the first."""
        end = self.ended_on or self.last_day
        first = PROVIDER_LIMITS.versions[-1].effect_from
        return guide_sees_until(end, PROVIDER_LIMITS.on(max(end, first)))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Whatever moves the end moves how long the guide's relation opens. No act can forget it."""
        super().save(*args, **kwargs)
        if self.first_start is None:
            return
        now = self.guideassignments.filter(until_day=None).values("relation")
        last = Greatest(models.F("from_day"), models.Value(self.seen_until, models.DateField()))
        Relation.objects.filter(pk__in=now).update(until_day=last)


class OfParticipation(PersonRow):
    """A row of a participation, as it was written on a day."""

    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="%(class)ss")
    written_on = models.DateField()
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Interruption(OfParticipation):
    """A break in the participation. It is on record and moves no ceiling. Both days are counted in."""

    from_day = models.DateField()
    until_day = models.DateField(null=True)
    sealed_why = SealedField(data_class=DataClass.HEALTH)


class ReportKind(models.TextChoices):
    """Which of the provider's texts it is (FOR-2015-12-11-1598 § 4-5)."""

    ASSESSMENT = "assessment"
    FINAL = "final"


class MeasureReport(OfParticipation):
    """What the provider wrote of how it goes. The final one says where the person stands in working life."""

    kind = models.CharField(max_length=12, choices=ReportKind)
    sealed_words = SealedField(data_class=DataClass.HEALTH)
    sealed_work_status = SealedField(data_class=DataClass.SOCIAL)
