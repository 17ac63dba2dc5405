"""Django's name for this app."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    """A team brings its list: staged, mended, confirmed, all or nothing."""

    name = "fotfeste.apps.imports"
    label = "imports"
