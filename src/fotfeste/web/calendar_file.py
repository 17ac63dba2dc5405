"""A meeting as a file for a calendar (.ics). Neutral: calendars are shared, and shown on locked screens.

Neither title nor place nor sender says anything of work, health or NAV: only when it is.
"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fotfeste import clock
from fotfeste.apps.caseload.meeting import access_meeting
from fotfeste.apps.episodes.models import Meeting
from fotfeste.web.looks import look_of
from fotfeste.web.policy import record

AN_HOUR = timedelta(hours=1)


@record
@require_safe
def meeting_file(request: HttpRequest, public_id: UUID, meeting: UUID) -> HttpResponse:
    """One meeting, for one's own calendar."""
    found = access_meeting(look_of(request, public_id), meeting)
    content = "\r\n".join(_lines(found, made_at=clock.now())) + "\r\n"
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="avtale.ics"'
    return response


def _lines(meeting: Meeting, *, made_at: datetime) -> list[str]:
    return [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kalender//NO",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{meeting.public_id}",
        f"DTSTAMP:{_instant(made_at)}",
        f"SEQUENCE:{meeting.version}",
        *_when(meeting),
        f"SUMMARY:{_('Avtale')}",
        f"STATUS:{'CANCELLED' if meeting.fell_through else 'CONFIRMED'}",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def _when(meeting: Meeting) -> list[str]:
    if meeting.starts_at is None:
        next_day = meeting.held_on + timedelta(days=1)
        return [f"DTSTART;VALUE=DATE:{meeting.held_on:%Y%m%d}", f"DTEND;VALUE=DATE:{next_day:%Y%m%d}"]
    begins = datetime.combine(meeting.held_on, meeting.starts_at, tzinfo=clock.OSLO)
    return [f"DTSTART:{_instant(begins)}", f"DTEND:{_instant(begins + AN_HOUR)}"]


def _instant(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


urlpatterns = [path("personer/<uuid:public_id>/moter/<uuid:meeting>.ics", meeting_file, name="meeting_file")]
