"""Django's name for the pages."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, templates and static files."""

    name = "fotfeste.web"
    label = "web"

    def ready(self) -> None:
        """Let the system check look at every address, and keep log-ins by our own clock."""
        from fotfeste.web import (
            checks,  # noqa: F401  # the check registers itself
            last_log_in,
        )

        last_log_in.take_over()
