"""Django's name for this app."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Requests, assessments, agreements and their versions, signatures, promises, questions."""

    name = "fotfeste.apps.agreements"
    label = "agreements"

    def ready(self) -> None:
        """Let no other office take over who has an agreement; show the specialist the one that is shared."""
        from fotfeste.apps.agreements.shared import is_shared_with
        from fotfeste.apps.agreements.using import held_by
        from fotfeste.apps.caseload.beside import stands_beside
        from fotfeste.apps.people.offices import holds

        holds("agreements", held_by)
        stands_beside("shared_agreement", is_shared_with)
