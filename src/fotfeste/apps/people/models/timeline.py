"""What has happened with a person, in the order it happened."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow


class Event(PersonRow):
    """One thing that happened. `data` holds days, numbers and codes only; texts stay sealed elsewhere."""

    kind = models.CharField(max_length=48)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    is_brought_in = models.BooleanField(default=False)
    data = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["person", "-on", "-id"], name="people_event_of_person")]
