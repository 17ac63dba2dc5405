"""Django's name for this app."""

from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    """The vocational assessment and the career profile."""

    name = "fotfeste.apps.profiles"
    label = "profiles"
