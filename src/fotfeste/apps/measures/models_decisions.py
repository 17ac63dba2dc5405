"""A decision: who made it, on what grounds, until when it can be complained of. Never changed."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.measures.deciding import DecisionKind, MainGoal
from fotfeste.domain.measures.extending import MeasureAim
from fotfeste.domain.measures.kinds import MeasureKind


class MeasureDecision(PersonRow):
    """What NAV decided. Where `needs_second`, it counts for nothing until another adviser has approved it.

    `sealed_facts` is JSON: the facts the rules were asked with. `told_on` is the day the person was told,
    which `complain_by` is counted from; both null until then. `rules` names the rules and their sources.
    """

    case = models.ForeignKey("measures.MeasureCase", on_delete=models.PROTECT, related_name="decisions")
    participation = models.ForeignKey(
        "measures.Participation", null=True, on_delete=models.PROTECT, related_name="decisions"
    )
    kind = models.CharField(max_length=24, choices=[(each, each) for each in DecisionKind])
    measure = models.CharField(max_length=24, choices=[(each, each) for each in MeasureKind])
    aim = models.CharField(max_length=8, blank=True, choices=[(each, each) for each in MeasureAim])
    main_goal = models.CharField(max_length=12, blank=True, choices=[(each, each) for each in MainGoal])
    sealed_need_group = SealedField(data_class=DataClass.HEALTH)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    sealed_reasons = SealedField(data_class=DataClass.HEALTH)
    sealed_facts = SealedField(data_class=DataClass.HEALTH)
    rules = models.JSONField(default=list)
    decided_on = models.DateField()
    decided_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    needs_second = models.BooleanField(default=False)
    second_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    second_on = models.DateField(null=True)
    dropped_on = models.DateField(null=True)
    told_on = models.DateField(null=True)
    complain_by = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["case", "-id"], name="measures_decisions_of_case")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day=None) | models.Q(last_day__gte=models.F("first_day")),
                name="measures_decision_in_order",
            )
        ]

    @property
    def counts(self) -> bool:
        """Whether it is in force: nothing more is asked of anybody, and nobody has dropped it."""
        return self.dropped_on is None and (not self.needs_second or self.second_on is not None)
