"""A meeting is called: who comes, and an agenda made by the rules from what has happened since the last."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import act, record
from fotfeste.apps.consents.door import Denied
from fotfeste.apps.people.acting import Acting, in_force
from fotfeste.apps.people.models import Membership, Unit
from fotfeste.apps.unit_meetings.door import IN_THE_TEAM, entry, open_meeting
from fotfeste.apps.unit_meetings.models import AgendaItem, Attendance, UnitMeeting
from fotfeste.apps.unit_meetings.seekers import seekers
from fotfeste.apps.unit_meetings.sharing import employers_to_share
from fotfeste.apps.unit_meetings.treating import teams_that_treat, treating_relations
from fotfeste.domain.permissions import Decision, Role
from fotfeste.domain.unit_meeting import ABOUT_A_PERSON, Proposed, UnitMeetingKind, agenda, may_be_held
from fotfeste.domain.verdict import Refused, because
from fotfeste.parameters import UNIT_MEETING_LIMITS

FIRST_TIME = timedelta(days=30)
"""How far back the first meeting of a team looks for what is new. Our own choice."""


@dataclass(frozen=True, slots=True)
class Called:
    """Which meeting, when and where, and who comes (ids of their roles)."""

    kind: UnitMeetingKind
    treatment_team: UUID | None
    held_on: date
    starts_at: time | None = None
    place: str = ""
    guests: str = ""
    memberships: tuple[UUID, ...] = ()


def treatment_teams(acting: Acting, *, on: date) -> list[Unit]:
    """The treatment teams that somebody of the team is treated in: those one has a weekly meeting with."""
    ours = treating_relations(on=on).filter(
        person__ownerships__unit=acting.unit_id, person__ownerships__until_day=None
    )
    return teams_that_treat(ours, on=on)


def who_can_come(units: Iterable[int], *, on: date) -> list[Membership]:
    """Everybody who works in these units in a role that takes part, by name."""
    rows = Membership.objects.filter(
        in_force(on),
        Q(role__in=[*IN_THE_TEAM, Role.CLINICIAN]),
        unit__in=list(units),
        account__is_active=True,
        account__acts_for=None,
    )
    return list(rows.select_related("account", "unit").order_by("unit__kind", "account__name", "pk"))


def act_call(acting: Acting, called: Called, *, at: datetime, on: date) -> UnitMeeting:
    """Call a meeting and make its agenda. Raises Refused with every reason."""
    with act():
        if acting.role not in IN_THE_TEAM or acting.unit_id is None:
            raise Denied(Decision(reason_code="access.no-such-person"))
        meeting = UnitMeeting(
            kind=called.kind,
            team_id=acting.unit_id,
            treatment_team=_treating(acting, called, on),
            written_by_id=acting.account_id,
        )
        _write(meeting, called, on=on)
        fill(meeting, on=on)
        record(entry(Action.UNIT_MEETING_RECORDED, acting, meeting, at, area="called"))
        return meeting


def act_change(
    acting: Acting, meeting: UUID, called: Called, *, version: int, at: datetime, on: date
) -> UnitMeeting:
    """Another day, place or room. Who is named is asked again by itself. Raises Refused when stale."""
    with act():
        row = open_meeting(acting, meeting, version=version)
        _write(row, called, on=on)
        record(entry(Action.UNIT_MEETING_RECORDED, acting, row, at, area="changed"))
        return row


def act_fill(acting: Acting, meeting: UUID, *, at: datetime, on: date) -> int:
    """Ask the rules again: what has come since is added, nothing is taken away. How many came."""
    with act():
        row = open_meeting(acting, meeting)
        added = fill(row, on=on)
        record(entry(Action.UNIT_MEETING_RECORDED, acting, row, at, area="filled"))
        return added


def fill(meeting: UnitMeeting, *, on: date) -> int:
    """Put on the agenda what the rules propose and what is not there yet."""
    since = last_before(meeting)
    proposed = agenda(
        UnitMeetingKind(meeting.kind),
        seekers(meeting, on=on),
        employers_to_share(meeting, since, on=on),
        since=since,
        on=on,
        limits=UNIT_MEETING_LIMITS.on(on),
    )
    there = set(AgendaItem.objects.filter(meeting=meeting).values_list("kind", "person_id", "employer_id"))
    rows = [row for row in (_item(meeting, each) for each in proposed) if _place(row) not in there]
    AgendaItem.objects.bulk_create(rows)
    return len(rows)


def last_before(meeting: UnitMeeting) -> date:
    """The day of the last finished meeting of the same kind; a month ago before the first one."""
    rows = UnitMeeting.objects.filter(
        kind=meeting.kind, team=meeting.team_id, treatment_team=meeting.treatment_team_id
    )
    earlier = rows.filter(closed_on__isnull=False, held_on__lte=meeting.held_on).exclude(pk=meeting.pk)
    last = earlier.order_by("-held_on").values_list("held_on", flat=True).first()
    return last or meeting.held_on - FIRST_TIME


def _write(meeting: UnitMeeting, called: Called, *, on: date) -> None:
    units = [unit for unit in (meeting.team_id, meeting.treatment_team_id) if unit]
    known = {each.public_id: each for each in who_can_come(units, on=on)}
    coming = [known[each] for each in dict.fromkeys(called.memberships) if each in known]
    if against := may_be_held(called.held_on, people=len(coming), on=on):
        raise Refused(against)
    meeting.held_on, meeting.starts_at = called.held_on, called.starts_at
    meeting.place, meeting.guests = called.place, called.guests
    meeting.version += not meeting._state.adding
    meeting.save()
    Attendance.objects.filter(meeting=meeting).delete()
    Attendance.objects.bulk_create(Attendance(meeting=meeting, membership=each) for each in coming)


def _treating(acting: Acting, called: Called, on: date) -> Unit | None:
    if called.kind is not UnitMeetingKind.TREATMENT_TEAM:
        return None
    for team in treatment_teams(acting, on=on):
        if team.public_id == called.treatment_team:
            return team
    raise Refused((because("unit-meeting.no-such-unit", "house §unit-meeting"),))


def _item(meeting: UnitMeeting, each: Proposed) -> AgendaItem:
    is_person = each.kind in ABOUT_A_PERSON
    data = dict(each.why.data)
    return AgendaItem(
        meeting=meeting,
        kind=each.kind,
        person_id=int(each.about) if is_person else None,
        employer_id=None if is_person else int(each.about),
        why={"code": each.why.code, "source": each.why.source, "data": data},
    )


def _place(row: AgendaItem) -> tuple[str, int | None, int | None]:
    return row.kind, row.person_id, row.employer_id
