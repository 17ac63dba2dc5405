"""Django's name for this app."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Career profile and wishes, in versions."""

    name = "fotfeste.apps.plans"
    label = "plans"

    def ready(self) -> None:
        """Let the agenda hear what this app knows."""
        from fotfeste.apps.agenda.registry import tells
        from fotfeste.apps.plans.facts import tell

        tells("plans", tell)
