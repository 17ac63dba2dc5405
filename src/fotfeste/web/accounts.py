"""Logging in and out, a forgotten password, the second step: the library's pages at addresses of ours.

Each is put up by name. What is not here is not there: no sign-up, no page that comes with an upgrade.
"""

import json
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.internal.auth import begin_authentication, begin_registration
from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, re_path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView, TemplateView

from fotfeste import clock
from fotfeste.web import headers, second_factor
from fotfeste.web.converters import ROW_NUMBER
from fotfeste.web.language import set_language
from fotfeste.web.log_in import log_in_failed, log_out
from fotfeste.web.pictures.qr import qr_picture
from fotfeste.web.policy import public

PASSKEY_NOT_USED = _("Passnøkkelen ble ikke brukt. Prøv igjen, eller bruk en annen måte.")


class SecondStep(mfa.AuthenticateView):  # type: ignore[misc]  # the library has no types
    """The second step of logging in. A wrong one is written down."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Wrong code or passkey."""
        log_in_failed(self.request, self.stage.login.user, at=clock.now(), why="login.wrong-second-step")
        response: HttpResponse = super().form_invalid(form)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the page needs to ask for a passkey, if the account has one."""
        shown = super().get_context_data(**kwargs)
        kinds = set(Authenticator.objects.filter(user=self.stage.login.user).values_list("type", flat=True))
        has_passkey = Authenticator.Type.WEBAUTHN in kinds
        return {**shown, "options": as_json(shown["js_data"]["request_options"]) if has_passkey else ""}


class LogInByPasskey(webauthn.LoginWebAuthnView):  # type: ignore[misc]  # as above
    """Logging in with nothing but a passkey. A wrong one is written down."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Not a passkey of ours."""
        log_in_failed(self.request, None, at=clock.now(), why="login.wrong-passkey")
        messages.error(self.request, PASSKEY_NOT_USED)
        return redirect("account_login")


class _InOneAct:
    """A change to the second step: the change and its log together, all other sessions ended."""

    request: HttpRequest

    def form_valid(self, form: Any) -> HttpResponse:
        with second_factor.changed(self.request):
            response: HttpResponse = super().form_valid(form)  # type: ignore[misc]  # the view beside this one
            return response


class AddApp(_InOneAct, totp.ActivateTOTPView):  # type: ignore[misc]  # as above
    """Add an authenticator app, with a QR code that is drawn here."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The QR code as a picture of our own; the secret in groups of four for those who type it."""
        shown = super().get_context_data(**kwargs)
        secret = shown["form"].secret
        groups = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
        return {**shown, "qr": qr_picture(shown["totp_url"]), "secret": groups}


class RemoveApp(_InOneAct, totp.DeactivateTOTPView):  # type: ignore[misc]  # as above
    """Take the authenticator app away."""


class AddPasskey(_InOneAct, webauthn.AddWebAuthnView):  # type: ignore[misc]  # as above
    """Add a passkey that works alone."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the browser needs to make one."""
        shown = super().get_context_data(**kwargs)
        return {**shown, "options": as_json(begin_registration(self.request.user, passwordless=True))}


class RenamePasskey(webauthn.EditWebAuthnView):  # type: ignore[misc]  # as above
    """Call a passkey something else."""

    success_url = reverse_lazy("mfa_index")


class RemovePasskey(_InOneAct, webauthn.RemoveWebAuthnView):  # type: ignore[misc]  # as above
    """Take a passkey away, unless it is the last one and one is required."""

    success_url = reverse_lazy("mfa_index")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Taken away, or told why not."""
        adapter = second_factor.Adapter()
        if not adapter.can_delete_authenticator(self.get_object()):
            messages.error(request, str(adapter.error_messages["cannot_delete_authenticator"]))
            return redirect("mfa_index")
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response


class NewCodes(_InOneAct, recovery.GenerateRecoveryCodesView):  # type: ignore[misc]  # as above
    """New recovery codes; the old ones are worth nothing any more."""


class PasskeyAgain(webauthn.ReauthenticateWebAuthnView):  # type: ignore[misc]  # as above
    """The passkey again, before something that matters."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Not a passkey of one's own: the same page, with the other ways on it."""
        messages.error(self.request, PASSKEY_NOT_USED)
        response: HttpResponse = self.render_to_response(self.get_context_data(form=form))
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the browser needs to ask for it."""
        shown = super().get_context_data(**kwargs)
        return {**shown, "options": as_json(begin_authentication(self.request.user))}


@public
def log_out_page(request: HttpRequest) -> HttpResponse:
    """Log out: the session is gone from the server, and the browser is told to forget what it kept."""
    if request.method != "POST":
        return render(request, "account/logout.html") if request.user.is_authenticated else redirect("home")
    log_out(request, at=clock.now())
    response = redirect("home")
    response["Clear-Site-Data"] = headers.FORGET
    return response


def as_json(options: Any) -> str:
    """What a browser is told about a passkey, for a data attribute."""
    return json.dumps(options, cls=DjangoJSONEncoder)


def _page(name: str) -> Any:
    return TemplateView.as_view(template_name=f"account/{name}.html")


_AGAIN, _STEPS = "min-konto/bekreft", "min-konto/to-trinn"

urlpatterns = [
    path("sprak", set_language, name="set_language"),
    path("logg-inn", account.login, name="account_login"),
    path("logg-inn/trinn-to", SecondStep.as_view(), name="mfa_authenticate"),
    path("logg-inn/passnokkel", LogInByPasskey.as_view(), name="mfa_login_webauthn"),
    path("logg-ut", log_out_page, name="account_logout"),
    path("glemt-passord", account.password_reset, name="account_reset_password"),
    path("glemt-passord/sendt", _page("password_reset_done"), name="account_reset_password_done"),
    re_path(
        r"^lenke/(?P<uidb36>[0-9a-f]{32})/(?P<key>[-\w]+)$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "lenke/ferdig",
        _page("password_reset_from_key_done"),
        name="account_reset_password_from_key_done",
    ),
    path("min-konto/passord", account.password_change, name="account_change_password"),
    path(
        "min-konto/passord/lag",
        RedirectView.as_view(pattern_name="account_reset_password"),
        name="account_set_password",
    ),
    path(_AGAIN, account.reauthenticate, name="account_reauthenticate"),
    path(f"{_AGAIN}/kode", mfa.reauthenticate, name="mfa_reauthenticate"),
    path(f"{_AGAIN}/passnokkel", PasskeyAgain.as_view(), name="mfa_reauthenticate_webauthn"),
    path(_STEPS, mfa.index, name="mfa_index"),
    path(f"{_STEPS}/app", AddApp.as_view(), name="mfa_activate_totp"),
    path(f"{_STEPS}/app/fjern", RemoveApp.as_view(), name="mfa_deactivate_totp"),
    path(f"{_STEPS}/passnokkel", AddPasskey.as_view(), name="mfa_add_webauthn"),
    path(f"{_STEPS}/passnokkel/<{ROW_NUMBER}:pk>", RenamePasskey.as_view(), name="mfa_edit_webauthn"),
    path(f"{_STEPS}/passnokkel/<{ROW_NUMBER}:pk>/fjern", RemovePasskey.as_view(), name="mfa_remove_webauthn"),
    path(f"{_STEPS}/reservekoder", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(f"{_STEPS}/reservekoder/nye", NewCodes.as_view(), name="mfa_generate_recovery_codes"),
    path(f"{_STEPS}/reservekoder/fil", recovery.download_recovery_codes, name="mfa_download_recovery_codes"),
]
