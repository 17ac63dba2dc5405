"""Django's name for the API."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The front door for programs."""

    name = "fotfeste.api"
    label = "api"

    def ready(self) -> None:
        """Let the system check look at every operation."""
        from fotfeste.api import checks  # noqa: F401  # the check registers itself
