"""The lines that the rules gave, and when to ask the rules again."""

from django.db import models

from fotfeste.domain.agenda import LineState


class Alarm(models.Model):
    """When the rules must be asked again for a person. An alarm clock, not the truth."""

    person = models.OneToOneField("people.Person", on_delete=models.CASCADE, primary_key=True)
    ask_again_on = models.DateField(null=True, db_index=True)
    rule_version = models.CharField(max_length=16)


class AgendaLine(models.Model):
    """One thing that is next for a person. `why` keeps codes, sources and facts, never a text.

    `state` is as of the day the rules were asked; the alarm rings on the day it changes.
    """

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="agenda_lines")
    place = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=64)
    about = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=16, choices=[(state, state) for state in LineState])
    act = models.CharField(max_length=64)
    for_role = models.CharField(max_length=32)
    due = models.DateField(null=True)
    why = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "place"], name="agenda_one_line_a_place")]
        indexes = [models.Index(fields=["person", "due"], name="agenda_by_person_and_due")]
