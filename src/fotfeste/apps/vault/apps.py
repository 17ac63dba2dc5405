"""Django's name for this app."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """Keys: one per person, wrapped by the key of the controller, kept outside the database."""

    name = "fotfeste.apps.vault"
    label = "vault"
