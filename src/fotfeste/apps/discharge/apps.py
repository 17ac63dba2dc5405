"""Django's name for this app."""

from django.apps import AppConfig


class DischargeConfig(AppConfig):
    """Leaving the caseload: considered, talked through, decided, told in a letter."""

    name = "fotfeste.apps.discharge"
    label = "discharge"

    def ready(self) -> None:
        """Let the agenda hear what this app knows, and let loose ends be found."""
        from fotfeste.apps.agenda.registry import tells
        from fotfeste.apps.discharge import ends_of_contacts, ends_of_meetings
        from fotfeste.apps.discharge.facts import tell
        from fotfeste.apps.discharge.loose_ends import found_by

        tells("discharge", tell)
        found_by(ends_of_meetings.FINDER)
        for finder in ends_of_contacts.FINDERS:
            found_by(finder)
