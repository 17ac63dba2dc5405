"""Employers: what the team knows of businesses. Nothing here tells which jobseekers are helped."""

from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from fotfeste import clock
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.caseload.employers import EmployerRead, access_employer_page
from fotfeste.apps.disclosure.models import ContactState
from fotfeste.apps.employers.access import access_card, access_employers, employer_opened
from fotfeste.apps.employers.cards import EmployerCard
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employers.services import EmployerFacts, Stale, add_employer, change_employer
from fotfeste.domain.employer_contact import ContactWay
from fotfeste.domain.employer_relation import is_quiet
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.parameters import EMPLOYER_RELATION
from fotfeste.parameters.texts import reason_text
from fotfeste.web.employer_words import CUPS, relation_shown, way_words
from fotfeste.web.lines import source_link
from fotfeste.web.once import JustSaved, new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.purposes import KEPT_AS
from fotfeste.web.refusals import in_words, refusal
from fotfeste.web.requests import actor, read_uuid


class EmployerForm(forms.Form):
    """What the team knows of a business."""

    name = forms.CharField(label=gettext_lazy("Navn"), max_length=200)
    organisation_number = forms.CharField(
        label=gettext_lazy("Organisasjonsnummer"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("Ni siffer. La feltet stå tomt hvis du ikke vet det ennå."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    place = forms.CharField(label=gettext_lazy("Sted"), max_length=80, required=False)
    industry_code = forms.CharField(
        label=gettext_lazy("Næringskode"),
        max_length=8,
        required=False,
        help_text=gettext_lazy("Slik den står i Enhetsregisteret, for eksempel 47.111."),
    )

    def facts(self) -> EmployerFacts:
        """What was typed, as the act wants it."""
        return EmployerFacts(**self.cleaned_data)


@needs(Ability.EMPLOYER_READ)
def employers(request: HttpRequest) -> HttpResponse:
    """The team's employers, by name."""
    search = request.GET.get("q", "")[:100]
    page = access_employers(actor(request), at=clock.now(), search=search, after=request.GET.get("after", ""))
    more = urlencode({"q": search, "after": page.next_after}) if page.next_after else ""
    shown = {"page": page, "search": search, "next_url": f"?{more}" if more else ""}
    return render(request, "employers/list.html", shown)


@needs(Ability.EMPLOYER_READ)
def employer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One employer: what the team knows, and the contacts on behalf of those one follows oneself."""
    after, on = read_uuid(request.GET.get("etter", "")), clock.today()
    purposes = request.session.get(KEPT_AS, {})
    acting = actor(request)
    found = access_employer_page(acting, public_id, at=clock.now(), on=on, purposes=purposes, after=after)
    return render(request, "employers/one.html", employer_page(found, on))


def employer_page(found: EmployerRead, on: date) -> dict[str, Any]:
    """What the page reads."""
    whole = found.whole
    rhythm = EMPLOYER_RELATION.on(on)
    quiet = () if whole.card.closed_on else is_quiet(whole.relation, on=on, rhythm=rhythm)
    return {
        "employer": whole.card,
        "whole": whole,
        "facts": _facts(whole.card),
        "relation": relation_shown(whole.relation, "cups"),
        "relation_source": source_link("I §6.3"),
        "advice": in_words(quiet, on=on),
        "contacts": [
            {"card": each, "way": way_words(each.way), "cup": str(CUPS[each.cup]) if each.cup else ""}
            for each in whole.contacts
        ],
        "older_url": f"?etter={whole.next_after}" if whole.next_after else "",
        "on_behalf": [
            {
                "public_id": each.mine.public_id,
                "name": str(each.mine.name),
                "day": each.contact.held_on or each.contact.planned_on,
                "way": way_words(ContactWay(each.contact.way)),
                "is_agreed": each.contact.state == ContactState.AGREED,
                "outcome": each.text("sealed_outcome"),
            }
            for each in found.on_behalf
        ],
    }


@needs(Ability.EMPLOYER_CHANGE)
def new_employer(request: HttpRequest) -> HttpResponse:
    """Add an employer."""
    form = EmployerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _add(request, form, at=clock.now())
        except Refused as refused:
            _tell(form, refused)
        except JustSaved:
            return _form(request, form, _("Ny arbeidsgiver"), is_just_saved=True, status=409)
    return _form(request, form, _("Ny arbeidsgiver"), status=422 if form.errors else 200)


def _add(request: HttpRequest, form: EmployerForm, *, at: datetime) -> HttpResponse:
    def do() -> str:
        return _url(add_employer(form.facts(), by=actor(request), at=at))

    return once(request, do, at=at, adds=True)


@needs(Ability.EMPLOYER_CHANGE)
def edit_employer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Change what is known of an employer. A stale page shows both texts."""
    if request.method != "POST":
        card = access_card(actor(request), public_id, at=clock.now())
        return _form(request, EmployerForm(initial=_initial(card)), card.name, version=card.version)
    form = EmployerForm(request.POST)
    if not form.is_valid():
        return _form(request, form, _("Endre arbeidsgiver"), version=_version(request), status=422)
    try:
        return once(request, lambda: _change(request, public_id, form), at=clock.now())
    except Refused as refused:
        _tell(form, refused)
        return _form(request, form, _("Endre arbeidsgiver"), version=_version(request), status=422)
    except Stale as stale:
        return _conflict(request, form, stale.saved)


def _change(request: HttpRequest, public_id: UUID, form: EmployerForm) -> str:
    opened = employer_opened(actor(request), public_id, at=clock.now(), action=Action.EMPLOYER_CHANGED)
    with opened as row:
        change_employer(row, form.facts(), version=_version(request))
        return _url(row)


def _conflict(request: HttpRequest, form: EmployerForm, saved: Employer) -> HttpResponse:
    fields = [
        {"label": field.label, "own": form.cleaned_data[field.name], "saved": getattr(saved, field.name)}
        for field in form
        if form.cleaned_data[field.name] != getattr(saved, field.name)
    ]
    page = {
        "conflict": {"fields": fields},
        "saved": saved,
        "own": [(name, value) for name, value in form.cleaned_data.items()],
        "form_key": new_form_key(),
        "keep_url": request.path,
        "saved_url": _url(saved),
    }
    return render(request, "employers/conflict.html", page, status=409)


def _form(
    request: HttpRequest,
    form: EmployerForm,
    title: str,
    *,
    version: int = 0,
    is_just_saved: bool = False,
    status: int = 200,
) -> HttpResponse:
    page = {
        "form": form,
        "title": title,
        "version": version,
        "form_key": new_form_key(),
        "is_just_saved": is_just_saved,
    }
    return render(request, "employers/form.html", page, status=status)


def _tell(form: EmployerForm, refused: Refused) -> None:
    for reason in refused.verdict:
        field = "name" if reason.code == "employer.name-missing" else "organisation_number"
        form.add_error(field, refusal(reason, reason_text(reason, get_language() or "nb")))


def _initial(card: EmployerCard) -> dict[str, str]:
    return {name: getattr(card, name) for name in EmployerForm.base_fields}


def _version(request: HttpRequest) -> int:
    typed = request.POST.get("version", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0


def _url(row: Employer) -> str:
    return reverse("employer", args=[row.public_id])


def _facts(card: EmployerCard) -> list[dict[str, str]]:
    mark = "brought-in" if card.is_brought_in else ""
    return [
        {"label": _("Organisasjonsnummer"), "value": card.organisation_number, "mark": mark},
        {"label": _("Sted"), "value": card.place, "mark": mark},
        {"label": _("Næringskode"), "value": card.industry_code, "mark": mark},
    ]


urlpatterns = [
    path("arbeidsgivere", employers, name="employers"),
    path("arbeidsgivere/ny", new_employer, name="new_employer"),
    path("arbeidsgivere/<uuid:public_id>", employer, name="employer"),
    path("arbeidsgivere/<uuid:public_id>/endre", edit_employer, name="edit_employer"),
]
