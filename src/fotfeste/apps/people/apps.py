"""Django's name for this app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts, units, roles, persons, and the dated relations between them."""

    name = "fotfeste.apps.people"
    label = "people"
