"""Signing together on the specialist's device: made ready, identified, signed, handed back, unlocked."""

from uuid import UUID

from allauth.core import ratelimit
from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from fotfeste.apps.caseload.person import Look
from fotfeste.apps.caseload.signing import (
    Over,
    Signing,
    access_before_signing,
    access_signing,
    act_close,
    act_failed_try,
    act_identify,
    act_open_signing,
    act_sign_together,
    agrees,
    is_open,
    signing_of,
)
from fotfeste.apps.consents.models import SigningTogether
from fotfeste.apps.consents.services.signing import Changed
from fotfeste.apps.people.models import Account
from fotfeste.domain.consent import Identified
from fotfeste.domain.consent_openings import SIGNED
from fotfeste.parameters.consent_texts import ShownText
from fotfeste.web.consent_words import signature_of, stands, text_shown, where_each_stands
from fotfeste.web.looks import look_of
from fotfeste.web.mine_consent import CALLED, IN_ADDRESS
from fotfeste.web.once import new_form_key, once
from fotfeste.web.person_header import header_page
from fotfeste.web.policy import any_account, record
from fotfeste.web.requests import actor
from fotfeste.web.signing_forms import AgreedForm, PasswordForm
from fotfeste.web.signing_lock import lock, locked_to, unlock

OWN_PASSWORD = _("Ditt eget passord")


@record
@require_http_methods(["GET", "HEAD", "POST"])
def sign_together(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The specialist makes ready, and hands over the device."""
    look = look_of(request, public_id)
    header, log_in = access_before_signing(look)
    by_password = log_in is not None and log_in.has_usable_password() and "word" not in request.POST
    form = AgreedForm(request.POST if "word" in request.POST else None)
    if request.method == "POST" and (by_password or form.is_valid()):
        lock(request, act_open_signing(look, None if by_password else form.agreed()))
        return redirect("signing")
    page = header_page(header, "person_facts", on=look.on) | {
        "form": form,
        "has_log_in": log_in is not None and log_in.has_usable_password(),
    }
    return render(request, "signing/before.html", page, status=422 if form.errors else 200)


@any_account
@require_http_methods(["GET", "HEAD", "POST"])
def signing(request: HttpRequest) -> HttpResponse:
    """What the device shows: who are you; then the consents; then hand it back."""
    here = _here(request)
    if here is None:
        return redirect("home")
    look, row = here
    if not is_open(row, at=look.at):
        return _handed_back(request, look, row)
    found = access_signing(look, row)
    if row.identified_at is None:
        return _identify(request, look, found)
    now = where_each_stands(found.statements, on=look.on)
    page = {
        "name": str(found.name),
        "consents": [(each, reverse("signing_consent", args=[CALLED[each.scope]])) for each in now],
    }
    return render(request, "signing/consents.html", page)


@any_account
@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: HttpRequest, name: str) -> HttpResponse:
    """Read one consent and answer it, on the specialist's device."""
    here, scope = _here(request), IN_ADDRESS.get(name)
    if scope is None:
        raise Http404
    if here is None or not is_open(here[1], at=here[0].at) or here[1].identified_at is None:
        return redirect("signing")
    look, row = here
    text = text_shown(scope, on=look.on)
    if request.method != "POST":
        return _consent_page(request, look, row, text)
    try:
        return _answer(request, look, row, text)
    except Changed:
        return _consent_page(request, look, row, text, is_changed=True, status=409)
    except Over:
        return redirect("signing")


@any_account
@require_POST
def done(request: HttpRequest) -> HttpResponse:
    """The jobseeker is done, and hands the device back."""
    return _end(request, "done")


@any_account
@require_POST
def not_me(request: HttpRequest) -> HttpResponse:
    """It is another person than the one whose name stands there."""
    return _end(request, "not_me")


@any_account
@require_POST
def unlock_device(request: HttpRequest) -> HttpResponse:
    """The specialist comes back with the password. Whoever guesses waits."""
    here = _here(request)
    if here is None:
        return redirect("home")
    look, row = here
    act_close(look, row, "unlocked")
    form = PasswordForm(request.POST, label=_("Jobbspesialistens passord"))
    account = request.user
    assert isinstance(account, Account)  # noqa: S101  # the policy lets in nobody else
    allowed = ratelimit.consume(request, action="reauthenticate", user=account)
    if allowed and form.is_valid() and account.check_password(form.cleaned_data["password"]):
        unlock(request)
        return redirect("person_consents", row.person.public_id)
    form.is_valid()
    form.add_error("password", _("Passordet stemmer ikke. Prøv igjen, eller logg ut og inn."))
    return render(request, "signing/over.html", {"form": form, "why": ""}, status=422)


def _here(request: HttpRequest) -> tuple[Look, SigningTogether] | None:
    """The signing that this log-in is locked to, and who looks. None where there is none."""
    public_id = locked_to(request)
    row = signing_of(actor(request).account_id, public_id) if public_id else None
    if row is None:
        return None
    return look_of(request, row.person.public_id), row


def _identify(request: HttpRequest, look: Look, found: Signing) -> HttpResponse:
    by_password = found.row.fingerprint is None
    form: PasswordForm | AgreedForm
    data = request.POST if request.method == "POST" else None
    form = PasswordForm(data, label=OWN_PASSWORD) if by_password else AgreedForm(data)
    if data is not None and form.is_valid():
        try:
            if _is_them(found, form):
                how = Identified.PASSWORD if by_password else Identified.VOUCHED
                act_identify(found.row, how, at=look.at)
                request.session.cycle_key()
            else:
                act_failed_try(look, found.row)
                form.add_error(None, _("Det stemmer ikke. Prøv igjen, eller gi skjermen tilbake."))
        except Over:
            return redirect("signing")
        if not form.errors:
            return redirect("signing")
    page = {"name": str(found.name), "form": form, "by_password": by_password}
    return render(request, "signing/identify.html", page, status=422 if form.errors else 200)


def _is_them(found: Signing, form: forms.Form) -> bool:
    if isinstance(form, AgreedForm):
        return agrees(found.row, form.agreed())
    return found.log_in is not None and found.log_in.check_password(form.cleaned_data["password"])


def _answer(request: HttpRequest, look: Look, row: SigningTogether, text: ShownText) -> HttpResponse:
    signature = signature_of(request.POST, text)
    if signature is None:
        return _consent_page(request, look, row, text, status=422)

    def do() -> str:
        act_sign_together(look, row, signature)
        return reverse("signing")

    answer = once(request, do, at=look.at)
    messages.success(request, gettext("Svaret ditt er lagret. Det gjelder fra nå."))
    return answer


def _consent_page(
    request: HttpRequest,
    look: Look,
    row: SigningTogether,
    text: ShownText,
    *,
    is_changed: bool = False,
    status: int = 200,
) -> HttpResponse:
    found = access_signing(look, row)
    in_force = {each.scope: each for each in found.statements if each.ended_at is None}
    page = {
        "stands": stands(in_force.get(text.scope), text),
        "text": text,
        "number": SIGNED.index(text.scope) + 1,
        "count": len(SIGNED),
        "is_changed": is_changed,
        "form_key": new_form_key(),
    }
    return render(request, "signing/consent.html", page, status=status)


def _handed_back(request: HttpRequest, look: Look, row: SigningTogether) -> HttpResponse:
    if row.closed_at is None:
        act_close(look, row, "timed_out")
        row.close_kind = "timed_out"
    form = PasswordForm(label=_("Jobbspesialistens passord"))
    return render(request, "signing/over.html", {"form": form, "why": row.close_kind})


def _end(request: HttpRequest, kind: str) -> HttpResponse:
    here = _here(request)
    if here is None:
        return redirect("home")
    act_close(*here, kind)
    return redirect("signing")


urlpatterns = [
    path("personer/<uuid:public_id>/signer-sammen", sign_together, name="sign_together"),
    path("signer", signing, name="signing"),
    path("signer/ferdig", done, name="signing_done"),
    path("signer/ikke-meg", not_me, name="signing_not_me"),
    path("signer/las-opp", unlock_device, name="signing_unlock"),
    path("signer/<slug:name>", consent, name="signing_consent"),
]
