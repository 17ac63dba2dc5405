"""Django's name for this app."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    """Requests, needs, decisions and participations in a measure."""

    name = "fotfeste.apps.measures"
    label = "measures"
