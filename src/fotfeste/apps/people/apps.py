"""Django's name for this app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts, units, roles, persons, and the dated relations between them."""

    name = "fotfeste.apps.people"
    label = "people"

    def ready(self) -> None:
        """Let the agenda hear what this app knows."""
        from fotfeste.apps.agenda.registry import tells
        from fotfeste.apps.people.facts import tell

        tells("people", tell)
