"""The NAV adviser's tasks for a jobseeker, as they were put down (I-5.2b). Rows stay; the newest counts."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.measures.nav_tasks import NavTask, TaskState


class NavTaskDone(PersonRow):
    """One word on one task: done on `day`, planned for it, or not needed. It needs no case."""

    task = models.CharField(max_length=24, choices=[(each, each) for each in NavTask])
    state = models.CharField(max_length=12, choices=[(each, each) for each in TaskState])
    day = models.DateField(null=True)
    sealed_words = SealedField(data_class=DataClass.SOCIAL)
    written_on = models.DateField()
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "task", "-id"], name="measures_nav_tasks")]
