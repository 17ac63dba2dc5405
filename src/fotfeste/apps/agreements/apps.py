"""Django's name for this app."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Requests, assessments, agreements and their versions, signatures, promises, questions."""

    name = "fotfeste.apps.agreements"
    label = "agreements"

    def ready(self) -> None:
        """Let no other office take over a person who has an agreement here."""
        from fotfeste.apps.agreements.using import held_by
        from fotfeste.apps.people.offices import holds

        holds("agreements", held_by)
