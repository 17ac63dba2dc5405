"""The caseload: everyone one follows, by course stage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from fotfeste import clock
from fotfeste.apps.caseload.board import Board, Card, access_board
from fotfeste.domain.caseload import departures
from fotfeste.domain.course import CourseStage, days_in_stage
from fotfeste.domain.names import search_form
from fotfeste.domain.permissions import Ability
from fotfeste.parameters import CASELOAD_GUIDANCE
from fotfeste.web.addresses import address
from fotfeste.web.lines import language, source_link, text_of, words_of
from fotfeste.web.policy import needs
from fotfeste.web.purposes import KEPT_AS
from fotfeste.web.requests import actor, read_uuid
from fotfeste.web.words import numbers

ADDRESSES: Mapping[str, CourseStage] = {
    "henvist": CourseStage.REFERRED,
    "oppstart": CourseStage.START_UP,
    "jobbsok": CourseStage.JOB_SEARCH,
    "i-jobb": CourseStage.IN_JOB,
    "utskrevet": CourseStage.DISCHARGED,
}
"""How a stage is written in an address."""


@dataclass(frozen=True, slots=True)
class Person:
    """One card of the board, in words."""

    url: str
    name: str
    how_long: str
    next_title: str
    next_due: date | None
    overdue: int
    wished: str
    is_stand_in: bool
    is_open: bool
    stage: CourseStage | None


@dataclass(frozen=True, slots=True)
class Stage:
    """One column of the board."""

    key: str
    name: str
    people: Sequence[Person]


@needs(Ability.CASELOAD_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def caseload(request: HttpRequest) -> HttpResponse:
    """The board, with what is asked for on it. Asked by POST: a name has no place in an address."""
    on, asked = clock.today(), request.POST or request.GET
    stage = ADDRESSES.get(asked.get("stadium", ""))
    board = access_board(
        actor(request),
        at=clock.now(),
        on=on,
        purposes=request.session.get(KEPT_AS, {}),
        discharged=stage is CourseStage.DISCHARGED,
        after=read_uuid(request.GET.get("etter", "")),
    )
    return render(request, "caseload/caseload.html", _page(asked, board, stage, on))


def _page(asked: QueryDict, board: Board, stage: CourseStage | None, on: date) -> dict[str, object]:
    name, only_overdue = asked.get("navn", "")[:100], asked.get("over") == "ja"
    people = [_person(card, on) for card in board.cards]
    shown = [each for each in people if _fits(each, stage, name, only_overdue=only_overdue)]
    return {
        "stages": _stages(shown, stage, on),
        "unopened": [each for each in shown if not each.is_open],
        "has_people": bool(people),
        "shown": len(shown),
        "load": board.load,
        "too_many": departures(board.load, CASELOAD_GUIDANCE.on(on)) if not _is_over(stage) else (),
        "most_advised": board.most_advised,
        "load_source": source_link("fidelity 1"),
        "stage_choices": [(key, _stage_name(each, on)) for key, each in ADDRESSES.items()],
        "chosen_stage": asked.get("stadium", ""),
        "name": name,
        "only_overdue": only_overdue,
        "is_filtered": bool(stage or name or only_overdue),
        "is_over": _is_over(stage),
        "older_url": f"?stadium=utskrevet&etter={board.next_after}" if board.next_after else "",
    }


def _stages(people: Sequence[Person], chosen: CourseStage | None, on: date) -> list[Stage]:
    wanted = [stage for stage in ADDRESSES.values() if stage is not CourseStage.DISCHARGED]
    return [
        Stage(stage, _stage_name(stage, on), [each for each in people if each.stage is stage])
        for stage in ([chosen] if chosen else wanted)
    ]


def _fits(person: Person, stage: CourseStage | None, name: str, *, only_overdue: bool) -> bool:
    fits_stage = stage is None or person.stage is stage
    fits_name = not name or search_form(name) in search_form(person.name)
    return fits_stage and fits_name and (person.overdue > 0 or not only_overdue)


def _person(card: Card, on: date) -> Person:
    line = card.next_line
    return Person(
        url=address("person", card.mine.public_id),
        name=str(card.mine.name),
        how_long=_how_long(days_in_stage(card.standing, on=on) if card.standing else None),
        next_title=words_of(line.why[0], "title", on=on) if line else "",
        next_due=line.due if line else None,
        overdue=card.overdue,
        wished=_wished(card),
        is_stand_in=card.mine.is_stand_in,
        is_open=card.mine.is_open,
        stage=card.standing.stage if card.standing else None,
    )


def _how_long(days: int | None) -> str:
    """How long somebody has been in a stage, as people say it."""
    if days is None:
        return _("Ukjent hvor lenge")
    if days < 14:
        return ngettext("%(n)d dag her", "%(n)d dager her", days) % {"n": days}
    if days < 61:
        return ngettext("%(n)d uke her", "%(n)d uker her", days // 7) % {"n": days // 7}
    months = days * 12 // 365
    if months < 24:
        return ngettext("%(n)d måned her", "%(n)d måneder her", months) % {"n": months}
    return ngettext("%(n)d år her", "%(n)d år her", months // 12) % {"n": months // 12}


def _wished(card: Card) -> str:
    """«IT-drift, 40 %»."""
    percent = card.wished_percent
    said = [str(card.wished_work or ""), numbers.percent(percent, language()) if percent else ""]
    return ", ".join(filter(None, said))


def _stage_name(stage: CourseStage, on: date) -> str:
    return text_of(f"course-stage.{stage}", on=on)


def _is_over(stage: CourseStage | None) -> bool:
    return stage is CourseStage.DISCHARGED


urlpatterns = [path("portefoljen", caseload, name="caseload")]
