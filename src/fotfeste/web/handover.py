"""Handing over: whose, whom, to which colleague, from which day, and until when both can see."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from fotfeste import clock
from fotfeste.apps.around.handover import HandoverAsked, act_hand_over
from fotfeste.apps.around.handover_page import HandoverPage, ToHandOver, access_handover, advice
from fotfeste.domain.course import CourseStage
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Reason, Refused
from fotfeste.web.forms_look import DayField
from fotfeste.web.lines import text_of, words_of
from fotfeste.web.once import new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.refusals import tell
from fotfeste.web.requests import actor, read_number, read_uuid

BLAMED = {
    "handover.to": "receiver",
    "handover.not-a": "receiver",
    "handover.starts": "from_day",
    "handover.overlap": "overlap_until",
}


ABOUT_THE_CHOSEN = frozenset({"handover.to-oneself", "handover.not-a-colleague"})
"""Reasons against the one who was chosen: nothing to say while nobody is."""


class HandoverForm(forms.Form):
    """To whom and when. The persons are ticked in a list beside it."""

    receiver = forms.ChoiceField(
        label=_("Hvem skal ha dem?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Velg hvem som skal ha dem.")},
    )
    from_day = DayField(label=_("Fra hvilken dag?"))
    overlap_until = DayField(
        label=_("Til og med hvilken dag kan begge se saken?"),
        required=False,
        help_text=_("La feltet stå tomt hvis den som overleverer ikke skal se den etterpå."),
    )

    def __init__(self, data: Any, *, page: HandoverPage, today: object) -> None:
        super().__init__(data, initial={"from_day": today})
        receiver = self.fields["receiver"]
        assert isinstance(receiver, forms.ChoiceField)  # noqa: S101  # declared above
        receiver.choices = [
            (str(each.public_id), _receiver(each.name, each.caseload.active)) for each in page.receivers
        ]


@dataclass(frozen=True, slots=True)
class Row:
    """One person that can be ticked. `value` carries which version of the relation was seen."""

    value: str
    name: str
    is_ticked: bool
    goes_along: str


@dataclass(frozen=True, slots=True)
class Group:
    """Those in one course stage."""

    title: str
    rows: tuple[Row, ...]


@needs(Ability.CASELOAD_HAND_OVER)
@require_http_methods(["GET", "HEAD", "POST"])
def handover(request: HttpRequest) -> HttpResponse:
    """Choose, and hand over."""
    acting, at, on = actor(request), clock.now(), clock.today()
    whose = read_uuid(request.POST.get("giver") or request.GET.get("fra", ""))
    names: Mapping[str, str] = {}
    form_data = request.POST if request.method == "POST" else None
    refusal: Refused | None = None
    if form_data is not None and (asked := _asked(request, whose)) is not None:
        try:
            moved: list[int] = []
            answer = once(request, lambda: _hand_over(request, asked, moved), at=at)
        except Refused as refused:
            refusal = refused
        else:
            if moved:
                messages.success(request, _moved(moved[0]))
            return answer
    page = access_handover(acting, whose, at=at, on=on)
    form = HandoverForm(form_data, page=page, today=on)
    names = {str(each.relation): str(each.name) for each in page.people}
    if refusal is not None:
        if not request.POST.get("receiver"):
            refusal = Refused(tuple(each for each in refusal.verdict if each.code not in ABOUT_THE_CHOSEN))
        tell(form, refusal, BLAMED, on=on, said=lambda reason: _said(reason, names))
    return _page(request, page, form, names)


def _asked(request: HttpRequest, whose: UUID | None) -> HandoverAsked | None:
    """What was typed; None when a day cannot be read, which the form then says."""
    days = _Days(request.POST)
    if not days.is_valid():
        return None
    chosen = {}
    for typed in request.POST.getlist("person"):
        relation, _colon, version = typed.partition(":")
        key = read_uuid(relation)
        if key is not None:
            chosen[key] = read_number(version) or 0
    return HandoverAsked(
        giver=whose,
        receiver=read_uuid(request.POST.get("receiver", "")),
        chosen=chosen,
        from_day=days.cleaned_data["from_day"],
        overlap_until=days.cleaned_data["overlap_until"],
    )


class _Days(forms.Form):
    from_day = DayField()
    overlap_until = DayField(required=False)


def _hand_over(request: HttpRequest, asked: HandoverAsked, moved: list[int]) -> str:
    moved.append(act_hand_over(actor(request), asked, at=clock.now(), on=clock.today()))
    return reverse("handover")


def _moved(number: int) -> str:
    said = ngettext("%(number)d jobbsøker er overlevert.", "%(number)d jobbsøkere er overlevert.", number)
    return said % {"number": number}


def _said(reason: Reason, names: Mapping[str, str]) -> str:
    """A reason about one person names them as they stand in the list, if they still do."""
    person = dict(reason.data).get("person")
    if person is None:
        return words_of(reason, on=clock.today())
    return words_of(reason, on=clock.today(), person=names.get(str(person), str(_("En av dem"))))


def _page(
    request: HttpRequest, page: HandoverPage, form: HandoverForm, names: Mapping[str, str]
) -> HttpResponse:
    ticked = _ticked(request, names)
    everyone = {"alle": "ja"} if ticked != names.keys() else {}
    whose = {"fra": str(page.giver.public_id)} if page.giver and page.team else {}
    shown = {
        "page": page,
        "all_url": f"{request.path}?{urlencode(whose | everyone)}",
        "all_are_ticked": not everyone,
        "form": form,
        "form_key": new_form_key(),
        "groups": _groups(page, ticked),
        "ticked": len(ticked & names.keys()),
        "advice": _advice(page),
    }
    return render(request, "handover/handover.html", shown, status=422 if form.errors else 200)


def _ticked(request: HttpRequest, names: Mapping[str, str]) -> set[str]:
    """Those who were ticked; everybody when one asked for all of them."""
    if request.method != "POST" and request.GET.get("alle"):
        return set(names)
    return {typed.partition(":")[0] for typed in request.POST.getlist("person")}


def _groups(page: HandoverPage, ticked: set[str]) -> list[Group]:
    by_stage = {stage: [each for each in page.people if each.stage is stage] for stage in CourseStage}
    return [
        Group(
            text_of(f"course-stage.{stage}", on=clock.today()), tuple(_row(each, ticked) for each in people)
        )
        for stage, people in by_stage.items()
        if people
    ]


def _row(each: ToHandOver, ticked: set[str]) -> Row:
    return Row(
        value=f"{each.relation}:{each.version}",
        name=str(each.name),
        is_ticked=str(each.relation) in ticked,
        goes_along=_goes_along(each),
    )


def _goes_along(each: ToHandOver) -> str:
    along = each.goes_along
    words = [
        (along.lines, ngettext("%(n)d neste steg", "%(n)d neste steg", along.lines)),
        (along.meetings, ngettext("%(n)d avtalt møte", "%(n)d avtalte møter", along.meetings)),
        (along.around, ngettext("%(n)d rundt jobbsøkeren", "%(n)d rundt jobbsøkeren", along.around)),
        (along.stand_ins, ngettext("%(n)d vikar", "%(n)d vikarer", along.stand_ins)),
    ]
    return ", ".join(said % {"n": number} for number, said in words if number)


def _advice(page: HandoverPage) -> list[tuple[str, str]]:
    """What the guideline says of each receiver who would then follow too many, if all of them were chosen."""
    found = []
    for each in page.receivers:
        for reason in advice(each, len(page.people), on=clock.today()):
            found.append((each.name, words_of(reason, on=clock.today())))
    return found


def _receiver(name: str, active: int) -> str:
    said = ngettext("%(name)s, følger %(n)d jobbsøker nå", "%(name)s, følger %(n)d jobbsøkere nå", active)
    return said % {"name": name, "n": active}


urlpatterns = [path("overlever", handover, name="handover")]
