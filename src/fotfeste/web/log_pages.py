"""Who has looked: the specialist's page of one person, the person's own, and asking about a look."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste import clock
from fotfeste.apps.around.log import (
    LogPage,
    Question,
    Seen,
    StaffShown,
    access_log,
    access_my_log,
    access_one_look,
    act_ask,
)
from fotfeste.domain.permissions import Ability, Role
from fotfeste.domain.verdict import Refused
from fotfeste.web.converters import ROW_NUMBER
from fotfeste.web.log_words import is_in_emergency, through_what, what_happened, why_in_words
from fotfeste.web.looks import look_of
from fotfeste.web.once import new_form_key, once
from fotfeste.web.person_header import header_page
from fotfeste.web.policy import needs, record
from fotfeste.web.refusals import tell
from fotfeste.web.requests import actor, read_number
from fotfeste.web.roles import IN_WORDS
from fotfeste.web.words.sentences import inside_a_sentence


class QuestionForm(forms.Form):
    """What somebody asks, or answers."""

    text = forms.CharField(
        label=_("Hva lurer du på?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5})
    )


@dataclass(frozen=True, slots=True)
class SeenShown:
    """Looks that were alike, in words. `times` are given one by one while they are few."""

    seq: int
    who: str
    where: str
    what: str
    why: str
    through: str
    times: tuple[datetime, ...]
    more: int
    was_stopped: bool
    is_emergency: bool
    is_asked_about: bool


@dataclass(frozen=True, slots=True)
class DayShown:
    """One day of the log."""

    day: date
    seen: list[SeenShown]


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """A question and its answer, opened."""

    asked_at: datetime
    looked_at: datetime
    text: str
    answer: str
    answered_at: datetime | None


MOST_TIMES = 3


@record
@require_safe
def person_log(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Everybody's looks at one person."""
    look = look_of(request, public_id)
    header, found = access_log(look, before=_before(request), shown=staff_shown())
    page = header_page(header, "person_log", on=look.on) | _page(found)
    return render(request, "log/person.html", page)


@needs(Ability.RECORD_OWN)
@require_safe
def my_log(request: HttpRequest) -> HttpResponse:
    """Who has looked at my record."""
    found = access_my_log(actor(request), at=clock.now(), before=_before(request), shown=staff_shown())
    page = _page(found.page, to_you=True) | {"questions": _questions(found.questions)}
    return render(request, "log/mine.html", page)


@needs(Ability.RECORD_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, seq: int) -> HttpResponse:
    """Ask why somebody looked."""
    at, on = clock.now(), clock.today()
    form = QuestionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            answer = once(request, lambda: _ask(request, seq, form), at=at)
        except Refused as refused:
            tell(form, refused, {"log-question.write": "text"}, on=on)
        else:
            messages.success(request, _now("Spørsmålet er sendt. Svaret kommer her på siden."))
            return answer
    seen = access_one_look(actor(request), seq, at=at, shown=staff_shown())
    page = {
        "seen": shown(seen, to_you=True),
        "form": form,
        "form_key": new_form_key(),
        "seen_at": seen.look.first.at,
    }
    return render(request, "log/ask.html", page, status=422 if form.errors else 200)


def staff_shown() -> StaffShown:
    """What is shown of the staff who looked, in this installation."""
    return StaffShown(settings.STAFF_SHOWN_AS)


def shown(seen: Seen, *, to_you: bool = False) -> SeenShown:
    """One entry of the log in words; `to_you` when the jobseeker reads it."""
    look = seen.look.first
    role = inside_a_sentence(_role(look.role))
    return SeenShown(
        seq=look.seq,
        who=seen.name or _role(look.role),
        where=", ".join(part for part in (role if seen.name else "", seen.unit_name) if part),
        what=what_happened(look, to_you=to_you),
        why=why_in_words(look, to_you=to_you) if look.permitted else "",
        through=through_what(look),
        times=seen.look.times[:MOST_TIMES],
        more=max(seen.look.count - MOST_TIMES, 0),
        was_stopped=not look.permitted,
        is_emergency=is_in_emergency(look),
        is_asked_about=seen.is_asked_about,
    )


def _page(found: LogPage, *, to_you: bool = False) -> dict[str, object]:
    return {
        "days": [DayShown(day.day, [shown(each, to_you=to_you) for each in day.seen]) for day in found.days],
        "older_url": f"?etter={found.next_before}" if found.next_before else "",
    }


def _questions(questions: Iterable[Question]) -> list[QuestionShown]:
    return [
        QuestionShown(
            each.row.asked_at, each.row.looked_at, str(each.text), str(each.answer), each.row.answered_at
        )
        for each in questions
    ]


def _ask(request: HttpRequest, seq: int, form: QuestionForm) -> str:
    act_ask(actor(request), seq, form.cleaned_data["text"], at=clock.now(), on=clock.today())
    return reverse("mine_log")


def _role(role: str) -> str:
    return str(IN_WORDS[Role(role)][0]) if role in set(Role) else _now("Programmet")


def _before(request: HttpRequest) -> int | None:
    return read_number(request.GET.get("etter", ""), digits=15)


urlpatterns = [
    path("personer/<uuid:public_id>/logg", person_log, name="person_log"),
    path("min-side/hvem-har-sett", my_log, name="mine_log"),
    path(f"min-side/hvem-har-sett/<{ROW_NUMBER}:seq>/spor", ask, name="ask_about_look"),
]
