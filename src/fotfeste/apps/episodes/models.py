"""The course of support: one episode from referral to discharge, and what happens in it."""

from datetime import date

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.meetings import FellThrough, MeetingState, state_of
from fotfeste.domain.method import Method
from fotfeste.domain.start_up_points import StartUpPoint


class Episode(PersonRow):
    """One course of support. Open-ended: neither a measure nor an agreement ends it. Its stage is derived.

    A referral that is not known stays None, and the agenda asks for it. Coming back takes a new episode.
    `consents_said` are codes of what the referral said the person agrees to: a proposal, which opens nothing.
    """

    referred_on = models.DateField(null=True)
    sealed_referrer = SealedField(data_class=DataClass.SOCIAL)
    accepted_on = models.DateField(null=True)
    method = models.CharField(max_length=24, default=Method.IPS, choices=[(each, each) for each in Method])
    information_talk = models.CharField(
        max_length=8,
        default="unknown",
        choices=[("held", "held"), ("not_held", "not_held"), ("unknown", "unknown")],
    )
    consents_said = models.JSONField(default=list)
    sealed_delay_cause = SealedField(data_class=DataClass.HEALTH)
    discharged_on = models.DateField(null=True)
    start_up_finished_on = models.DateField(null=True)
    can_help = models.BooleanField(null=True)
    sealed_joint_answer = SealedField(data_class=DataClass.HEALTH)
    sealed_offered_by = SealedField(data_class=DataClass.HEALTH)
    contingency_plan_on = models.DateField(null=True)
    sealed_contingency_plan = SealedField(data_class=DataClass.HEALTH)
    sealed_agreed_problems = SealedField(data_class=DataClass.HEALTH)
    is_plan_made_together = models.BooleanField(null=True)
    agreed_problem_on = models.DateField(null=True)
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
    CLINICIAN = "clinician"
    NAV = "nav"
    EMPLOYER = "employer"


class Meeting(PersonRow):
    """A meeting: `held_on` is the day it was held, or is planned for while `is_held` is false.

    Never deleted: one that was not held says why in `fell_through`. What it is today is derived from this
    (domain/meetings.py). `invited` and `came` are codes of `Attendant`; `moved_from` are earlier days.
    `sealed_people` names those chosen from the people around, one on a line: as they were called that day.
    """

    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=16, choices=MeetingKind)
    held_on = models.DateField()
    starts_at = models.TimeField(null=True)
    is_held = models.BooleanField(default=True)
    fell_through = models.CharField(max_length=16, blank=True, choices=[(why, why) for why in FellThrough])
    moved_from = models.JSONField(default=list)
    invited = models.JSONField(default=list)
    came = models.JSONField(default=list)
    is_nav_wished = models.BooleanField(default=False)
    sealed_where = SealedField(data_class=DataClass.HEALTH)
    sealed_others = SealedField(data_class=DataClass.HEALTH)
    sealed_people = SealedField(data_class=DataClass.HEALTH)
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
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_held=False) | models.Q(fell_through=""),
                name="episodes_meeting_held_or_not",
            )
        ]

    @property
    def is_planned(self) -> bool:
        """Whether it is agreed, and nobody has said what became of it."""
        return not self.is_held and not self.fell_through

    def state(self, on: date) -> MeetingState:
        """What it is on that day."""
        return state_of(
            self.held_on,
            on=on,
            is_held=self.is_held,
            fell_through=FellThrough(self.fell_through) if self.fell_through else None,
            was_moved=bool(self.moved_from),
        )


class PointDone(PersonRow):
    """A point of the start-up's agenda that has been gone through: when, by whom, at which meeting."""

    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="points_done")
    code = models.CharField(max_length=32, choices=[(point, point) for point in StartUpPoint])
    done_on = models.DateField()
    done_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["episode", "code"], name="episodes_point_once")]


class ContactAttempt(PersonRow):
    """Somebody tried to reach the person, and did or did not."""

    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="attempts")
    on = models.DateField()
    at = models.DateTimeField()
    was_reached = models.BooleanField()
    by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")


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


from fotfeste.apps.episodes.models_guideline import GuidelineApplied  # noqa: E402, F401  # found by Django here
from fotfeste.apps.episodes.models_holds import HospitalStay, SearchHold  # noqa: E402, F401  # found by Django here
from fotfeste.apps.episodes.models_referrals import SentReferral  # noqa: E402, F401  # Django finds models here
