"""Django's name for this app."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """Side effects leave from here: rows written in the act's own transaction, carried out by the worker."""

    name = "fotfeste.apps.outbox"
    label = "outbox"
