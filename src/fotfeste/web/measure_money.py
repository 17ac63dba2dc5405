"""A note on money to the person: what is kept, what there may be a right to, the rates of the day (F-15)."""

from datetime import date
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from fotfeste import clock
from fotfeste.apps.measures.money import MoneySeen, access_money, entitled
from fotfeste.domain.day_limits import can_be_known
from fotfeste.domain.measures.allowance import about_rates
from fotfeste.parameters.public_information import Information, SectionTold, follow_up_information
from fotfeste.parameters.texts import reason_text
from fotfeste.web.lines import language, source_link
from fotfeste.web.measure_around import around_page, said
from fotfeste.web.measure_money_words import BENEFITS
from fotfeste.web.own_pages import of_and_own
from fotfeste.web.public_information import DayAsked
from fotfeste.web.requests import actor

_NO_RATE = "allowance.rate-not-known"
"""Said where the rates of everybody stand, and not once more."""


class RateDay(DayAsked):
    """A day whose rates to show: one that can be meant."""

    def clean_day(self) -> object:
        """Not further ahead than people plan."""
        day = super().clean_day()
        if isinstance(day, date) and (against := can_be_known(day, on=clock.today())):
            raise forms.ValidationError([reason_text(each, language()) for each in against])
        return day


@of_and_own
def money(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """For NAV, which puts down what the person lives on, and for the person."""
    form = RateDay(request.GET if "day" in request.GET else None)
    is_asked = form.is_bound and form.is_valid()
    day = (form.cleaned_data["day"] if is_asked else None) or clock.today()
    found = access_money(actor(request), public_id, at=clock.now())
    page = money_page(found, on=day) | {"form": form, "is_another_day": day != clock.today()}
    return render(request, "measures/money.html", page, status=400 if form.errors else 200)


def money_page(found: MoneySeen, *, on: date) -> dict[str, object]:
    """What the page shows of that day."""
    information = follow_up_information(language(), on=on)
    page = around_page(found.around, "measure-money") | {
        "day": on,
        "told": _told(found),
        "put_down_on": found.row.written_on if found.row else None,
        "is_born_known": found.birth is not None,
        "information": information,
        "general": _general(information),
        "unknown": [] if information.rates else said(about_rates(None, on=on), on=on),
        "sources": [link for place in _general(information).sources if (link := source_link(place))],
    }
    answer = entitled(found, on=on)
    if answer is None:
        return page
    rates = {name: value for name, value in answer.outcome.values if value is not None}
    return page | {
        "is_answered": True,
        "kept": said(tuple(each for each in answer.outcome.notes if each.code != _NO_RATE), on=on),
        "against": said(answer.outcome.verdict, on=on),
        "children": found.said.children if found.said else 0,
        "rates": rates,
        "is_provisional": any(used.version.provisional for used in answer.used),
    }


def _general(information: Information) -> SectionTold:
    """What holds for everybody: the section on money of what anybody may read."""
    return next(section for section in information.sections if section.id == "money")


def _told(found: MoneySeen) -> list[tuple[str, object]]:
    """What was put down, in words."""
    put_down = found.said
    if put_down is None:
        return []
    yes, no = _("Ja"), _("Nei")
    return [
        (_("Lever av"), BENEFITS[put_down.benefit]),
        (_("Lønn fra tiltaksarrangøren"), yes if put_down.paid_by_provider else no),
        (_("Bor i institusjon med fri kost"), yes if put_down.in_institution else no),
        (_("Barn som gir tillegg"), put_down.children),
    ]


urlpatterns = [
    path("personer/<uuid:public_id>/tiltak/penger", money.of, name="measure_money"),
    path("min-side/tiltak/penger", money.own, name="my_measure_money"),
]
