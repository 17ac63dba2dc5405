"""Django's name for this app."""

from django.apps import AppConfig


class ConsentsConfig(AppConfig):
    """What the person has agreed to, as dated statements; and the door that asks them."""

    name = "fotfeste.apps.consents"
    label = "consents"

    def ready(self) -> None:
        """Let the agenda hear what this app knows."""
        from fotfeste.apps.agenda.registry import tells
        from fotfeste.apps.consents.facts import tell

        tells("consents", tell)
