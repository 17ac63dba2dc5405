"""An employer who is logged in shows interest in taking somebody in, and sees what was answered (A-12)."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from fotfeste import clock
from fotfeste.apps.agreements.employers_interest import access_own_interest, act_show_interest, business_of
from fotfeste.apps.people.models import Account, Unit
from fotfeste.apps.people.offices import nav_offices
from fotfeste.apps.people.records import Contact
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.web.agreement_request_forms import LONGEST, REACH
from fotfeste.web.agreement_requests_shown import listed
from fotfeste.web.contact_cleaning import ContactCleaning
from fotfeste.web.measure_request_forms import choose_office
from fotfeste.web.once import JustSaved, OtherContent, new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.refusals import tell
from fotfeste.web.requests import actor, read_uuid


class OwnInterestForm(ContactCleaning, forms.Form):
    """What the business wants to know, and whom to answer. Its name and number follow from the log-in."""

    office = forms.ChoiceField(label=_("Til hvilket NAV-kontor?"))
    wish = forms.CharField(
        label=_("Hva vil dere vite, eller ha hjelp til?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Skriv om bedriften og jobben. Ikke skriv navn på jobbsøkere. Blir kryptert."),
    )
    contact = forms.CharField(label=_("Hvem skal NAV svare?"), max_length=200)
    phone = forms.CharField(label=_("Telefon"), max_length=40, required=False)
    email = forms.CharField(label=_("E-post"), max_length=254, required=False)

    def __init__(self, data: Any, *, offices: list[Unit], on: date, who: Account | None = None) -> None:
        known = {"contact": who.name, "phone": who.phone, "email": who.email} if who else {}
        super().__init__(data, initial=known)
        self.on = on
        choose_office(self.fields["office"], offices)

    def clean(self) -> dict[str, Any]:
        """The office must be able to answer."""
        typed = super().clean() or {}
        if not {"phone", "email"} & set(self.errors) and not typed.get("phone") and not typed.get("email"):
            self.add_error("phone", REACH)
        return typed

    def reached(self) -> Contact:
        """Whom to answer."""
        typed = self.cleaned_data
        return Contact(typed["contact"], typed["phone"], typed["email"])


@needs(Ability.AGREEMENTS_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def interest(request: HttpRequest) -> HttpResponse:
    """Show interest, and see what was sent before and what was answered."""
    if request.method != "POST":
        return _page(request, _form(request))
    form, sent_before = _form(request), ""
    if form.is_valid():
        try:
            answer = once(request, lambda: _send(request, form), at=clock.now(), adds=True)
        except Refused as refused:
            tell(form, refused, {"agreement-request.": "office"}, on=clock.today())
        except JustSaved:
            sent_before = "same"
        except OtherContent:
            sent_before = "other"
            form.add_error(None, _("Skjemaet er sendt en gang før. Trykk en gang til for å sende det nye."))
        else:
            messages.success(request, _("Interessen er sendt til kontoret."))
            return answer
    return _page(request, form, sent_before=sent_before, status=409 if sent_before else 422)


def _form(request: HttpRequest) -> OwnInterestForm:
    account = request.user if isinstance(request.user, Account) else None
    data = request.POST if request.method == "POST" else None
    return OwnInterestForm(data, offices=nav_offices(), on=clock.today(), who=account)


def _send(request: HttpRequest, form: OwnInterestForm) -> str:
    typed = form.cleaned_data
    office = read_uuid(typed["office"])
    act_show_interest(actor(request), office, form.reached(), typed["wish"], at=clock.now())
    return reverse("employer_interest")


def _page(
    request: HttpRequest, form: OwnInterestForm, *, sent_before: str = "", status: int = 200
) -> HttpResponse:
    acting, on = actor(request), clock.today()
    name, number = business_of(acting)
    page = {
        "ask": form,
        "form_key": new_form_key(),
        "sent_before": sent_before,
        "business": name,
        "number": number,
        "requests": [listed(each, on=on) for each in access_own_interest(acting, at=clock.now())],
    }
    return render(request, "agreements/employer_interest.html", page, status=status)


urlpatterns = [path("arbeidsgiver/interesse", interest, name="employer_interest")]
