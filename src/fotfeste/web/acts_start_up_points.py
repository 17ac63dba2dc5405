"""The start-up's agenda as a checklist, carried over between meetings until it is done (I-4.1c)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.consents.selectors import consents_in_force
from fotfeste.apps.episodes.facts import start_up as start_up_facts
from fotfeste.apps.episodes.models import Meeting, PointDone
from fotfeste.apps.episodes.selectors import newest_episode, points_done_of, start_up_meetings
from fotfeste.apps.episodes.services.start_up import go_through
from fotfeste.domain.agenda import Act
from fotfeste.domain.start_up_points import SEEN_FROM_FACTS, StartUpPoint, points_done
from fotfeste.domain.startup import StartUp
from fotfeste.web.acts_consent import proposal, said_at_referral
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.acts_start_up import own_goal
from fotfeste.web.forms_look import DayField
from fotfeste.web.happening_values import VALUES
from fotfeste.web.lines import act_url, language
from fotfeste.web.requests import read_uuid
from fotfeste.web.words.dates import long_day

ACTS = {
    StartUpPoint.INFORMATION_TALK: "hold-information-talk",
    StartUpPoint.PLAN_FOR_PROBLEMS: "make-contingency-plan",
    StartUpPoint.ANSWER: "sum-up-start-up",
}
"""Points with a page of their own."""

HINTS = {
    StartUpPoint.WORK_GOAL: _("Begynn her: hva vil jobbsøkeren selv?"),
    StartUpPoint.HEALTH_TEAM: _("Hva gjør behandlerne, og hva gjør de ikke?"),
    StartUpPoint.ROLES: _("Henviser, jobbspesialist, jobbsøker og NAV."),
    StartUpPoint.TOOLS: _("Karriereprofil og jobbutviklingsplan."),
    StartUpPoint.CONSENT: _("Gått gjennom og undertegnet. Selve svaret føres under Samtykke."),
    StartUpPoint.CONTACT_DETAILS: _("Jobbsøkeren har fått telefon og e-post til jobbspesialisten."),
}


def _tick() -> forms.BooleanField:
    return forms.BooleanField(required=False)


class PointsForm(ActForm):
    """What has been gone through so far; what is not ticked is carried over to the next meeting."""

    blames = {"day.": "day"}
    work_goal = _tick()
    health_team = _tick()
    health_for_work = _tick()
    roles = _tick()
    tools = _tick()
    consent = _tick()
    disclosure = _tick()
    contact_details = _tick()
    meeting = forms.ChoiceField(label=_("I hvilket møte?"), required=False)
    day = DayField(label=_("Dag"))

    def shape(self, start: Start) -> None:
        """Each point by its words, with who ticked it and when."""
        for name, done in start.given["ticked"].items():
            hint = HINTS.get(StartUpPoint(name), "")
            self.fields[name].label = _called(name)
            self.fields[name].help_text = str(done or hint)
        choices = self.fields["meeting"]
        assert isinstance(choices, forms.ChoiceField)  # noqa: S101  # declared above
        choices.choices = [("", _("Ikke i et møte")), *start.given["meetings"]]


def _start(found: Found, asked: Asked) -> Start:
    episode = newest_episode(found.person)
    rows = {row.code: row for row in points_done_of(episode)}
    held = start_up_meetings(episode)
    record = start_up_facts(episode, held) if episode else StartUp()
    ticked = [point for point in StartUpPoint if point not in SEEN_FROM_FACTS]
    return Start(
        initial={point.value: point in rows for point in ticked},
        shown=(*_consents_first(found), *own_goal(found)),
        given={
            "ticked": {point.value: _done(rows.get(point)) for point in ticked},
            "seen": [_seen(found, point, record) for point in ACTS],
            "meetings": [(row.public_id.hex, _said(row)) for row in held],
        },
        suggested={"day": asked.on, "meeting": next((row.public_id.hex for row in held if row.is_held), "")},
    )


def _consents_first(found: Found) -> tuple[Shown, ...]:
    """What the referral said of consent and nobody has answered here stands first (RL4285)."""
    answered = consents_in_force(found.person)
    return proposal([scope for scope in said_at_referral(found) if scope not in answered])


def _seen(found: Found, point: StartUpPoint, record: StartUp) -> dict[str, object]:
    return {
        "label": _called(point),
        "is_done": point in points_done(record, ()),
        "url": act_url(found.person.public_id, ACTS[point]),
    }


def _called(point: str) -> str:
    """A point by itself: it begins with a capital, as it does not inside a sentence."""
    words = str(VALUES["point"][point])
    return words[:1].upper() + words[1:]


def _said(meeting: Meeting) -> str:
    return long_day(meeting.held_on, language())


def _done(row: PointDone | None) -> str:
    if row is None:
        return ""
    said = {"day": long_day(row.done_on, language()), "who": row.done_by.name if row.done_by else ""}
    if row.meeting is None:
        return _now("Gjort %(day)s, ført av %(who)s") % said
    return _now("Gjort i møtet %(day)s, ført av %(who)s") % {**said, "day": _said(row.meeting)}


def _go_through(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    ticked = [point.value for point in StartUpPoint if typed.get(point.value)]
    go_through(deed, ticked=ticked, done_on=typed["day"], meeting=read_uuid(typed["meeting"]))


PAGES = (
    ActPage(
        slug=Act.GO_THROUGH_START_UP,
        title=_("Gå gjennom oppstarten"),
        help=_("Kryss av det dere har snakket om. Resten følger med til neste møte."),
        form=PointsForm,
        start=_start,
        do=_go_through,
        action=Action.EPISODE_CHANGED,
        said=_("Listen er lagret."),
        template="acts/start_up_points.html",
        on_menu=True,
    ),
)
