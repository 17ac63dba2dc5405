"""*Today*: the specialist's first screen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from fotfeste import clock
from fotfeste.apps.agenda.selectors import StoredLine
from fotfeste.apps.caseload.mine import Mine, stood_in_for
from fotfeste.apps.caseload.today import LinePlace, Pressing, Today, TodayAsked, access_today, act_seen_news
from fotfeste.apps.referrals.inbox import new_referrals
from fotfeste.apps.supervision.reading import access_my_supervision
from fotfeste.apps.unit_meetings.tasks import access_tasks
from fotfeste.apps.vault.keys import unwrapped
from fotfeste.domain.agenda import Act
from fotfeste.domain.caseload import departures, room
from fotfeste.domain.permissions import Ability
from fotfeste.domain.purposes import Purpose
from fotfeste.parameters import CASELOAD_GUIDANCE
from fotfeste.web.acts_touch import unanswered
from fotfeste.web.happenings import Happening, happening
from fotfeste.web.lines import LineShown, line_on_today, source_link
from fotfeste.web.meetings_shown import MeetingShown, meeting_shown
from fotfeste.web.policy import needs
from fotfeste.web.purposes import KEPT_AS
from fotfeste.web.requests import actor, read_uuid
from fotfeste.web.supervision import put_shown
from fotfeste.web.unit_meeting_tasks import tasks_shown

"""Where the session keeps since when something counts as new: since the last look before today, or *Sett*."""

CHOICES: Mapping[str, Pressing] = {
    "over-fristen": Pressing.OVERDUE,
    "neste-dager": Pressing.THIS_WEEK,
    "uten-dato": Pressing.OPEN,
}


BEGINS_WITH_A_CALL = frozenset({Act.PLAN_MEETING, Act.LOG_CONTACT, Act.FOLLOW_PLAN})
"""Lines that one answers by calling: that nobody answered is put down with one touch."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One filter: what it is called, how many there are, where it leads."""

    key: str
    count: int
    url: str
    is_current: bool


@needs(Ability.AGENDA_OWN)
@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """What is next for everyone one follows."""
    on, asked = clock.today(), _asked(request)
    purposes = request.session.get(KEPT_AS, {})
    tasks = access_tasks(actor(request), at=clock.now())
    supervision = access_my_supervision(actor(request), at=clock.now(), only_open=True)
    waiting = new_referrals(actor(request))
    found = access_today(actor(request), at=clock.now(), on=on, asked=asked, purposes=purposes)
    page = _page(request, found, asked, on) | {"tasks": tasks_shown(tasks), "new_referrals": waiting}
    page["supervision"] = [put_shown(each) for each in supervision]
    return render(request, "today/today.html", page)


@needs(Ability.AGENDA_OWN)
@require_POST
def stand_in(request: HttpRequest) -> HttpResponse:
    """One covers for a colleague today, and says so once for all of them."""
    kept = request.session.get(KEPT_AS, {})
    said = dict.fromkeys(stood_in_for(actor(request), on=clock.today()), Purpose.COVERS_FOR_COLLEAGUE)
    request.session[KEPT_AS] = {**kept, **said}
    return redirect("today")


@needs(Ability.AGENDA_OWN)
@require_POST
def seen(request: HttpRequest) -> HttpResponse:
    """What was new has been seen: from now on only what comes after is new."""
    act_seen_news(actor(request), at=clock.now())
    return redirect("today")


def _page(request: HttpRequest, found: Today, asked: TodayAsked, on: date) -> dict[str, object]:
    chosen = request.GET.get("person", "")
    return {
        "lines": _lines(found, on),
        "counts": found.counts,
        "choices": _choices(found, request.GET.get("vis", ""), chosen),
        "is_filtered": asked.pressing is not Pressing.ALL or asked.person is not None,
        "people": [(str(mine.public_id), str(mine.name)) for mine in found.people.values() if mine.is_open],
        "chosen": chosen,
        "closed": [str(mine.name) for mine in found.closed],
        "meetings": list(_meetings(found, on)),
        "news": _news(found),
        "new_since": found.new_since,
        "load": found.caseload,
        "room": room(found.caseload, CASELOAD_GUIDANCE.on(on)),
        "too_many": departures(found.caseload, CASELOAD_GUIDANCE.on(on)),
        "most_advised": found.most_advised,
        "load_source": source_link("fidelity 1"),
        "older_url": _further(request, found.next_place),
        "newer_url": _address(request, etter="") if asked.after else "",
    }


def _lines(found: Today, on: date) -> list[LineShown]:
    return [_line(line, found.people[line.person], on) for line in found.lines]


def _line(line: StoredLine, mine: Mine, on: date) -> LineShown:
    shown = line_on_today(line, mine.public_id, str(mine.name), on=on)
    if line.act not in BEGINS_WITH_A_CALL:
        return shown
    return replace(shown, touch=unanswered(mine.public_id, query="?fra=i-dag"))


def _meetings(found: Today, on: date) -> Iterator[MeetingShown]:
    for meeting in found.meetings:
        mine = found.people[meeting.person_id]
        key = unwrapped(mine.key_row, mine.public_id)
        yield meeting_shown(meeting, mine.public_id, key, on=on, name=str(mine.name), more="&fra=i-dag")


def _news(found: Today) -> list[Happening]:
    return [happening(event, name=found.people[event.person_id]) for event in found.news]


def _choices(found: Today, current: str, person: str) -> list[Choice]:
    counts = {"over-fristen": found.counts.overdue, "neste-dager": found.counts.this_week}
    counts["uten-dato"] = found.counts.open
    more = {"person": person} if person else {}
    return [
        Choice(key, count, "?" + urlencode({"vis": key, **more}), is_current=key == current)
        for key, count in counts.items()
    ]


def _asked(request: HttpRequest) -> TodayAsked:
    return TodayAsked(
        pressing=CHOICES.get(request.GET.get("vis", ""), Pressing.ALL),
        person=read_uuid(request.GET.get("person", "")),
        after=_place(request.GET.get("etter", "")),
    )


def _place(text: str) -> LinePlace | None:
    """Where to go on from, read back from the address; nonsense is the beginning."""
    due, _, rest = text.partition("_")
    place, _, person = rest.partition("_")
    found = read_uuid(person)
    if found is None or not (place.isascii() and place.isdigit() and len(place) < 6):
        return None
    try:
        return LinePlace(date.fromisoformat(due) if due else None, int(place), found)
    except ValueError:
        return None


def _further(request: HttpRequest, place: LinePlace | None) -> str:
    if place is None:
        return ""
    due = place.due.isoformat() if place.due else ""
    return _address(request, etter=f"{due}_{place.place}_{place.person}")


def _address(request: HttpRequest, **changed: str) -> str:
    """The same page with something else in its address."""
    kept = {name: value for name in ("vis", "person") if (value := request.GET.get(name, ""))}
    return "?" + urlencode({**kept, **{name: value for name, value in changed.items() if value}})


urlpatterns = [
    path("i-dag", today, name="today"),
    path("i-dag/sett", seen, name="today_seen"),
    path("i-dag/vikar", stand_in, name="today_stand_in"),
]
