"""Django's name for this app."""

from django.apps import AppConfig


class UnitMeetingsConfig(AppConfig):
    """The team's meetings, their minutes, and who may be named in them."""

    name = "fotfeste.apps.unit_meetings"
    label = "unit_meetings"
