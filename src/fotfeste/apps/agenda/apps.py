"""Django's name for this app."""

from django.apps import AppConfig


class AgendaConfig(AppConfig):
    """What is next, for whom, why: the lines that the rules gave, and the alarm that asks them again."""

    name = "fotfeste.apps.agenda"
    label = "agenda"
