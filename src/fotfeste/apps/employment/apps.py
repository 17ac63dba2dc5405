"""Django's name for this app."""

from django.apps import AppConfig


class EmploymentConfig(AppConfig):
    """Jobs: start, end, follow-along support."""

    name = "fotfeste.apps.employment"
    label = "employment"

    def ready(self) -> None:
        """Let the agenda hear what this app knows."""
        from fotfeste.apps.agenda.registry import tells
        from fotfeste.apps.employment.facts import tell

        tells("employment", tell)
