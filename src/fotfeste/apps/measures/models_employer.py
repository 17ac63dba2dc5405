"""What the employer has done (§ 1-8), and what whoever issues the sick note has been told (F-14)."""

from django.db import models

from fotfeste.apps.measures.models_cases import OfCase
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.measures.employer_gate import InHouseMeasures


class PlanChannel(models.TextChoices):
    """How the plan came."""

    PAPER = "paper"
    DIGITAL = "digital"


class EmployerPlan(OfCase):
    """The employer's follow-up plan as NAV has it, and what it documents. The newest counts.

    `received_on` is null when only the duty or the in-house measures are told of. `duty_met`: the employer's
    accommodation duty (aml. § 4-2).
    """

    job = models.ForeignKey("employment.Employment", on_delete=models.PROTECT, related_name="+")
    received_on = models.DateField(null=True)
    channel = models.CharField(max_length=8, blank=True, choices=PlanChannel)
    duty_met = models.BooleanField(null=True)
    in_house = models.CharField(
        max_length=16, default=InHouseMeasures.UNKNOWN, choices=[(each, each) for each in InHouseMeasures]
    )
    sealed_what = SealedField(data_class=DataClass.HEALTH)


class SickNoteIssuer(OfCase):
    """Who issues the sick note, from a day. The newest counts."""

    sealed_name = SealedField(data_class=DataClass.PERSONAL)
    sealed_where = SealedField(data_class=DataClass.PERSONAL)
    from_day = models.DateField()


class IssuerEvent(models.TextChoices):
    """What the issuer is told of."""

    ASSESSMENT = "assessment"
    ENROLMENT = "enrolment"


class IssuerNotice(OfCase):
    """A letter to whoever issues the sick note. `sent_on` is null until it has gone."""

    issuer = models.ForeignKey(SickNoteIssuer, on_delete=models.PROTECT, related_name="notices")
    event = models.CharField(max_length=12, choices=IssuerEvent)
    event_on = models.DateField()
    sealed_words = SealedField(data_class=DataClass.HEALTH)
    sent_on = models.DateField(null=True)
