"""Meetings: agreed, moved, called off, held (I §3, §4.1)."""

from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.episodes.models import Episode, Meeting, MeetingKind
from fotfeste.apps.episodes.selectors import next_planned, open_episode
from fotfeste.apps.people.timeline import Fact
from fotfeste.domain.day_limits import can_be_agreed, has_happened
from fotfeste.domain.startup import PlaceKind
from fotfeste.domain.verdict import Refused, because


def plan_meeting(
    deed: Deed, *, day: date, place_kind: PlaceKind, clinician_attends: bool | None = None
) -> Meeting:
    """A start-up meeting is agreed for a day."""
    refuse(can_be_agreed(day, on=deed.on))
    meeting = _new(
        open_episode(deed.person),
        deed,
        kind=MeetingKind.START_UP,
        held_on=day,
        is_held=False,
        place_kind=place_kind,
        clinician_attended=clinician_attends,
    )
    deed.done("meeting.planned", planned_on=day.isoformat())
    return meeting


def move_meeting(deed: Deed, *, day: date) -> None:
    """The meeting that was agreed is moved to another day."""
    refuse(can_be_agreed(day, on=deed.on))
    planned = _planned(deed)
    before, planned.held_on = planned.held_on, day
    planned.version += 1
    planned.save(update_fields=["held_on", "version"])
    deed.done("meeting.moved", from_day=before.isoformat(), planned_on=day.isoformat())


def call_off_meeting(deed: Deed) -> None:
    """The meeting that was agreed will not be held. The timeline remembers that it was agreed."""
    planned = _planned(deed)
    planned.delete()
    deed.done("meeting.called-off", planned_on=planned.held_on.isoformat())


def log_meeting(
    deed: Deed, *, held_on: date, place_kind: PlaceKind, clinician_attended: bool | None = None
) -> Meeting:
    """A start-up meeting was held. If one was agreed, that is the one."""
    episode = open_episode(deed.person)
    refuse(has_happened(held_on, on=deed.on, referred_on=episode.referred_on))
    meeting = next_planned(episode) or Meeting(
        person=deed.person, episode=episode, kind=MeetingKind.START_UP, version=0
    )
    meeting.held_on, meeting.is_held = held_on, True
    meeting.place_kind, meeting.clinician_attended = place_kind, clinician_attended
    meeting.version += 1
    meeting.save()
    deed.done("meeting.held", day=held_on, place=place_kind, clinician=clinician_attended)
    return meeting


def log_contact(deed: Deed, *, held_on: date, place_kind: PlaceKind) -> Meeting:
    """A contact with somebody in, before or after a job (fidelity 23)."""
    episode = open_episode(deed.person)
    refuse(has_happened(held_on, on=deed.on, referred_on=episode.referred_on))
    meeting = _new(episode, deed, kind=MeetingKind.FOLLOW_ALONG, held_on=held_on, place_kind=place_kind)
    deed.done("contact.held", day=held_on, place=place_kind)
    return meeting


def _new(episode: Episode, deed: Deed, **facts: Fact | date) -> Meeting:
    return Meeting.objects.create(person=deed.person, episode=episode, **facts)


def _planned(deed: Deed) -> Meeting:
    planned = next_planned(open_episode(deed.person))
    if planned is None:
        raise Refused((because("meeting.none-planned", "house §meetings"),))
    return planned
