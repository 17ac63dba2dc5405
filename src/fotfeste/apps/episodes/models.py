"""The course of support: one episode from referral to discharge, and what happens in it."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField


class Episode(PersonRow):
    """One course of support. Open-ended: neither a measure nor an agreement ends it. Its stage is derived.

    A referral that is not known stays None, and the agenda asks for it. Coming back takes a new episode.
    """

    referred_on = models.DateField(null=True)
    sealed_referrer = SealedField(data_class=DataClass.SOCIAL)
    accepted_on = models.DateField(null=True)
    information_talk = models.CharField(
        max_length=8,
        default="unknown",
        choices=[("held", "held"), ("not_held", "not_held"), ("unknown", "unknown")],
    )
    sealed_delay_cause = SealedField(data_class=DataClass.HEALTH)
    discharged_on = models.DateField(null=True)
    start_up_finished_on = models.DateField(null=True)
    contingency_plan_on = models.DateField(null=True)
    sealed_contingency_plan = SealedField(data_class=DataClass.HEALTH)
    first_employer_contact_on = models.DateField(null=True)
    reflected_on = models.JSONField(default=list)
    guideline_version = models.CharField(max_length=32)
    brought_in_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(discharged_on=None), name="episodes_one_open"
            )
        ]


class MeetingKind(models.TextChoices):
    """What the meeting is."""

    START_UP = "start_up"
    JOBSEEKER = "jobseeker"
    FOLLOW_ALONG = "follow_along"


class Meeting(PersonRow):
    """A meeting: `held_on` is the day it was held, or is planned for while `is_held` is false."""

    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=16, choices=MeetingKind)
    held_on = models.DateField()
    is_held = models.BooleanField(default=True)
    clinician_attended = models.BooleanField(null=True)
    place_kind = models.CharField(
        max_length=16,
        default="unknown",
        choices=[
            ("neutral", "neutral"),
            ("office", "office"),
            ("treatment", "treatment"),
            ("workplace", "workplace"),
            ("phone", "phone"),
            ("unknown", "unknown"),
        ],
    )
    is_brought_in = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["episode", "kind", "held_on"], name="episodes_meetings_in_order")]


class CaseNote(PersonRow):
    """Something written about the person. Sealed; never in a list, a mail or a log."""

    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="notes")
    sealed_text = SealedField(data_class=DataClass.HEALTH)
    written_on = models.DateField()
    written_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    is_brought_in = models.BooleanField(default=False)


class OpenQuestion(PersonRow):
    """Something a list left open, or said in a way that must be cleared up. Never answered by a default."""

    code = models.CharField(max_length=64)
    column = models.CharField(max_length=48, blank=True)
    sealed_as_written = SealedField(data_class=DataClass.HEALTH)
    raised_on = models.DateField()
    settled_on = models.DateField(null=True)
    settled_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    ask_again_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "code"],
                condition=models.Q(settled_on=None),
                name="episodes_question_asked_once",
            )
        ]
