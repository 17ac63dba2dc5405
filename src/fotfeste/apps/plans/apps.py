"""Django's name for this app."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Career profile and wishes, in versions."""

    name = "fotfeste.apps.plans"
    label = "plans"
