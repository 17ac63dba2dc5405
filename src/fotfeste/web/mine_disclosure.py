"""My own page about disclosure: what employers may be told about me, and changing it at once."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fotfeste import clock
from fotfeste.apps.caseload.disclosure import Agreement, Disclosure
from fotfeste.apps.disclosure.services.agreement import TopicSaid
from fotfeste.apps.mine.disclosure import access_my_disclosure, act_change_my_topic, topic_in
from fotfeste.apps.people.sealed import Sealed
from fotfeste.domain.disclosure_topics import Topic, TopicAnswer
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.parameters import DISCLOSURE_TOPICS
from fotfeste.web.disclosure import disclosure_page
from fotfeste.web.disclosure_words import ANSWERS, NOT_ANSWERED, TONES, topic_words
from fotfeste.web.lines import words_of
from fotfeste.web.once import OtherContent, new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.refusals import refusal
from fotfeste.web.requests import actor

LONGEST = 2_000


class MyTopicForm(forms.Form):
    """My answer to one topic."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Hva kan sies?"),
        choices=tuple((key.value, words) for key, words in ANSWERS.items()),
        widget=forms.RadioSelect,
    )
    wording = forms.CharField(
        label=gettext_lazy("Ordene som skal brukes"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """What may be told has words."""
        typed = super().clean() or {}
        may = typed.get("answer") in (TopicAnswer.MAY, TopicAnswer.IF_ASKED)
        if may and not typed.get("wording", "").strip():
            self.add_error("wording", _("Skriv hva som skal sies, med dine ord."))
        return typed


@needs(Ability.RECORD_OWN)
@require_safe
def my_disclosure(request: HttpRequest) -> HttpResponse:
    """What employers may be told about me, one by one."""
    found = _found(request)
    page = disclosure_page(found) | {
        "mine": [_rows(each, found) for each in found.agreements],
    }
    return render(request, "mine/disclosure.html", page)


@needs(Ability.RECORD_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def my_topic(request: HttpRequest, statement: UUID, topic: str) -> HttpResponse:
    """Change one topic."""
    chosen = topic_in(topic)
    if chosen is None:
        raise Http404
    if request.method == "POST":
        form = MyTopicForm(request.POST)
        if form.is_valid():
            said = TopicSaid(chosen, TopicAnswer(form.cleaned_data["answer"]), form.cleaned_data["wording"])
            return _change(request, statement, said, form)
        return _form(request, form, chosen, status=422)
    found = _found(request)
    agreement = next((each for each in found.agreements if each.statement.public_id == statement), None)
    if agreement is None:
        messages.info(request, _("Avtalen er endret i mellomtiden. Her er den som gjelder nå."))
        return my_disclosure(request)
    return _form(request, MyTopicForm(initial=_said(agreement, chosen, found)), chosen)


@needs(Ability.RECORD_OWN)
@require_POST
def withdraw(request: HttpRequest, statement: UUID, topic: str) -> HttpResponse:
    """Take a topic back with one touch."""
    chosen = topic_in(topic)
    if chosen is None:
        raise Http404
    return _change(request, statement, TopicSaid(chosen, TopicAnswer.NOT), None)


def _change(request: HttpRequest, statement: UUID, said: TopicSaid, form: MyTopicForm | None) -> HttpResponse:
    def do() -> str:
        act_change_my_topic(actor(request), statement, said, at=clock.now(), on=clock.today())
        return reverse("my_disclosure")

    try:
        response = once(request, do, at=clock.now())
    except Refused as refused:
        return _refused(
            request, [refusal(each, words_of(each, on=clock.today())) for each in refused.verdict], said, form
        )
    except OtherContent:
        sent_before = _("Dette skjemaet er sendt en gang før. Se hva som gjelder nå, og prøv igjen.")
        return _refused(request, [sent_before], said, form)
    messages.success(request, _("Det gjelder fra nå."))
    return response


def _refused(
    request: HttpRequest, why: Sequence[str], said: TopicSaid, form: MyTopicForm | None
) -> HttpResponse:
    """Nothing typed is lost: it stands in the form, with the reason."""
    shown = form or MyTopicForm({"answer": said.answer.value, "wording": said.wording})
    shown.is_valid()
    for each in why:
        shown.add_error(None, each)
    return _form(request, shown, said.topic, status=409)


def _form(request: HttpRequest, form: MyTopicForm, topic: Topic, status: int = 200) -> HttpResponse:
    page = {
        "form": form,
        "title": topic_words(topic),
        "why": topic_words(topic, "why"),
        "form_key": new_form_key(),
    }
    return render(request, "mine/disclosure_topic.html", page, status=status)


def _found(request: HttpRequest) -> Disclosure:
    return access_my_disclosure(actor(request), at=clock.now(), on=clock.today())


def _said(agreement: Agreement, topic: Topic, found: Disclosure) -> dict[str, str]:
    for row in agreement.topics:
        if row.topic == topic:
            return {"answer": row.answer, "wording": str(Sealed(row, "sealed_wording", found.header.key))}
    return {}


def _rows(agreement: Agreement, found: Disclosure) -> dict[str, Any]:
    """Every topic that is offered, also those that are not answered."""
    key, answered = found.header.key, {row.topic: row for row in agreement.topics}
    rows = []
    for topic in DISCLOSURE_TOPICS.on(clock.today()).topics:
        row = answered.get(topic)
        rows.append(
            {
                "topic": topic.value,
                "title": topic_words(topic),
                "answer": str(ANSWERS[TopicAnswer(row.answer)] if row else NOT_ANSWERED),
                "wording": str(Sealed(row, "sealed_wording", key)) if row else "",
                "tone": TONES[row.answer] if row else "no",
                "form_key": new_form_key(),
                "is_open": row is not None and row.answer != TopicAnswer.NOT,
            }
        )
    statement = agreement.statement
    return {
        "name": statement.employer.name if statement.employer else _("Generelt"),
        "is_general": statement.employer is None,
        "is_confirmed": statement.confirmed_at is not None,
        "statement": statement.public_id,
        "rows": rows,
    }


urlpatterns = [
    path("min-side/apenhet", my_disclosure, name="my_disclosure"),
    path("min-side/apenhet/<uuid:statement>/<slug:topic>", my_topic, name="my_topic"),
    path("min-side/apenhet/<uuid:statement>/<slug:topic>/trekk", withdraw, name="withdraw_topic"),
]
