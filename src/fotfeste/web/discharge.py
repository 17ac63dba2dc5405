"""The page of a discharge and its letter; and the supervisor's inbox of those she is asked about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste import clock
from fotfeste.apps.caseload.discharge import DischargePage, access_discharge, access_letter
from fotfeste.apps.discharge.models import Consultation, Discharge
from fotfeste.apps.team.discharge import Answer, AskedAbout, access_asked, access_consultation, act_answer
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.agenda import Act
from fotfeste.domain.discharge import Consulted, DischargeReason, missing
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.web.acts_discharge import ASK, CONSIDER, GO_ON, WITH_CLINICIAN, WITH_SUPERVISOR
from fotfeste.web.discharge_words import REASONS, WITH, in_words
from fotfeste.web.lines import Action, act_url
from fotfeste.web.looks import look_of
from fotfeste.web.once import new_form_key, once
from fotfeste.web.person_header import header_page
from fotfeste.web.policy import needs, record
from fotfeste.web.refusals import in_words as reasons_in_words
from fotfeste.web.refusals import tell
from fotfeste.web.requests import actor, read_number

LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class TalkShown:
    """One consultation in words. Without a day it is asked, and not answered yet."""

    with_whom: str
    asked_on: date
    held_on: date | None
    by: str
    question: str
    pros: str
    cons: str
    advice: str


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """One discharge in words."""

    on: date
    reason: str
    words: str
    coming_back: str
    why_departed: str
    by: str
    letter_url: str


class AdviceForm(forms.Form):
    """What the supervisor thinks of a discharge."""

    pros = forms.CharField(
        label=_("Fordeler ved utskriving"), required=False, max_length=LONGEST, widget=forms.Textarea
    )
    cons = forms.CharField(
        label=_("Ulemper ved utskriving"), required=False, max_length=LONGEST, widget=forms.Textarea
    )
    advice = forms.CharField(
        label=_("Rådet ditt"),
        max_length=LONGEST,
        widget=forms.Textarea,
        help_text=_("Jobbspesialisten leser det. Jobbsøkeren kan lese det."),
    )


@record
@require_safe
def person_discharge(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What is considered, who has said what, and what is decided."""
    look = look_of(request, public_id)
    found = access_discharge(look)
    page = header_page(found.header, "person_discharge", on=look.on) | _page(found, look.on)
    return render(request, "person/discharge.html", page)


@record
@require_safe
def discharge_letter(request: HttpRequest, public_id: UUID, discharge: UUID) -> HttpResponse:
    """The letter as a file; a page that says to wait while it is being made."""
    letter = access_letter(look_of(request, public_id), discharge)
    if letter is None:
        back = reverse("person", args=[public_id])
        return render(request, "person/letter_not_made.html", {"back": back}, status=404)
    response = HttpResponse(letter.content(), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{letter.name}"'
    return response


@needs(Ability.TEAM_READ)
@require_safe
def discharge_asked(request: HttpRequest) -> HttpResponse:
    """Those the supervisor is asked about, the oldest first."""
    return render(request, "team/discharge_asked.html", {"asked": access_asked(actor(request))})


@needs(Ability.TEAM_READ)
@require_http_methods(["GET", "HEAD", "POST"])
def discharge_advice(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One question about a discharge, and its answer."""
    at, on = clock.now(), clock.today()
    form = AdviceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            answer = once(request, lambda: _answer(request, public_id, form), at=at)
        except Refused as refused:
            tell(form, refused, {}, on=on)
        else:
            messages.success(request, _now("Rådet er sendt til jobbspesialisten."))
            return answer
    found = access_consultation(actor(request), public_id, at=at)
    page = _asked_page(found) | {"form": form, "form_key": new_form_key()}
    return render(request, "team/discharge_advice.html", page, status=422 if form.errors else 200)


def _answer(request: HttpRequest, public_id: UUID, form: AdviceForm) -> str:
    said = Answer(**form.cleaned_data, version=read_number(request.POST.get("version", "")) or 0)
    act_answer(actor(request), public_id, said, at=clock.now(), on=clock.today())
    return reverse("discharge_asked")


def _asked_page(found: AskedAbout) -> dict[str, object]:
    row, key = found.consultation, found.key
    considered = row.consideration
    return {
        "name": str(found.name),
        "talk": talk_shown(row, key),
        "why": considered.opened("sealed_why", key),
        "jobseeker": considered.opened("sealed_jobseeker", key),
        "tried": considered.opened("sealed_tried", key),
        "others": [talk_shown(each, key) for each in found.others],
        "is_answered": row.held_on is not None or considered.closed_on is not None,
        "version": row.version,
    }


def _page(found: DischargePage, on: date) -> dict[str, object]:
    key, row = found.header.key, found.row
    left = missing(found.considered) if found.considered else ()
    return {
        "considered": row,
        "why": row.opened("sealed_why", key) if row else "",
        "jobseeker": row.opened("sealed_jobseeker", key) if row else "",
        "tried": row.opened("sealed_tried", key) if row else "",
        "talks": [talk_shown(each, key) for each in found.consultations.values()],
        "ends": [in_words(each) for each in found.ends],
        "missing": reasons_in_words(left, on=on),
        "decisions": [_decision(each, key) for each in found.decisions],
        "acts": list(_acts(found)),
    }


def talk_shown(row: Consultation, key: SealingKey) -> TalkShown:
    """A consultation in words."""
    by = row.answered_by or row.asked_by
    return TalkShown(
        with_whom=str(WITH[Consulted(row.consulted)]),
        asked_on=row.asked_on,
        held_on=row.held_on,
        by=by.name if by else "",
        question=row.opened("sealed_question", key),
        pros=row.opened("sealed_pros", key),
        cons=row.opened("sealed_cons", key),
        advice=row.opened("sealed_advice", key),
    )


def _decision(row: Discharge, key: SealingKey) -> DecisionShown:
    return DecisionShown(
        on=row.discharged_on,
        reason=str(REASONS[DischargeReason(row.reason)]),
        words=row.opened("sealed_words", key),
        coming_back=row.opened("sealed_coming_back", key),
        why_departed=row.opened("sealed_why_departed", key),
        by=row.decided_by.name if row.decided_by else "",
        letter_url=reverse("discharge_letter", args=[row.person.public_id, row.public_id]),
    )


def _acts(found: DischargePage) -> Iterator[Action]:
    """What can be done next, in the order it is done."""
    public_id = found.header.public_id
    if found.row is None:
        if found.header.course.episode and found.header.course.episode.discharged_on is None:
            yield Action(_now("Vurder utskriving"), act_url(public_id, CONSIDER))
        return
    yield Action(_now("Endre vurderingen"), act_url(public_id, CONSIDER))
    asked = found.consultations.get(Consulted.SUPERVISOR)
    if asked is None or asked.held_on is None:
        yield Action(_now("Spør metodeveilederen"), act_url(public_id, ASK))
        yield Action(_now("Drøftet med metodeveileder"), act_url(public_id, WITH_SUPERVISOR))
    yield Action(_now("Drøftet med behandler"), act_url(public_id, WITH_CLINICIAN))
    yield Action(_now("Fortsett oppfølgingen"), act_url(public_id, GO_ON))
    yield Action(_now("Skriv ut"), act_url(public_id, Act.DISCHARGE))


urlpatterns = [
    path("personer/<uuid:public_id>/utskriving", person_discharge, name="person_discharge"),
    path(
        "personer/<uuid:public_id>/utskriving/<uuid:discharge>/brev",
        discharge_letter,
        name="discharge_letter",
    ),
    path("teamet/utskriving", discharge_asked, name="discharge_asked"),
    path("teamet/utskriving/<uuid:public_id>", discharge_advice, name="discharge_advice"),
]
