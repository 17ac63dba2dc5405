"""The door to a meeting: those of its units, in a role that takes part. Anybody else finds nothing."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry
from fotfeste.apps.consents.door import Denied
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.unit_meetings.models import AgendaItem, UnitMeeting
from fotfeste.domain.permissions import Decision, Role
from fotfeste.domain.unit_meeting import UnitMeetingKind
from fotfeste.domain.verdict import Refused, because

IN_THE_TEAM = frozenset({Role.EMPLOYMENT_SPECIALIST, Role.IPS_SUPERVISOR})


def meetings_of(acting: Acting) -> QuerySet[UnitMeeting]:
    """The meetings of one's own unit: of the team all of them, of the treatment team those it is part of."""
    rows = UnitMeeting.objects.select_related("team", "treatment_team", "written_by", "closed_by")
    if acting.role in IN_THE_TEAM:
        return rows.filter(team=acting.unit_id or 0)
    if acting.role is Role.CLINICIAN:
        return rows.filter(Q(kind=UnitMeetingKind.TREATMENT_TEAM), treatment_team=acting.unit_id or 0)
    return rows.none()


def meeting_for(acting: Acting, public_id: UUID, *, is_change: bool = False) -> UnitMeeting:
    """One meeting. Raises Denied for whoever has no part in it. Held still while it is changed."""
    rows = meetings_of(acting).filter(public_id=public_id)
    found = (rows.select_for_update(of=("self",)) if is_change else rows).first()
    if found is None:
        raise Denied(Decision(reason_code="access.no-such-person"))
    return found


def open_meeting(acting: Acting, public_id: UUID, *, version: int | None = None) -> UnitMeeting:
    """One that can still be written in. Raises Refused when it is finished, or somebody else saved first."""
    meeting = meeting_for(acting, public_id, is_change=True)
    if meeting.closed_on is not None:
        raise Refused((because("unit-meeting.closed", "house §unit-meeting"),))
    if version is not None and meeting.version != version:
        raise Refused((because("unit-meeting.somebody-else-first", "house §unit-meeting"),))
    return meeting


def item_of(meeting: UnitMeeting, public_id: UUID) -> AgendaItem:
    """One item of it. Raises Denied when it is not there."""
    rows = AgendaItem.objects.filter(meeting=meeting, public_id=public_id, taken_off_on=None)
    found = rows.select_related("employer", "put_by").first()
    if found is None:
        raise Denied(Decision(reason_code="access.no-such-person"))
    return found


def entry(action: Action, acting: Acting, meeting: UnitMeeting, at: datetime, **more: object) -> Entry:
    """A line for the log about a meeting."""
    return Entry(
        action,
        acting.who,
        at,
        object_type="unit_meeting",
        object_id=meeting.public_id,
        **more,  # type: ignore[arg-type]  # the fields of Entry, checked there
    )
