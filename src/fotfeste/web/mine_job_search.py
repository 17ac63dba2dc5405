"""My own job search, on the phone: what has been found, what I want, and what I have found myself."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from fotfeste import clock
from fotfeste.apps.mine.job_search import access_my_job_search, act_add_my_lead, act_say_what_i_want
from fotfeste.domain.pasted_lead import read_pasted
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.web.job_search import job_search_page
from fotfeste.web.once import JustSaved, OtherContent, new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.refusals import tell
from fotfeste.web.requests import actor


class MyLeadForm(forms.Form):
    """Something I have found."""

    text = forms.CharField(
        label=gettext_lazy("Annonse eller lenke"),
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("Lim inn det du har funnet, eller skriv hva du har hørt om."),
    )


class MyWishForm(forms.Form):
    """Whether I want it."""

    wanted = forms.ChoiceField(
        label=gettext_lazy("Vil du ha denne?"),
        choices=(("yes", gettext_lazy("Ja")), ("no", gettext_lazy("Nei"))),
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label=gettext_lazy("Hvorfor?"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Med dine ord. Bare du og jobbspesialisten leser det."),
    )


@needs(Ability.RECORD_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def my_leads(request: HttpRequest) -> HttpResponse:
    """What has been found, and adding something."""
    form = MyLeadForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            answer = once(request, lambda: _add(request, form), at=clock.now(), adds=True)
        except Refused as refused:
            tell(form, refused, {"job-search.": "text"}, on=clock.today())
        except (JustSaved, OtherContent):
            form.add_error(None, _("Dette er lagret for litt siden."))
        else:
            messages.success(request, _("Lagt til. Jobbspesialisten din ser den også."))
            return answer
    found = access_my_job_search(actor(request), at=clock.now(), on=clock.today())
    page: dict[str, Any] = {**job_search_page(found), "form": form, "form_key": new_form_key()}
    return render(request, "mine/leads.html", page, status=422 if form.errors else 200)


@needs(Ability.RECORD_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def my_wish(request: HttpRequest, lead: UUID) -> HttpResponse:
    """Say what I want of one."""
    form = MyWishForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            answer = once(request, lambda: _say(request, lead, form), at=clock.now())
        except Refused as refused:
            tell(form, refused, {}, on=clock.today())
        except OtherContent:
            form.add_error(
                None, _("Dette skjemaet er sendt en gang før. Se hva som gjelder nå, og prøv igjen.")
            )
        else:
            messages.success(request, _("Det gjelder fra nå."))
            return answer
    found = access_my_job_search(actor(request), at=clock.now(), on=clock.today())
    shown = next((each for each in job_search_page(found)["leads"] if each["id"] == lead), None)
    page = {"form": form, "lead": shown, "form_key": new_form_key()}
    status = 422 if form.errors else 404 if shown is None else 200
    return render(request, "mine/job_wish.html", page, status=status)


def _add(request: HttpRequest, form: MyLeadForm) -> str:
    pasted = read_pasted(form.cleaned_data["text"])
    act_add_my_lead(actor(request), pasted, at=clock.now(), on=clock.today())
    return reverse("my_leads")


def _say(request: HttpRequest, lead: UUID, form: MyWishForm) -> str:
    is_wanted, why = form.cleaned_data["wanted"] == "yes", form.cleaned_data["why"]
    act_say_what_i_want(actor(request), lead, is_wanted=is_wanted, why=why, at=clock.now(), on=clock.today())
    return reverse("my_leads")


urlpatterns = [
    path("min-side/muligheter", my_leads, name="my_leads"),
    path("min-side/muligheter/<uuid:lead>", my_wish, name="my_wish"),
]
