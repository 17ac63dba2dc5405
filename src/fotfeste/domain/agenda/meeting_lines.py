"""Lines of meetings besides the start-up and employers: told of while they come, asked about afterwards."""

from collections.abc import Iterator

from fotfeste.domain.agenda.asked import Asked, line
from fotfeste.domain.agenda.line import Act, Line
from fotfeste.domain.verdict import because


def lines(asked: Asked) -> Iterator[Line]:
    """One line for each meeting that is agreed and not yet logged."""
    for meeting in asked.facts.agreed_meetings:
        code = "meeting.coming" if meeting.on >= asked.on else "meeting.not-logged"
        why = because(code, "house §meetings", planned_on=meeting.on)
        yield line(asked, [why], Act.LOG_APPOINTMENT, due=meeting.on, about=meeting.meeting)
