"""Which version of the guideline a course has followed from which day (I §9)."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.domain.guideline_versions import Applied


class GuidelineApplied(PersonRow):
    """From that day the course follows another version than it began under. Never changed afterwards."""

    episode = models.ForeignKey("episodes.Episode", on_delete=models.PROTECT, related_name="guidelines")
    from_day = models.DateField()
    version = models.CharField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["episode", "version"], name="episodes_guideline_once")]

    def as_fact(self) -> Applied:
        """As the rules want it."""
        return Applied(self.from_day, self.version)
