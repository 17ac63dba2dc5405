"""Django's name for this app."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    """What an IPS supervisor puts down about the work with one specialist."""

    name = "fotfeste.apps.supervision"
    label = "supervision"
