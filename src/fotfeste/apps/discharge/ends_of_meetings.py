"""Meetings that are agreed and lie ahead when somebody leaves the caseload."""

from collections.abc import Iterator

from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.discharge.loose_ends import Finder, LooseEnd
from fotfeste.apps.episodes.models import Meeting
from fotfeste.apps.people.models import Person
from fotfeste.domain.discharge import LooseEndAnswer
from fotfeste.domain.meetings import FellThrough


def _find(person: Person) -> Iterator[LooseEnd]:
    rows = Meeting.objects.filter(person=person, is_held=False, fell_through="")
    for row in rows.order_by("held_on", "pk"):
        yield LooseEnd("meeting", row.public_id.hex, row.held_on, "", tuple(LooseEndAnswer))


def _settle(deed: Deed, public_id: str, answer: LooseEndAnswer) -> None:
    """Called off here; one that is handed on is held by somebody else, outside this course."""
    row = Meeting.objects.get(person=deed.person, public_id=public_id)
    row.fell_through, row.version = FellThrough.CALLED_OFF, row.version + 1
    row.save(update_fields=["fell_through", "version"])
    deed.done("meeting.called-off", planned_on=row.held_on.isoformat(), meeting=row.public_id.hex)


FINDER = Finder("meeting", _find, _settle)
