"""Django's name for this app."""

from django.apps import AppConfig


class EmployersConfig(AppConfig):
    """What the team knows of employers. Knows no jobseeker."""

    name = "fotfeste.apps.employers"
    label = "employers"
