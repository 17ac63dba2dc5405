"""The specialist gives the jobseeker a log-in of their own: mailed a link, or shown one to scan, once."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from fotfeste.apps.caseload.log_in import LogInPage, Waits, access_log_in, act_give_log_in, act_new_link
from fotfeste.apps.caseload.person import Look
from fotfeste.apps.people.accounts_services import NameTaken
from fotfeste.apps.people.models import Account
from fotfeste.apps.people.own_log_in import Wanted
from fotfeste.apps.people.password_links import link_parts
from fotfeste.domain.log_in import KnownBy
from fotfeste.domain.verdict import Refused
from fotfeste.web.administration_forms import ONLY_PLAIN
from fotfeste.web.looks import look_of
from fotfeste.web.once import new_form_key, once
from fotfeste.web.person_header import header_page
from fotfeste.web.pictures.qr import qr_picture
from fotfeste.web.policy import record
from fotfeste.web.refusals import tell

BLAMED = {"log-in.number-as-name": "user_name", "log-in.only-by-mail": "email"}
KNOWN_BY = (
    (KnownBy.DOCUMENT, _("Jobbsøkeren har vist legitimasjon")),
    (KnownBy.MEETINGS, _("Jeg kjenner jobbsøkeren fra møtene våre")),
)


class NewLinkForm(forms.Form):
    """Where a new link goes."""

    email = forms.EmailField(
        label=_("Jobbsøkerens egen e-post"),
        required=False,
        max_length=254,
        help_text=_("Dit går lenken til å lage passord. Uten adresse vises den på skjermen din, én gang."),
    )

    def __init__(self, data: Any = None, *, page: LogInPage) -> None:
        super().__init__(data, initial={"email": page.email if page.is_there else page.contact.contact.email})
        if page.is_hidden:
            del self.fields["email"]


class NewLogInForm(NewLinkForm):
    """What the log-in is called, where its link goes, and how one knows who it is for."""

    field_order = ("user_name", "email", "known_by")
    user_name = forms.CharField(
        label=_("Brukernavn"),
        max_length=64,
        validators=[ONLY_PLAIN],
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        help_text=_("Finn på et sammen, for eksempel fornavnet og et tall. Ikke fødselsnummeret."),
    )
    known_by = forms.ChoiceField(
        label=_("Hvordan vet du at det er rett person?"), choices=KNOWN_BY, widget=forms.RadioSelect
    )

    def wanted(self) -> Wanted:
        """What was typed."""
        return Wanted(self.cleaned_data["user_name"], self.cleaned_data.get("email", ""))


@record
@require_http_methods(["GET", "HEAD", "POST"])
def log_in(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Give a log-in, or see the one there is and send a new link."""
    look = look_of(request, public_id)
    found = access_log_in(look)
    data = request.POST if request.method == "POST" else None
    form = _form(data, found)
    if data is not None and form.is_valid():
        try:
            return _carried_out(request, look, form)
        except NameTaken:
            form.add_error("user_name", _now("Brukernavnet er opptatt. Velg et annet."))
        except Refused as refused:
            tell(form, refused, BLAMED, on=look.on)
    page = header_page(found.header, "person_people", on=look.on) | {
        "found": found,
        "form": form,
        "form_key": new_form_key(),
    }
    return render(request, "person/log_in.html", page, status=422 if data is not None else 200)


def _form(data: Any, found: LogInPage) -> NewLinkForm:
    """The form that was sent; without one, what can be done now."""
    gives = not found.is_there or (data is not None and "user_name" in data)
    return NewLogInForm(data, page=found) if gives else NewLinkForm(data, page=found)


def _carried_out(request: HttpRequest, look: Look, form: NewLinkForm) -> HttpResponse:
    shown: list[Account] = []

    def do() -> str:
        account = _act(look, form)
        if isinstance(account, Waits):
            messages.success(request, _waiting(account))
        elif account is None:
            messages.success(request, _now("Lenken er sendt på e-post. Den virker i 24 timer."))
        else:
            shown.append(account)
        return reverse("log_in_of_person", args=[look.public_id])

    answer = once(request, do, at=look.at)
    return _shown(request, look, shown[0]) if shown else answer


def _waiting(waits: Waits) -> str:
    if waits.is_told:
        return _now("Den nye adressen venter. Den gamle har fått beskjed.")
    return _now(
        "Den nye adressen venter. Det sto ingen e-post fra før, så ingen har fått beskjed på e-post. "
        "Det står på jobbsøkerens egne sider. Si det til jobbsøkeren også."
    )


def _act(look: Look, form: NewLinkForm) -> Account | Waits | None:
    if isinstance(form, NewLogInForm):
        return act_give_log_in(look, form.wanted(), KnownBy(form.cleaned_data["known_by"]))
    return act_new_link(look, form.cleaned_data.get("email", ""))


def _shown(request: HttpRequest, look: Look, account: Account) -> HttpResponse:
    """The link, to be scanned with the jobseeker's phone. Made now, kept nowhere, never shown again."""
    parts = link_parts(account)
    link = request.build_absolute_uri(reverse("account_reset_password_from_key", kwargs=parts))
    page = header_page(access_log_in(look).header, "person_people", on=look.on) | {
        "link": link,
        "qr": qr_picture(link, desc=_now("Skann koden med kameraet. Den samme lenken står som tekst under.")),
        "user_name": account.username,
    }
    return render(request, "person/log_in_link.html", page)


urlpatterns = [path("personer/<uuid:public_id>/innlogging", log_in, name="log_in_of_person")]
