"""Django's name for this app."""

from django.apps import AppConfig


class ConsentsConfig(AppConfig):
    """What the person has agreed to, as dated statements; and the door that asks them."""

    name = "fotfeste.apps.consents"
    label = "consents"
