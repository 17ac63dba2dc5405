"""A meeting as one reads it, with the buttons that say what became of it."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.episodes.models import Meeting
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.meetings import Attendant, MeetingState
from fotfeste.web.acts_touch import Touch, touches_of
from fotfeste.web.happening_values import VALUES
from fotfeste.web.lines import act_url

KINDS = {
    "start_up": _("Oppstartsmøte"),
    "jobseeker": _("Samtale med jobbsøkeren"),
    "follow_along": _("Oppfølging i jobb"),
    "clinician": _("Møte med behandler"),
    "nav": _("Møte med NAV"),
    "employer": _("Møte med arbeidsgiver"),
}
STATES = {
    MeetingState.PLANNED: _("avtalt"),
    MeetingState.MOVED: _("flyttet hit"),
    MeetingState.NOT_LOGGED: _("ikke ført"),
    MeetingState.HELD: _("holdt"),
    MeetingState.MISSED: _("kom ikke"),
    MeetingState.CALLED_OFF: _("avlyst"),
}
COLORS = {
    MeetingState.NOT_LOGGED: "warning",
    MeetingState.MISSED: "warning",
    MeetingState.HELD: "success",
}


@dataclass(frozen=True, slots=True)
class MeetingShown:
    """One meeting. `who` came when it was held, else is asked to come."""

    kind: str | Promise
    on: date
    at: time | None
    place: str
    who: str
    is_held: bool
    state: str | Promise
    color: str
    touches: list[Touch]
    log_url: str
    file_url: str
    name: str
    public_id: UUID


def meeting_shown(
    meeting: Meeting, public_id: UUID, key: SealingKey, *, on: date, name: str = "", more: str = ""
) -> MeetingShown:
    """For the person's page; with the name for *Today*. Opens sealed words: call it after the transaction."""
    state = meeting.state(on)
    query = f"?om={meeting.public_id.hex}{more}"
    log = "log-meeting" if meeting.kind == "start_up" else "log-appointment"
    return MeetingShown(
        kind=KINDS.get(meeting.kind, KINDS["jobseeker"]),
        on=meeting.held_on,
        at=meeting.starts_at,
        place=place_in_words(meeting, key),
        who=who_in_words(meeting, key),
        is_held=meeting.is_held,
        state=STATES[state],
        color=COLORS.get(state, "neutral"),
        touches=touches_of(meeting, public_id, on=on, more=more),
        log_url=act_url(public_id, log) + query if meeting.is_planned else "",
        file_url=reverse("meeting_file", args=[public_id, meeting.public_id]) if meeting.is_planned else "",
        name=name,
        public_id=public_id,
    )


def place_in_words(meeting: Meeting, key: SealingKey) -> str:
    """Where it is: in one's own words, and what kind of place."""
    kind = str(VALUES["place"][meeting.place_kind])
    where = meeting.opened("sealed_where", key)
    return f"{where} ({kind})" if where else kind


def who_in_words(meeting: Meeting, key: SealingKey) -> str:
    """Who came, or who is asked to come: by kind, and those who were chosen by name."""
    codes = meeting.came if meeting.is_held else meeting.invited
    said = [str(VALUES["attendant"][code]) for code in codes if code != Attendant.OTHER]
    others = meeting.opened("sealed_others", key) if Attendant.OTHER in codes else ""
    named = meeting.opened("sealed_people", key).splitlines()
    return ", ".join(each for each in (*said, *named, others) if each)
