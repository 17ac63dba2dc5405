"""Acts of one touch: one button on the person's page or on *Today*, and a page for each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.disclosure.services.employer_meetings import follow_meeting
from fotfeste.apps.episodes.models import Episode, Meeting
from fotfeste.apps.episodes.selectors import newest_episode
from fotfeste.apps.episodes.services import contact, meetings
from fotfeste.apps.episodes.services.notes import keep_words
from fotfeste.domain.agenda import Act
from fotfeste.domain.meetings import MeetingState
from fotfeste.domain.verdict import Refused, because
from fotfeste.web.acts_meetings import meeting_asked
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start, nothing_before
from fotfeste.web.lines import act_url, language
from fotfeste.web.once import new_form_key
from fotfeste.web.requests import read_uuid
from fotfeste.web.words.dates import long_day

UNANSWERED, REACHED = "call-unanswered", "contact-reached"
MISSED, CALLED_OFF, A_WEEK_LATER, UNDO = (
    "meeting-missed",
    "meeting-called-off",
    "meeting-a-week-later",
    "meeting-undo",
)
AROSE, SETTLED = "problem-arose", "problem-settled"


class OneTouch(ActForm):
    """Nothing to fill in."""


class FollowForm(ActForm):
    """What came of following the plan."""

    is_reached = forms.ChoiceField(
        label=_("Har dere fått kontakt igjen?"),
        choices=(("yes", _("Ja")), ("no", _("Nei, ikke ennå"))),
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("Hva ble gjort?"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Blir et notat, kryptert. Jobbsøkeren kan lese det."),
    )


@dataclass(frozen=True, slots=True)
class Touch:
    """A button that does it at once. Its key makes a double click one act; its version tells an old page."""

    label: str | Promise
    url: str
    key: str
    version: str


def touch(label: str | Promise, public_id: UUID, slug: str, *, start: Start, query: str = "") -> Touch:
    """A button for an act without a form."""
    return Touch(label, act_url(public_id, slug) + query, new_form_key(), start.version)


def unanswered(public_id: UUID, *, query: str = "") -> Touch:
    """Called, no answer."""
    return touch(_("Ringte, ikke svar"), public_id, UNANSWERED, start=Start(), query=query)


def touches_of(meeting: Meeting, public_id: UUID, *, on: date, more: str = "") -> list[Touch]:
    """What can be done with a meeting by one touch today."""
    offered: list[tuple[str | Promise, str]] = []
    if meeting.is_planned:
        if meeting.held_on <= on:
            offered.append((_("Kom ikke"), MISSED))
        offered += [(_("Avlys"), CALLED_OFF), (_("Flytt en uke"), A_WEEK_LATER)]
    if meeting.state(on) is not MeetingState.HELD and (not meeting.is_planned or meeting.moved_from):
        offered.append((_("Angre"), UNDO))
    query = f"?om={meeting.public_id.hex}{more}"
    start = _saved(meeting)
    return [touch(label, public_id, slug, start=start, query=query) for label, slug in offered]


def _saved(meeting: Meeting) -> Start:
    return Start(initial={"meeting": meeting.public_id.hex, "meeting_version": meeting.version})


def _start_of_meeting(found: Found, asked: Asked) -> Start:
    meeting = meeting_asked(found, asked)
    if meeting is None:
        return Start()
    start = _saved(meeting)
    return Start(initial=start.initial, shown=(Shown(_("Møtet"), long_day(meeting.held_on, language())),))


def _on_meeting(do: Callable[..., None]) -> Callable[[Deed, Mapping[str, Any], Asked], None]:
    def doing(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
        do(deed, meeting=read_uuid(asked.about))
        follow_meeting(deed, read_uuid(asked.about))

    return doing


def _undo(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    meeting = read_uuid(asked.about)
    if meeting is None:
        raise Refused((because("meeting.nothing-to-undo", "house §meetings"),))
    meetings.undo_meeting(deed, meeting=meeting)
    follow_meeting(deed, meeting)


def _tried(*, was_reached: bool) -> Callable[[Deed, Mapping[str, Any], Asked], None]:
    return lambda deed, typed, asked: contact.try_to_reach(deed, was_reached=was_reached)


def _start_of_problem(found: Found, asked: Asked) -> Start:
    episode = _episode(found)
    words = episode.opened("sealed_agreed_problems", found.key)
    shown = (Shown(_("Det dere følger med på"), words),) if words else ()
    return Start(initial={"since": episode.agreed_problem_on}, shown=shown)


def _start_of_plan(found: Found, asked: Asked) -> Start:
    plan = _episode(found).opened("sealed_contingency_plan", found.key)
    return Start(shown=(Shown(_("Planen"), plan),)) if plan else Start()


def _follow(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    if typed["note"]:
        keep_words(deed, typed["note"])
    is_reached = typed["is_reached"] == "yes"
    if is_reached and _episode(deed.found).agreed_problem_on is not None:
        contact.agreed_problem_settled(deed)
    contact.try_to_reach(deed, was_reached=is_reached)


def _episode(found: Found) -> Episode:
    return newest_episode(found.person) or Episode(person=found.person)


def _touch_page(slug: str, title: Any, button: Any, do: Any, said: Any, **more: Any) -> ActPage:
    given = {"form": OneTouch, "action": Action.MEETING_RECORDED, **more}
    return ActPage(slug=slug, title=title, button=button, do=do, said=said, **given)


_OF_MEETING = {"start": _start_of_meeting}

PAGES = (
    _touch_page(
        MISSED,
        _("Jobbsøkeren kom ikke"),
        _("Kom ikke"),
        _on_meeting(meetings.miss_meeting),
        _("Ført: kom ikke. Var det feil, så trykk på Angre ved møtet."),
        **_OF_MEETING,
    ),
    _touch_page(
        CALLED_OFF,
        _("Avlys møtet"),
        _("Avlys"),
        _on_meeting(meetings.call_off_meeting),
        _("Møtet er avlyst. Var det feil, så trykk på Angre ved møtet."),
        **_OF_MEETING,
    ),
    _touch_page(
        A_WEEK_LATER,
        _("Flytt møtet en uke"),
        _("Flytt en uke"),
        _on_meeting(meetings.move_a_week),
        _("Møtet er flyttet en uke. Var det feil, så trykk på Angre ved møtet."),
        **_OF_MEETING,
    ),
    _touch_page(
        UNDO,
        _("Angre det siste ved møtet"),
        _("Angre"),
        _undo,
        _("Møtet er avtalt som før."),
        **_OF_MEETING,
    ),
    _touch_page(
        UNANSWERED,
        _("Ringte, ikke svar"),
        _("Ringte, ikke svar"),
        _tried(was_reached=False),
        _("Ført: ringte, ikke svar."),
        on_menu=True,
        start=nothing_before,
    ),
    _touch_page(
        REACHED,
        _("Fikk tak i jobbsøkeren"),
        _("Fikk tak i"),
        _tried(was_reached=True),
        _("Ført: fikk tak i jobbsøkeren."),
        on_menu=True,
        start=nothing_before,
    ),
    _touch_page(
        AROSE,
        _("Noe dere følger med på, har skjedd"),
        _("Vis planen"),
        lambda deed, typed, asked: contact.agreed_problem_arose(deed),
        _("Planen for problemer står øverst på oversikten."),
        on_menu=True,
        start=_start_of_problem,
        action=Action.PLAN_CHANGED,
    ),
    _touch_page(
        SETTLED,
        _("Problemet er over"),
        _("Det er over"),
        lambda deed, typed, asked: contact.agreed_problem_settled(deed),
        _("Ført: problemet er over."),
        start=_start_of_problem,
        action=Action.PLAN_CHANGED,
    ),
    ActPage(
        slug=Act.FOLLOW_PLAN,
        title=_("Følg planen for problemer"),
        help=_("Gjør det dere ble enige om da det gikk bra. Planen er jobbsøkerens like mye som din."),
        form=FollowForm,
        start=_start_of_plan,
        do=_follow,
        action=Action.MEETING_RECORDED,
        said=_("Ført."),
    ),
)
