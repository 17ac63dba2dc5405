"""Meetings: agreed, moved, called off, missed, held; and what went wrong undone (I §3, §4.1)."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from uuid import UUID

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.episodes.models import Meeting, MeetingKind
from fotfeste.apps.episodes.selectors import meeting_of, next_planned, open_episode
from fotfeste.apps.people.timeline import Fact
from fotfeste.domain.day_limits import can_be_agreed, has_happened
from fotfeste.domain.meetings import Attendant, FellThrough, may_come
from fotfeste.domain.startup import PlaceKind
from fotfeste.domain.verdict import Refused, Verdict, because

A_WEEK = timedelta(days=7)
_START_UP = MeetingKind.START_UP
_COMES_ALONG = {
    MeetingKind.CLINICIAN: (Attendant.CLINICIAN,),
    MeetingKind.NAV: (Attendant.NAV_ADVISER,),
}
"""Whom a meeting of a kind is with, without being said."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is told of a meeting besides its day: the clock, the place in words, and who comes.

    `others` are those who come besides, in one's own words; `people` those chosen from the people around, as
    they are called. `wishes_nav`: the jobseeker wants NAV there.
    """

    starts_at: time | None = None
    where: str = ""
    attendants: frozenset[Attendant] = field(default_factory=frozenset)
    others: str = ""
    people: tuple[str, ...] = ()
    wishes_nav: bool = False


NOTHING_TOLD = Around()


def plan_meeting(
    deed: Deed,
    *,
    day: date,
    place_kind: PlaceKind,
    clinician_attends: bool | None = None,
    around: Around = NOTHING_TOLD,
    kind: MeetingKind = MeetingKind.START_UP,
) -> Meeting:
    """A meeting is agreed for a day: one of the start-up, when no other kind is said."""
    refuse((*can_be_agreed(day, on=deed.on), *_against(kind, around)))
    meeting = Meeting(
        person=deed.person,
        episode=open_episode(deed.person),
        kind=kind,
        held_on=day,
        is_held=False,
        place_kind=place_kind,
        clinician_attended=clinician_attends,
        invited=_codes(around, clinician_attends, kind),
    )
    _tell(meeting, around, deed)
    meeting.save()
    _happened(deed, meeting, "planned", planned_on=day.isoformat(), meeting=meeting.public_id.hex)
    return meeting


def move_meeting(deed: Deed, *, day: date, meeting: UUID | None = None) -> None:
    """The meeting that was agreed is moved to another day. It remembers the day it was moved from."""
    refuse(can_be_agreed(day, on=deed.on))
    planned = _planned(deed, meeting)
    before = planned.held_on
    planned.moved_from = [*planned.moved_from, before.isoformat()]
    planned.held_on = day
    _save(planned, "held_on", "moved_from")
    _happened(deed, planned, "moved", from_day=before.isoformat(), planned_on=day.isoformat())


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
    _happened(deed, planned, "called-off", planned_on=planned.held_on.isoformat())


def miss_meeting(deed: Deed, *, meeting: UUID | None = None) -> None:
    """The jobseeker did not come. Raises Refused before the day itself."""
    planned = _planned(deed, meeting)
    if planned.held_on > deed.on:
        raise Refused((because("meeting.not-yet", "house §meetings", day=planned.held_on),))
    planned.fell_through = FellThrough.MISSED
    _save(planned, "fell_through")
    if planned.kind == MeetingKind.START_UP:
        deed.done("appointment.missed", day=planned.held_on)
    else:
        deed.done("appointment.not-there", day=planned.held_on, meeting_kind=planned.kind)


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
    _happened(deed, row, "undone", planned_on=row.held_on.isoformat())


def log_meeting(
    deed: Deed,
    *,
    held_on: date,
    place_kind: PlaceKind,
    clinician_attended: bool | None = None,
    around: Around = NOTHING_TOLD,
    meeting: UUID | None = None,
    kind: MeetingKind = MeetingKind.START_UP,
) -> Meeting:
    """A meeting was held. If one was agreed, that is the one; of the start-up also when it is not named."""
    episode = open_episode(deed.person)
    row = _planned(deed, meeting) if meeting else next_planned(episode) if kind == _START_UP else None
    row = row or Meeting(person=deed.person, episode=episode, kind=kind, version=0)
    happens = has_happened(held_on, on=deed.on, referred_on=episode.referred_on)
    refuse((*happens, *_against(MeetingKind(row.kind), around)))
    row.held_on, row.is_held = held_on, True
    row.place_kind, row.clinician_attended = place_kind, clinician_attended
    row.came = _codes(around, clinician_attended, MeetingKind(row.kind))
    _tell(row, around, deed)
    row.version += 1
    row.save()
    _happened(deed, row, "held", day=held_on, place=place_kind, clinician=clinician_attended)
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


def _against(kind: MeetingKind, around: Around) -> Verdict:
    """NAV comes only when the jobseeker wishes it, to a meeting of any kind (I-3.1)."""
    extra = {Attendant.NAV_ADVISER} if kind is MeetingKind.NAV else set()
    return may_come(around.attendants | extra, wishes_nav=around.wishes_nav)


def _happened(deed: Deed, row: Meeting, what: str, *, day: date | None = None, **facts: Fact) -> None:
    """Put it on the timeline: a start-up meeting by name, any other with its kind."""
    if row.kind == MeetingKind.START_UP:
        deed.done(f"meeting.{what}", day=day, **facts)
    elif row.kind == MeetingKind.FOLLOW_ALONG and what == "held":
        deed.done("contact.held", day=day, place=row.place_kind)
    else:
        deed.done(f"appointment.{what}", day=day, meeting_kind=row.kind, **facts)


def _tell(meeting: Meeting, around: Around, deed: Deed) -> None:
    """What is told of it. What is left out now stays as it was told before."""
    meeting.starts_at = around.starts_at or meeting.starts_at
    meeting.is_nav_wished = around.wishes_nav
    meeting.seal("sealed_people", "\n".join(around.people), deed.key)
    for column, words in (("sealed_where", around.where), ("sealed_others", around.others)):
        if words:
            meeting.seal(column, words, deed.key)


def _codes(around: Around, clinician: bool | None, kind: MeetingKind) -> list[str]:
    codes = {*around.attendants, *_COMES_ALONG.get(kind, ())}
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
