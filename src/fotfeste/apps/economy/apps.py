"""Django's name for this app."""

from django.apps import AppConfig


class EconomyConfig(AppConfig):
    """Benefits and ties to NAV, as the person has stated them."""

    name = "fotfeste.apps.economy"
    label = "economy"

    def ready(self) -> None:
        """Let the agenda hear what this app knows."""
        from fotfeste.apps.agenda.registry import tells
        from fotfeste.apps.economy.facts import tell

        tells("economy", tell)
