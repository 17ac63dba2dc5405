"""Django's name for this app."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    """Requests, needs, decisions and participations in a measure."""

    name = "fotfeste.apps.measures"
    label = "measures"

    def ready(self) -> None:
        """Let no other office take over a person who has a case here."""
        from fotfeste.apps.measures.cases import held_by
        from fotfeste.apps.people.offices import holds

        holds("measures", held_by)
