"""Tidligere tiltak: what a person took part in before, each judged by the scheme of its day (F-16)."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste import clock
from fotfeste.apps.around.own import own_public_id
from fotfeste.apps.measures.history import (
    History,
    OldShown,
    access_history,
    access_unlinked,
    act_link_history,
    shown,
)
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.web.lines import source_link, words_of
from fotfeste.web.measure_words import KINDS
from fotfeste.web.once import new_form_key, once
from fotfeste.web.own_pages import framed
from fotfeste.web.policy import needs, record
from fotfeste.web.refusals import tell
from fotfeste.web.requests import actor

LONGEST = 80


class LinkForm(forms.Form):
    """Who a participant of a list is."""

    participant = forms.CharField(
        label=_("Deltakernummer i listen"),
        max_length=LONGEST,
        help_text=_("Slik det står i listen, for eksempel D-004. Periodene flyttes til denne personen."),
    )


@record
@require_http_methods(["GET", "HEAD", "POST"])
def old_participations_of(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One person's earlier participations; the office that answers for the person says which they are."""
    form = LinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _link(request, public_id, form), at=clock.now())
        except Refused as refused:
            tell(form, refused, {"measure-history.": "participant"}, on=clock.today())
    found = access_history(actor(request), public_id, at=clock.now())
    page = _page(found) | {"form": form, "form_key": new_form_key()} | framed(is_mine=False)
    return render(request, "measures/history.html", page, status=422 if form.errors else 200)


@needs(Ability.RECORD_OWN)
@require_safe
def my_old_participations(request: HttpRequest) -> HttpResponse:
    """My own earlier participations."""
    acting = actor(request)
    found = access_history(acting, own_public_id(acting), at=clock.now())
    return render(request, "measures/history.html", _page(found) | framed(is_mine=True))


@needs(Ability.MEASURE_HISTORY_IMPORT)
@require_safe
def old_participations(request: HttpRequest) -> HttpResponse:
    """The participants of the office's lists that nobody has linked with a person yet."""
    page = {"participants": access_unlinked(actor(request), at=clock.now())}
    return render(request, "measures/unlinked.html", page)


def _link(request: HttpRequest, public_id: UUID, form: LinkForm) -> str:
    count = act_link_history(
        actor(request), public_id, form.cleaned_data["participant"], at=clock.now(), on=clock.today()
    )
    said = ngettext("%d periode er koblet til personen.", "%d perioder er koblet til personen.", count)
    messages.success(request, said % count)
    return reverse("old_participations_of", args=[public_id])


def _page(found: History) -> dict[str, Any]:
    on = clock.today()
    return {
        "name": found.name,
        "public_id": found.person.public_id,
        "may_link": found.may_link,
        "periods": [_period(each, on) for each in shown(found)],
    }


def _period(each: OldShown, on: date) -> dict[str, Any]:
    return {
        "measure": KINDS[each.judged.told.kind],
        "code": each.row.code,
        "first": each.row.first_day,
        "last": each.row.last_day,
        "clock_from": each.judged.clock_from,
        "goes_on": each.judged.clock_from != each.row.first_day,
        "provider": each.provider,
        "remark": each.remark,
        "says": words_of(each.judged.says, on=on),
        "source": source_link(each.judged.says.source),
        "brought_on": each.row.brought_on,
    }


urlpatterns = [
    path("personer/<uuid:public_id>/tiltak/tidligere", old_participations_of, name="old_participations_of"),
    path("min-side/tidligere-tiltak", my_old_participations, name="my_old_participations"),
    path("tiltak/tidligere", old_participations, name="old_participations"),
]
