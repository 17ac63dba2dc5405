"""The library's log-in forms in our words: labels instead of placeholders, errors that say what to do."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from uuid import UUID

from allauth.account import forms as account_forms
from allauth.account.adapter import get_adapter
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp import forms as totp_forms
from allauth.mfa.webauthn import forms as webauthn_forms
from django import forms
from django.core.cache import cache
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.people.models import Account

PASSWORD_HELP = _("Minst 12 tegn. Flere ord etter hverandre er lett å huske og vanskelig å gjette.")
CODE_HELP = _("Seks sifre fra appen, eller en av reservekodene dine.")
CODE_IS_REMEMBERED = 5 * 60
"""Seconds. Longer than a code from an app can be right, so that none is used twice."""

Words = Any
"""A text, or one that is translated when it is shown."""


class _InOurWords(forms.Form):
    """Labels and hints by field; no text inside the fields, where it disappears when one types."""

    words: Mapping[str, tuple[Words, Words]] = {}
    error_heading: Words = _("Dette må rettes")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label, field.help_text = self.words.get(name, (field.label or "", ""))
            field.widget.attrs.pop("placeholder", None)


class _TwicePassword(_InOurWords):
    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        first, second = cleaned.get("password1"), self.data.get("password2")
        if first and second and first != second:
            self.errors.pop("password2", None)
            self.add_error("password2", _("De to passordene er ikke like."))
        return cleaned


class LogIn(_InOurWords, account_forms.LoginForm):  # type: ignore[misc]  # the library has no types
    """User name or e-mail, and password."""

    words = {"login": (_("E-post eller brukernavn"), ""), "password": (_("Passord"), "")}
    error_heading = _("Du kom ikke inn")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {"autocomplete": "username", "autocapitalize": "none"}
        self.fields["login"].validators.append(MaxLengthValidator(254))


class AskForLink(_InOurWords, account_forms.ResetPasswordForm):  # type: ignore[misc]  # as above
    """Where to send the link."""

    words = {"email": (_("E-post"), "")}

    def save(self, request: HttpRequest, **more: Any) -> str:
        """An errand for each account with this address; for nobody, when there is none."""
        email: str = self.cleaned_data["email"]
        if self.users:
            super().save(request, **more)
        else:
            get_adapter().send_mail("account/email/unknown_account", email, {})
        return email


class NewPassword(_TwicePassword, account_forms.ResetPasswordKeyForm):  # type: ignore[misc]  # as above
    """A password made from a link."""

    words = {
        "password1": (_("Nytt passord"), PASSWORD_HELP),
        "password2": (_("Nytt passord en gang til"), ""),
    }


class ChangePassword(_TwicePassword, account_forms.ChangePasswordForm):  # type: ignore[misc]  # as above
    """Another password."""

    words = {"oldpassword": (_("Nåværende passord"), ""), **NewPassword.words}


class WhoseLink(account_forms.UserTokenForm):  # type: ignore[misc]  # as above
    """Whose a link is: by the account's public id, and only while the account is open."""

    def _get_user(self, uidb36: str) -> Account | None:
        try:
            return Account.objects.filter(public_id=UUID(uidb36), is_active=True, acts_for=None).first()
        except ValueError:
            return None


class Again(_InOurWords, account_forms.ReauthenticateForm):  # type: ignore[misc]  # as above
    """The password again, before something that matters."""

    words = {"password": (_("Passord"), "")}


class _OneTimeCode(_InOurWords):
    words = {"code": (_("Kode"), CODE_HELP)}
    error_heading = _("Koden ble ikke godtatt")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code"}
        self.fields["code"].validators.append(MaxLengthValidator(32))


class _UsedOnce(_OneTimeCode):
    user: Account

    def clean_code(self) -> str:
        code: str = super().clean_code()  # type: ignore[misc]  # the library's form stands beside this one
        fingerprint = sha256(f"{self.user.pk}:{code.strip()}".encode()).hexdigest()
        if not cache.add(f"code-used:{fingerprint}", 1, timeout=CODE_IS_REMEMBERED):
            raise forms.ValidationError(_("Koden er brukt. Vent til appen viser en ny."), "used")
        return code


class Code(_UsedOnce, mfa_forms.AuthenticateForm):  # type: ignore[misc]  # as above
    """The second step of logging in."""


class CodeAgain(_UsedOnce, mfa_forms.ReauthenticateForm):  # type: ignore[misc]  # as above
    """The second step again, before something that matters."""


class FirstCode(_OneTimeCode, totp_forms.ActivateTOTPForm):  # type: ignore[misc]  # as above
    """Shows that the app and we agree."""

    words = {"code": (_("Koden appen viser"), _("Seks sifre"))}


class NewPasskey(_InOurWords, webauthn_forms.AddWebAuthnForm):  # type: ignore[misc]  # as above
    """A passkey. All of ours open without a password too, so each asks for a finger, a face or a PIN."""

    words = {"name": (_("Navn på passnøkkelen"), _("For eksempel «Jobbtelefonen»"))}
    passwordless = forms.BooleanField(widget=forms.HiddenInput, initial=True, required=True)


class RenamePasskey(_InOurWords, webauthn_forms.EditWebAuthnForm):  # type: ignore[misc]  # as above
    """Another name for a passkey."""

    words = {"name": (_("Navn på passnøkkelen"), "")}
