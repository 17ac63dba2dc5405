"""What anybody may read: one address for each language, with the numbers of a day (F-17).

These are the only pages that search engines may find (see web/robots.py).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste import clock
from fotfeste.domain.dated import NotInForce
from fotfeste.domain.measures.allowance import about_rates
from fotfeste.domain.verdict import because
from fotfeste.parameters.public_information import Information, follow_up_information
from fotfeste.parameters.texts import reason_text
from fotfeste.web.forms_look import DayField
from fotfeste.web.lines import SourceLink, source_link
from fotfeste.web.robots import COMES_IN, STAYS_OUT, let_in

Tells = Callable[..., Information]


@dataclass(frozen=True, slots=True)
class About:
    """A page of information: how its addresses' names begin, what tells it, two ways to ask."""

    name: str
    tells: Tells
    ask: str
    ask_words: str | Promise
    addresses: Mapping[str, str]
    also: str = ""
    also_words: str | Promise = ""


class DayAsked(forms.Form):
    """The day whose rules and rates to show."""

    error_heading = _("Vi viser reglene for i dag")
    day = DayField(label=_("Vis reglene slik de var en bestemt dag"), required=False)

    def __init__(self, data: Mapping[str, str] | None, *, tells: Tells = follow_up_information) -> None:
        super().__init__(data)
        self.tells = tells

    def clean_day(self) -> object:
        """A day whose law is held here."""
        day = self.cleaned_data["day"]
        if day is not None:
            try:
                self.tells("nb", on=day)
            except NotInForce:
                reason = because("measure.no-rule-that-day", "house §measures", day=day)
                raise forms.ValidationError(reason_text(reason, translation.get_language())) from None
        return day


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The same page in one language. `full` is what search engines are told."""

    code: str
    name: str
    url: str
    full: str


def information_page(request: HttpRequest, about: About, language: str) -> HttpResponse:
    """The page in the language of its address, whatever the reader has chosen elsewhere."""
    with translation.override(language):
        form = DayAsked(request.GET if "day" in request.GET else None, tells=about.tells)
        is_asked = form.is_bound and form.is_valid()
        day = (form.cleaned_data["day"] if is_asked else None) or clock.today()
        found = about.tells(language, on=day)
        page = {
            "form": form,
            "about": about,
            "information": found,
            "sections": [(section, _links(section.sources)) for section in found.sections],
            "unknown": [reason_text(reason, language) for reason in about_rates(None, on=day)],
            "here": _link(request, about, language),
            "languages_here": [_link(request, about, code) for code in about.addresses],
            "is_another_day": day != clock.today(),
            "robots": STAYS_OUT if request.GET else COMES_IN,
            "is_provisional": found.is_provisional,
        }
        answer = render(request, "public/information.html", page, status=400 if form.errors else 200)
    answer.headers["Content-Language"] = language
    return answer if request.GET else let_in(answer)


def _links(places: tuple[str, ...]) -> list[SourceLink]:
    return [link for place in places if (link := source_link(place))]


def _link(request: HttpRequest, about: About, code: str) -> LanguageLink:
    url = reverse(f"{about.name}_{code}")
    names = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
    return LanguageLink(code, names[code], url, request.build_absolute_uri(url))
