"""Django's name for this app."""

from django.apps import AppConfig


class EmploymentConfig(AppConfig):
    """Jobs: start, end, follow-along support."""

    name = "fotfeste.apps.employment"
    label = "employment"
