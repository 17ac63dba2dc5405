"""One person in the team's meetings: what was taken up and decided, and what they say of being named."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from fotfeste.apps.unit_meetings.of_person import access_person_in_meetings
from fotfeste.domain.permissions import Permission
from fotfeste.domain.unit_meeting import UnitMeetingKind
from fotfeste.web.looks import look_of
from fotfeste.web.naming_words import meeting_in_words
from fotfeste.web.person_header import header_page
from fotfeste.web.policy import record
from fotfeste.web.unit_meeting_words import KINDS


@record
@require_safe
def person_in_meetings(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What meetings have said of one person. Decisions about an unnamed one stand here, and nowhere else."""
    look = look_of(request, public_id)
    found = access_person_in_meetings(look)
    now = {(row.kind, row.unit_id): row for row in found.namings if row.ended_at is None}
    page = header_page(found.header, "", on=look.on) | {
        "may_change": found.header.may(Permission.ABOUT_PERSON_CHANGE),
        "namings": [
            (meeting_in_words(UnitMeetingKind(kind), unit), now.get((kind.value, unit.pk)))
            for kind, unit in found.can_come_up_in
        ],
        "taken_up": [
            {
                "meeting": KINDS[each.meeting_kind],
                "held_on": each.held_on,
                "was_named": each.was_named,
                "decisions": [
                    {
                        "text": str(one.text),
                        "responsible": one.responsible,
                        "due": one.due,
                        "done_on": one.done_on,
                    }
                    for one in each.decisions
                ],
            }
            for each in found.taken_up
        ],
    }
    return render(request, "person/in_meetings.html", page)


urlpatterns = [path("personer/<uuid:public_id>/teammoter", person_in_meetings, name="person_in_meetings")]
