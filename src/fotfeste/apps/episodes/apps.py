"""Django's name for this app."""

from django.apps import AppConfig


class EpisodesConfig(AppConfig):
    """The course of support: referral, meetings, notes, discharge."""

    name = "fotfeste.apps.episodes"
    label = "episodes"

    def ready(self) -> None:
        """Let the agenda hear what this app knows."""
        from fotfeste.apps.agenda.registry import tells
        from fotfeste.apps.episodes.facts import tell

        tells("episodes", tell)
