"""Django's name for this app."""

from django.apps import AppConfig


class JobSearchConfig(AppConfig):
    """Leads, applications, interviews, and the help that is given."""

    name = "fotfeste.apps.job_search"
    label = "job_search"

    def ready(self) -> None:
        """Let the agenda hear what this app knows."""
        from fotfeste.apps.agenda.registry import tells
        from fotfeste.apps.job_search.facts import tell

        tells("job_search", tell)
