"""The contact person's one list: open promises of all parties and NAV units, and what waits (A-04)."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from fotfeste import clock
from fotfeste.apps.agreements.coordinated import (
    Around,
    ContactMissing,
    Coordinated,
    ListAsked,
    Which,
    access_coordinated,
)
from fotfeste.apps.agreements.promises_seen import PromiseSeen
from fotfeste.documents.agreement.words import NAV_UNITS, PARTIES
from fotfeste.documents.frequency_words import FREQUENCIES
from fotfeste.domain.agreements.parties import NavUnit, Party
from fotfeste.domain.permissions import Ability
from fotfeste.web.agreement_promises import promise_shown
from fotfeste.web.agreement_questions import question_shown
from fotfeste.web.lines import act_url
from fotfeste.web.policy import needs
from fotfeste.web.requests import actor

MOST_PAGES = 10_000
WHICH = (
    ("", _("Alle åpne")),
    (Which.LATE, _("Bare de som er for sent")),
    (Which.BROKEN, _("De som ikke blir holdt")),
)


class ListFilter(forms.Form):
    """What the list is narrowed to. What is not understood narrows nothing."""

    vis = forms.ChoiceField(label=_("Hvilke løfter"), choices=WHICH, required=False)
    hvem = forms.ChoiceField(
        label=_("Hvem har lovt"), choices=(("", _("Alle")), *PARTIES.items()), required=False
    )
    enhet = forms.ChoiceField(
        label=_("Del av NAV"), choices=(("", _("Alle")), *NAV_UNITS.items()), required=False
    )
    side = forms.IntegerField(min_value=1, max_value=MOST_PAGES, required=False, widget=forms.HiddenInput)

    def asked(self) -> ListAsked:
        """As the list takes it."""
        self.is_valid()
        typed: dict[str, Any] = self.cleaned_data
        return ListAsked(
            which=Which(typed.get("vis") or Which.OPEN),
            owner=Party(typed["hvem"]) if typed.get("hvem") else None,
            nav_unit=NavUnit(typed["enhet"]) if typed.get("enhet") else None,
            page=typed.get("side") or 1,
        )


@needs(Ability.AGREEMENT_REQUEST_ANSWER)
@require_safe
def coordinated(request: HttpRequest) -> HttpResponse:
    """What is late first, then by deadline."""
    form = ListFilter(request.GET)
    asked = form.asked()
    found = access_coordinated(actor(request), asked, at=clock.now(), on=clock.today())
    return render(request, "agreements/coordinated.html", list_page(found, form, asked))


def list_page(found: Coordinated, form: ListFilter, asked: ListAsked) -> dict[str, object]:
    """What the page shows."""
    return {
        "form": ListFilter(initial=form.cleaned_data),
        "counts": found,
        "listed": [_promise(*each) for each in found.promises],
        "questions": [
            _named(question_shown(each, act_url(around.person, "agreement-answer")), around)
            for each, around in found.questions
        ],
        "applications": [_promise(*each) for each in found.applications],
        "missing": [_missing(each) for each in found.missing],
        "missing_more": found.missing_all - len(found.missing),
        "newer_url": _page(form, asked.page - 1) if asked.page > 1 else "",
        "older_url": _page(form, asked.page + 1) if found.has_more else "",
        "is_narrowed": asked != ListAsked(page=asked.page),
    }


def _promise(each: PromiseSeen, around: Around) -> dict[str, object]:
    return _named(
        promise_shown(each, Party.NAV, lambda act: act_url(around.person, f"agreement-{act}")), around
    )


def _missing(each: ContactMissing) -> dict[str, object]:
    shown: dict[str, object] = {
        "text": each.row.opened("sealed_text", each.key),
        "every": FREQUENCIES[each.row.every],
        "party": PARTIES[each.party],
        "due_by": each.due_by,
        "log_url": act_url(each.around.person, "agreement-log-contact"),
    }
    return _named(shown, each.around)


def _named(shown: dict[str, object], around: Around) -> dict[str, object]:
    return shown | {"person": around.person, "name": str(around.name), "employer": around.employer}


def _page(form: ListFilter, page: int) -> str:
    kept = {name: value for name, value in form.cleaned_data.items() if value and name != "side"}
    return f"{reverse('agreement_coordinated')}?{urlencode({**kept, 'side': page})}"


urlpatterns = [path("avtale/lofter", coordinated, name="agreement_coordinated")]
