"""What the employer of a job needs, as it was said on one day (W-11)."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField


class EmployerNeeds(PersonRow):
    """One answer, and when to ask again where a day was agreed. Never changed; the newest counts."""

    job = models.ForeignKey("employment.Employment", on_delete=models.PROTECT, related_name="employer_needs")
    asked_on = models.DateField()
    sealed_needs = SealedField(data_class=DataClass.HEALTH)
    ask_again_on = models.DateField(null=True)
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
