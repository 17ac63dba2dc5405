"""The supervisor's pages: the team's week, going through the log, and questions about looks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
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
from fotfeste.apps.around.handover_page import Specialist
from fotfeste.apps.around.questions import (
    LookQuestionPage,
    access_question,
    access_unanswered,
    act_answer,
)
from fotfeste.apps.people.models.looks import ReviewOutcome
from fotfeste.apps.team.review import PointedOut, Review, SameLooks, access_members, access_review, act_sign
from fotfeste.apps.team.week import Week, access_week
from fotfeste.domain.caseload import departures
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.parameters import CASELOAD_GUIDANCE
from fotfeste.web.forms_look import DayField
from fotfeste.web.lines import source_link
from fotfeste.web.log_words import is_in_emergency, what_happened, why_in_words
from fotfeste.web.once import new_form_key, once
from fotfeste.web.pictures.bars import share_picture
from fotfeste.web.policy import needs
from fotfeste.web.refusals import in_words, tell
from fotfeste.web.requests import actor, read_number
from fotfeste.web.team_fidelity import figure_words

A_MONTH = timedelta(days=30)
OUTCOMES = (
    (ReviewOutcome.IN_ORDER, _("Alt er i orden")),
    (ReviewOutcome.FOLLOWED_UP, _("Noe er fulgt opp med den det gjelder")),
)


class PeriodForm(forms.Form):
    """From one day to another."""

    fra = DayField(label=_("Fra"))
    til = DayField(label=_("Til og med"))


class SignForm(forms.Form):
    """What going through the log led to."""

    outcome = forms.ChoiceField(label=_("Hva kom fram?"), choices=OUTCOMES, widget=forms.RadioSelect)


class AnswerForm(forms.Form):
    """The answer to a question about a look."""

    text = forms.CharField(
        label=_("Svaret ditt"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Jobbsøkeren leser dette. Si hvorfor noen så, og hva du har gjort."),
    )


@dataclass(frozen=True, slots=True)
class SpecialistShown:
    """A specialist of the team, how many they follow, and what the guideline says of it."""

    public_id: UUID
    name: str
    active: int
    most: int
    is_gone: bool
    advice: list[str]


@dataclass(frozen=True, slots=True)
class PointedOutShown:
    """A look worth asking about, in words."""

    at: datetime
    what: str
    why: str
    persons: str
    signs: list[str]
    is_emergency: bool


@dataclass(frozen=True, slots=True)
class SameLooksShown:
    """What the looks of a period were, counted."""

    what: str
    looks: int
    persons: int


@needs(Ability.TEAM_READ)
@require_safe
def team(request: HttpRequest) -> HttpResponse:
    """The week in counts."""
    on = clock.today()
    week = access_week(actor(request), at=clock.now(), on=on)
    page = {
        "week": week,
        "specialists": list(_specialists(week.specialists, on)),
        "places": _places(week),
        "first_contact": figure_words(week.first_contact),
        "first_contact_source": source_link("fidelity 15"),
        "places_source": source_link("I §3"),
    }
    return render(request, "team/week.html", page)


@needs(Ability.LOG_REVIEW)
@require_safe
def log_members(request: HttpRequest) -> HttpResponse:
    """Whose log to go through."""
    return render(request, "team/members.html", {"members": access_members(actor(request))})


@needs(Ability.LOG_REVIEW)
@require_http_methods(["GET", "HEAD", "POST"])
def log_review(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What one member of the team has looked at; signed when it has been gone through."""
    at, on = clock.now(), clock.today()
    period = PeriodForm(_period_typed(request, on))
    if not period.is_valid():
        page = {"period": period, "public_id": public_id}
        return render(request, "team/review.html", page, status=422)
    first, last = period.cleaned_data["fra"], period.cleaned_data["til"]
    form = SignForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            answer = once(request, lambda: _sign(request, public_id, (first, last), form), at=at)
        except Refused as refused:
            tell(form, refused, {}, on=on)
        else:
            messages.success(request, _now("Gjennomgangen er signert."))
            return answer
    review = access_review(actor(request), public_id, first, last, at=at, on=on)
    page = _review_page(review, on) | {"period": period, "form": form, "form_key": new_form_key()}
    return render(request, "team/review.html", page, status=422 if form.errors else 200)


@needs(Ability.LOG_REVIEW)
@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """The questions about looks that wait for an answer."""
    page = {"questions": access_unanswered(actor(request), on=clock.today())}
    return render(request, "team/questions.html", page)


@needs(Ability.LOG_REVIEW)
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One question about a look, and its answer."""
    at, on = clock.now(), clock.today()
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            answer = once(request, lambda: _answer(request, public_id, form), at=at)
        except Refused as refused:
            tell(form, refused, {"log-question.write": "text"}, on=on)
        else:
            messages.success(request, _now("Svaret er sendt til jobbsøkeren."))
            return answer
    found = access_question(actor(request), public_id, at=at, on=on)
    page = _question_page(found) | {"form": form, "form_key": new_form_key()}
    return render(request, "team/question.html", page, status=422 if form.errors else 200)


def _places(week: Week) -> dict[str, object] | None:
    """The share of meetings outside the office, in words and as a bar; None where no place is known."""
    outside, known = week.meetings_outside_office, week.meetings_with_place
    if not known:
        return None
    words = _now("%(outside)s av %(known)s møter de siste 90 dagene var utenfor kontoret") % {
        "outside": outside,
        "known": known,
    }
    return {"text": words, "share_svg": share_picture(outside, known, title=words, desc=words, key="places")}


def _specialists(specialists: Iterable[Specialist], on: date) -> Iterable[SpecialistShown]:
    guidance = CASELOAD_GUIDANCE.on(on)
    for each in specialists:
        most = guidance.most_in_full_time * each.caseload.position_percent // 100
        advice = in_words(departures(each.caseload, guidance), on=on)
        yield SpecialistShown(each.public_id, each.name, each.caseload.active, most, each.is_gone, advice)


def _period_typed(request: HttpRequest, on: date) -> dict[str, Any]:
    """The last thirty days, until somebody says otherwise."""
    typed = request.POST if request.method == "POST" else request.GET
    usual = {"fra": on - A_MONTH, "til": on}
    return {name: typed.get(name) or f"{day:%d.%m.%Y}" for name, day in usual.items()}


def _sign(request: HttpRequest, public_id: UUID, period: tuple[date, date], form: SignForm) -> str:
    at, on, (first, last) = clock.now(), clock.today(), period
    act_sign(actor(request), public_id, first, last, form.cleaned_data["outcome"], at=at, on=on)
    return reverse("log_members")


def _review_page(review: Review, on: date) -> dict[str, object]:
    return {
        "review": review,
        "public_id": review.member.public_id,
        "alike": [_same(each) for each in review.alike],
        "patterns": in_words(review.patterns, on=on),
        "pointed_out": [_pointed_out(each, on) for each in review.pointed_out],
    }


def _same(each: SameLooks) -> SameLooksShown:
    what = what_happened(each.example) if each.example.permitted else _now("ble stoppet")
    return SameLooksShown(what, each.looks, each.persons)


def _pointed_out(each: PointedOut, on: date) -> PointedOutShown:
    return PointedOutShown(
        at=each.look.at,
        what=what_happened(each.look) if each.look.permitted else "",
        why=why_in_words(each.look),
        persons=", ".join(str(number) for number in each.persons),
        signs=in_words(each.signs, on=on),
        is_emergency=is_in_emergency(each.look),
    )


def _answer(request: HttpRequest, public_id: UUID, form: AnswerForm) -> str:
    version = read_number(request.POST.get("version", "")) or 0
    text = form.cleaned_data["text"]
    act_answer(actor(request), public_id, text, version=version, at=clock.now(), on=clock.today())
    return reverse("log_questions")


def _question_page(found: LookQuestionPage) -> dict[str, object]:
    return {
        "found": found,
        "name": str(found.name),
        "text": str(found.text),
        "answer": str(found.answer),
        "what": what_happened(found.look) if found.look else "",
        "why": why_in_words(found.look) if found.look else "",
        "was_stopped": found.look is not None and not found.look.permitted,
    }


urlpatterns = [
    path("teamet", team, name="team"),
    path("teamet/logg", log_members, name="log_members"),
    path("teamet/logg/<uuid:public_id>", log_review, name="log_review"),
    path("teamet/sporsmal", questions, name="log_questions"),
    path("teamet/sporsmal/<uuid:public_id>", question, name="log_question"),
]
