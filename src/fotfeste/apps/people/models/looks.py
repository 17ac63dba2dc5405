"""What people ask about looks in the log, and who has gone through it."""

import uuid

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField


class LookQuestion(PersonRow):
    """The person asks why somebody looked. `seq` is the row in the log, `actor` who looked, as it has it."""

    seq = models.BigIntegerField()
    actor = models.UUIDField(null=True)
    looked_at = models.DateTimeField()
    sealed_text = SealedField(data_class=DataClass.HEALTH)
    asked_at = models.DateTimeField()
    sealed_answer = SealedField(data_class=DataClass.HEALTH)
    answered_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "seq"], name="people_question_once_a_look"),
        ]
        indexes = [models.Index(fields=["answered_at", "person"], name="people_questions_unanswered")]


class ReviewOutcome(models.TextChoices):
    """What going through the log led to. In words it is talked about, not written here."""

    IN_ORDER = "in_order"
    FOLLOWED_UP = "followed_up"


class LogReview(models.Model):
    """Somebody has gone through the looks of a member of staff in a period, and signed for it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    staff = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    reviewer = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    from_day = models.DateField()
    until_day = models.DateField()
    looks = models.PositiveIntegerField()
    pointed_out = models.PositiveIntegerField()
    outcome = models.CharField(max_length=16, choices=ReviewOutcome)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["staff", "-until_day"], name="people_reviews_of_staff")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(staff=models.F("reviewer")), name="people_nobody_reviews_themselves"
            ),
            models.CheckConstraint(
                condition=models.Q(until_day__gte=models.F("from_day")), name="people_review_ends_after_start"
            ),
        ]
