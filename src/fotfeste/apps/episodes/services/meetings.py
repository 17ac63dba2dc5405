"""Meetings: agreed, moved, called off, missed, held; and what went wrong undone (I §3, §4.1)."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from uuid import UUID

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.episodes.models import Meeting, MeetingKind
from fotfeste.apps.episodes.selectors import meeting_of, next_planned, open_episode
from fotfeste.domain.day_limits import can_be_agreed, has_happened
from fotfeste.domain.meetings import Attendant, FellThrough, may_come
from fotfeste.domain.startup import PlaceKind
from fotfeste.domain.verdict import Refused, because

A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Around:
    """What is told of a meeting besides its day: the clock, the place in words, and who comes.

    `others` are those who come besides, in one's own words. `wishes_nav`: the jobseeker wants NAV there.
    """

    starts_at: time | None = None
    where: str = ""
    attendants: frozenset[Attendant] = field(default_factory=frozenset)
    others: str = ""
    wishes_nav: bool = False


NOTHING_TOLD = Around()


def plan_meeting(
    deed: Deed,
    *,
    day: date,
    place_kind: PlaceKind,
    clinician_attends: bool | None = None,
    around: Around = NOTHING_TOLD,
) -> Meeting:
    """A start-up meeting is agreed for a day."""
    refuse((*can_be_agreed(day, on=deed.on), *may_come(around.attendants, wishes_nav=around.wishes_nav)))
    meeting = Meeting(
        person=deed.person,
        episode=open_episode(deed.person),
        kind=MeetingKind.START_UP,
        held_on=day,
        is_held=False,
        place_kind=place_kind,
        clinician_attended=clinician_attends,
        invited=_codes(around, clinician_attends),
    )
    _tell(meeting, around, deed)
    meeting.save()
    deed.done("meeting.planned", planned_on=day.isoformat(), meeting=meeting.public_id.hex)
    return meeting


def move_meeting(deed: Deed, *, day: date, meeting: UUID | None = None) -> None:
    """The meeting that was agreed is moved to another day. It remembers the day it was moved from."""
    refuse(can_be_agreed(day, on=deed.on))
    planned = _planned(deed, meeting)
    before = planned.held_on
    planned.moved_from = [*planned.moved_from, before.isoformat()]
    planned.held_on = day
    _save(planned, "held_on", "moved_from")
    deed.done("meeting.moved", from_day=before.isoformat(), planned_on=day.isoformat())


def move_a_week(deed: Deed, *, meeting: UUID | None = None) -> None:
    """The same weekday and hour, a week later; where that has passed too, the next such day from today."""
    day = _planned(deed, meeting).held_on + A_WEEK
    while day < deed.on:
        day += A_WEEK
    move_meeting(deed, day=day, meeting=meeting)


def call_off_meeting(deed: Deed, *, meeting: UUID | None = None) -> None:
    """The meeting that was agreed will not be held. The row stays."""
    planned = _planned(deed, meeting)
    planned.fell_through = FellThrough.CALLED_OFF
    _save(planned, "fell_through")
    deed.done("meeting.called-off", planned_on=planned.held_on.isoformat())


def miss_meeting(deed: Deed, *, meeting: UUID | None = None) -> None:
    """The jobseeker did not come. Raises Refused before the day itself."""
    planned = _planned(deed, meeting)
    if planned.held_on > deed.on:
        raise Refused((because("meeting.not-yet", "house §meetings", day=planned.held_on),))
    planned.fell_through = FellThrough.MISSED
    _save(planned, "fell_through")
    deed.done("appointment.missed", day=planned.held_on)


def undo_meeting(deed: Deed, *, meeting: UUID) -> None:
    """What was last said of the meeting was wrong: it is agreed again, on the day it was agreed for."""
    row = _one(deed, meeting)
    if not row.is_planned:
        row.is_held, row.fell_through = False, ""
    elif row.moved_from:
        *earlier, last = row.moved_from
        row.moved_from, row.held_on = earlier, date.fromisoformat(last)
    else:
        raise Refused((because("meeting.nothing-to-undo", "house §meetings"),))
    _save(row, "is_held", "fell_through", "moved_from", "held_on")
    deed.done("meeting.undone", planned_on=row.held_on.isoformat())


def log_meeting(
    deed: Deed,
    *,
    held_on: date,
    place_kind: PlaceKind,
    clinician_attended: bool | None = None,
    around: Around = NOTHING_TOLD,
    meeting: UUID | None = None,
) -> Meeting:
    """A start-up meeting was held. If one was agreed, that is the one."""
    episode = open_episode(deed.person)
    refuse(
        (
            *has_happened(held_on, on=deed.on, referred_on=episode.referred_on),
            *may_come(around.attendants, wishes_nav=around.wishes_nav),
        )
    )
    row = _planned(deed, meeting) if meeting else next_planned(episode)
    row = row or Meeting(person=deed.person, episode=episode, kind=MeetingKind.START_UP, version=0)
    row.held_on, row.is_held = held_on, True
    row.place_kind, row.clinician_attended = place_kind, clinician_attended
    row.came = _codes(around, clinician_attended)
    _tell(row, around, deed)
    row.version += 1
    row.save()
    deed.done("meeting.held", day=held_on, place=place_kind, clinician=clinician_attended)
    return row


def log_contact(deed: Deed, *, held_on: date, place_kind: PlaceKind) -> Meeting:
    """A contact with somebody in, before or after a job (fidelity 23)."""
    episode = open_episode(deed.person)
    refuse(has_happened(held_on, on=deed.on, referred_on=episode.referred_on))
    meeting = Meeting.objects.create(
        person=deed.person,
        episode=episode,
        kind=MeetingKind.FOLLOW_ALONG,
        held_on=held_on,
        place_kind=place_kind,
    )
    deed.done("contact.held", day=held_on, place=place_kind)
    return meeting


def _tell(meeting: Meeting, around: Around, deed: Deed) -> None:
    """What is told of it. What is left out now stays as it was told before."""
    meeting.starts_at = around.starts_at or meeting.starts_at
    meeting.is_nav_wished = around.wishes_nav
    for column, words in (("sealed_where", around.where), ("sealed_others", around.others)):
        if words:
            meeting.seal(column, words, deed.key)


def _codes(around: Around, clinician: bool | None) -> list[str]:
    codes = set(around.attendants)
    if clinician:
        codes.add(Attendant.CLINICIAN)
    if around.others:
        codes.add(Attendant.OTHER)
    return sorted(codes)


def _save(meeting: Meeting, *fields: str) -> None:
    meeting.version += 1
    meeting.save(update_fields=[*fields, "version"])


def _planned(deed: Deed, meeting: UUID | None) -> Meeting:
    """The meeting it is about, as long as it is still agreed; else the next one agreed."""
    if meeting is not None:
        planned = meeting_of(deed.person, meeting)
    else:
        planned = next_planned(open_episode(deed.person))
    if planned is None or not planned.is_planned:
        raise Refused((because("meeting.none-planned", "house §meetings"),))
    return planned


def _one(deed: Deed, meeting: UUID) -> Meeting:
    row = meeting_of(deed.person, meeting)
    if row is None:
        raise Refused((because("meeting.none-planned", "house §meetings"),))
    return row
