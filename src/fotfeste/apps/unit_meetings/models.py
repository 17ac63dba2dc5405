"""Meetings of the team, who is there, what is taken up, what is decided; and who agrees to be named."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow, SealedRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.consent import Given
from fotfeste.domain.unit_meeting import AgendaKind, LineOfWork, UnitMeetingKind

KINDS = [(kind, kind) for kind in UnitMeetingKind]


class NamingStatement(PersonRow):
    """Whether the person may be named in one kind of meeting of one unit. Dated, with the text that was read.

    Opens nothing but the name in those meetings. Without one nobody is named.
    """

    kind = models.CharField(max_length=16, choices=KINDS)
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    agrees = models.BooleanField()
    stated_on = models.DateField()
    text_version = models.CharField(max_length=16)
    given = models.CharField(max_length=20, choices=[(given, given) for given in Given])
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "unit"],
                condition=models.Q(ended_at=None),
                name="unit_meetings_one_naming",
            )
        ]


class UnitMeeting(SealedRow):
    """A meeting of an IPS team; with a treatment team where it is their weekly one. Never deleted.

    `guests` are those who have no role here: of them nothing is known, so nobody is named before them.
    """

    kind = models.CharField(max_length=16, choices=KINDS)
    team = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    treatment_team = models.ForeignKey("people.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField()
    starts_at = models.TimeField(null=True)
    place = models.CharField(max_length=80, blank=True)
    guests = models.CharField(max_length=200, blank=True)
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField(null=True)
    closed_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["team", "-held_on"], name="unit_meetings_of_team"),
            models.Index(fields=["treatment_team", "-held_on"], name="unit_meetings_of_treatment"),
        ]


class Attendance(models.Model):
    """Somebody who is there, in the role in which they are there."""

    meeting = models.ForeignKey(UnitMeeting, on_delete=models.CASCADE, related_name="attendances")
    membership = models.ForeignKey("people.Membership", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "membership"], name="unit_meetings_there_once")
        ]


class AgendaItem(SealedRow):
    """Something to take up. About a person it is sealed with their key, else with one of the house.

    `why` is the rule's code and facts where the program put it there; `put_by` who did otherwise.
    `wants_name`: whoever put it there would name the person. Whether they are named is asked at each look.
    `was_named`: the text was written while the person was named.
    """

    meeting = models.ForeignKey(UnitMeeting, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField(max_length=16, choices=[(kind, kind) for kind in AgendaKind])
    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    employer = models.ForeignKey("employers.Employer", null=True, on_delete=models.PROTECT, related_name="+")
    put_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    why = models.JSONField(default=dict)
    wants_name = models.BooleanField(default=True)
    line_of_work = models.CharField(
        max_length=16, choices=[(line, line) for line in LineOfWork], default=LineOfWork.ANY
    )
    number = models.PositiveSmallIntegerField(null=True)
    sealed_text = SealedField(data_class=DataClass.HEALTH)
    was_named = models.BooleanField(default=False)
    taken_off_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "-id"], name="unit_meetings_items_of_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "kind", "person"],
                condition=models.Q(person__isnull=False),
                name="unit_meetings_person_once",
            ),
            models.UniqueConstraint(
                fields=["meeting", "kind", "employer"],
                condition=models.Q(employer__isnull=False),
                name="unit_meetings_employer_once",
            ),
        ]


class Decision(SealedRow):
    """What was decided about an item, or in the meeting as such. With somebody responsible it is a task."""

    meeting = models.ForeignKey(UnitMeeting, on_delete=models.PROTECT, related_name="decisions")
    item = models.ForeignKey(AgendaItem, null=True, on_delete=models.PROTECT, related_name="decisions")
    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    sealed_text = SealedField(data_class=DataClass.HEALTH)
    was_named = models.BooleanField(default=False)
    decided_on = models.DateField()
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    responsible = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    due = models.DateField(null=True)
    done_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["person", "-id"], name="unit_meetings_decisions_about"),
            models.Index(
                fields=["responsible", "due"],
                name="unit_meetings_open_tasks",
                condition=models.Q(done_on=None),
            ),
        ]
