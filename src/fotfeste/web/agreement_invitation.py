"""Coming in by a link: number and code, then a log-in. All that is wrong has one answer."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fotfeste import clock
from fotfeste.apps.agreements.accepting import NO, At, act_come_in, act_come_in_anew, act_show_code
from fotfeste.apps.audit.ledger import Who
from fotfeste.apps.people.accounts_services import NameTaken
from fotfeste.apps.people.models import Account
from fotfeste.apps.people.password_links import link_parts
from fotfeste.domain.verdict import Refused
from fotfeste.web.agreement_employer_forms import CodeForm, NewLogInForm
from fotfeste.web.client_address import client_address
from fotfeste.web.limits import FOR_LOOKING_UP, TooOften, count
from fotfeste.web.once import new_form_key
from fotfeste.web.policy import public
from fotfeste.web.refusals import tell
from fotfeste.web.requests import read_uuid

PAGE = ["GET", "HEAD", "POST"]
SHOWN = "invitation_shown"
LASTS = 15 * 60
"""Seconds from the right code until one must have come in."""


@public
@require_http_methods(PAGE)
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Number and code. The page is the same whatever the link is, so that it tells nothing."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    status = 200
    if form.is_bound:
        status = 422
        try:
            count(f"invitation {client_address(request)}", FOR_LOOKING_UP, at=clock.now())
            if form.is_valid() and _is_shown(request, token, form):
                return redirect("invitation_log_in", token=token)
        except TooOften:
            form.add_error(None, _("Det kommer mange forsøk fra samme nett nå. Vent et minutt."))
            status = 429
    page = {"form": form, "form_key": new_form_key()}
    return render(request, "agreements/invitation.html", page, status=status)


@public
@require_http_methods(PAGE)
def come_in(request: HttpRequest, token: str) -> HttpResponse:
    """With a log-in one has, or a new one. Only just after the right code."""
    shown = _shown(request, token)
    if shown is None:
        return redirect("invitation", token=token)
    account = request.user if isinstance(request.user, Account) else None
    is_new = "user_name" in request.POST
    form = NewLogInForm(request.POST if is_new else None)
    try:
        if request.method == "POST" and not is_new and account is not None:
            return _with_own(request, shown, account)
        if form.is_bound and form.is_valid():
            return _with_new(request, shown, form)
    except NameTaken:
        form.add_error("user_name", _("Brukernavnet er tatt. Velg et annet."))
    except Refused as refused:
        form = form if form.is_bound else NewLogInForm({})
        form.errors.clear()
        tell(form, refused, {"log-in.": "user_name"}, on=clock.today())
    page = {
        "form": form,
        "own": account if account and account.person_id is None else None,
        "back": reverse("invitation_log_in", args=[token]),
    }
    return render(request, "agreements/come_in.html", page, status=422 if form.errors else 200)


def _is_shown(request: HttpRequest, token: str, form: forms.Form) -> bool:
    typed = form.cleaned_data
    row = act_show_code(token, typed["number"], typed["code"], now=_now(request))
    if row is None:
        tell(form, Refused((NO,)), {}, on=clock.today())
        return False
    request.session[SHOWN] = {
        "token": token,
        "id": row.public_id.hex,
        "until": clock.now().timestamp() + LASTS,
    }
    return True


def _shown(request: HttpRequest, token: str) -> UUID | None:
    """The invitation whose code was right in this browser a short while ago."""
    kept = request.session.get(SHOWN) or {}
    if kept.get("token") != token or clock.now().timestamp() > kept.get("until", 0):
        return None
    return read_uuid(kept.get("id", ""))


def _with_own(request: HttpRequest, shown: UUID, account: Account) -> HttpResponse:
    member = act_come_in(shown, account, now=_now(request))
    request.session.pop(SHOWN, None)
    messages.success(request, _("Du har fått tilgang til avtalen."))
    acting = getattr(request, "acting", None)
    is_there = acting is not None and acting.unit_id == member.unit_id
    return redirect("agreements" if is_there else "switch_role")


def _with_new(request: HttpRequest, shown: UUID, form: forms.Form) -> HttpResponse:
    typed = form.cleaned_data
    account = act_come_in_anew(shown, typed["name"], typed["user_name"], now=_now(request))
    request.session.pop(SHOWN, None)
    return redirect(reverse("account_reset_password_from_key", kwargs=link_parts(account)))


def _now(request: HttpRequest) -> At:
    acting = getattr(request, "acting", None)
    who = acting.who if acting else Who(account=None, request_id=getattr(request, "request_id", UUID(int=0)))
    return At(clock.now(), clock.today(), who)


urlpatterns = [
    path("invitasjon/<slug:token>", invitation, name="invitation"),
    path("invitasjon/<slug:token>/inn", come_in, name="invitation_log_in"),
]
