"""Django's name for this app."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    """What an employer may be told: topic by topic, contact by contact, and the texts that leave."""

    name = "fotfeste.apps.disclosure"
    label = "disclosure"

    def ready(self) -> None:
        """Let the agenda hear what this app knows."""
        from fotfeste.apps.agenda.registry import tells
        from fotfeste.apps.disclosure.facts import tell

        tells("disclosure", tell)
