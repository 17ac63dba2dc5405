"""Django's name for this app."""

from django.apps import AppConfig


class EpisodesConfig(AppConfig):
    """The course of support: referral, meetings, notes, discharge."""

    name = "fotfeste.apps.episodes"
    label = "episodes"
