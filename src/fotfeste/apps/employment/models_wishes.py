"""Whether a job is what the person wished for, as said on one day, as long as the job lasts (W-06)."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField


class WishesMet(PersonRow):
    """One answer: wish to how far it is met. Never changed; the newest counts."""

    job = models.ForeignKey("employment.Employment", on_delete=models.PROTECT, related_name="wishes_met")
    said_on = models.DateField()
    wishes = models.JSONField(default=dict)
    sealed_words = SealedField(data_class=DataClass.PERSONAL)
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
