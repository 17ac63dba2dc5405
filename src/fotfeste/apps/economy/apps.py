"""Django's name for this app."""

from django.apps import AppConfig


class EconomyConfig(AppConfig):
    """Benefits and ties to NAV, as the person has stated them."""

    name = "fotfeste.apps.economy"
    label = "economy"
