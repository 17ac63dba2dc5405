"""One meeting of one person, read through the door."""

from uuid import UUID

from fotfeste.apps.caseload.person import Look
from fotfeste.apps.consents.door import Denied, opened
from fotfeste.apps.episodes.models import Meeting
from fotfeste.apps.episodes.selectors import meeting_of
from fotfeste.domain.meetings import FellThrough
from fotfeste.domain.permissions import Decision, Permission


def access_meeting(look: Look, meeting: UUID) -> Meeting:
    """The meeting, for one's calendar. One that is not there, or not for the reader, is not found."""
    with opened(
        look.acting,
        look.public_id,
        Permission.COURSE_READ,
        at=look.at,
        purpose=look.purpose,
        area="calendar_file",
    ) as found:
        row = meeting_of(found.person, meeting)
        is_for_reader = row and (found.may(Permission.NOTE_READ) or row.fell_through != FellThrough.MISSED)
        if row is None or not is_for_reader:
            raise Denied(Decision(reason_code="access.no-such-person"))
        return row
