"""Django's name for this app."""

from django.apps import AppConfig


class RemarksConfig(AppConfig):
    """What the jobseeker says is wrong or missing in the own record, and what was answered."""

    name = "fotfeste.apps.remarks"
    label = "remarks"

    def ready(self) -> None:
        """Let the agenda hear what this app knows."""
        from fotfeste.apps.agenda.registry import tells
        from fotfeste.apps.remarks.facts import tell

        tells("remarks", tell)
