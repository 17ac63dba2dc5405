"""How people log in, for how long, with what, and what happens when somebody keeps guessing."""

import os
from typing import Any

from fotfeste.project.surroundings import PROXIES, VAR

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["fotfeste.web.log_in_backend.ByNameOrEmail"]
PASSWORD_HASHERS = ["fotfeste.apps.people.hashing.OneAtATime"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "email", "name")},
    },
]
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

SESSION_ENGINE = "fotfeste.web.sessions"
SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# --- Counting attempts: in the database, so that all web processes count together (decision 0011). ---

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "attempts",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
}
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    # The key is IP and account together: whoever guesses waits longer and longer, the owner does not.
    "login_failed": "20/m/ip,5/m/key,10/15m/key,30/d/key",
    "reset_password": "20/m/ip,3/15m/key",
    "reset_password_from_key": "20/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES

# --- allauth: log-in only. There is no sign-up; accounts are made by an administrator or a specialist. ---

ACCOUNT_ADAPTER = "fotfeste.web.account_adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105  # a name
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_FORMS = {
    "login": "fotfeste.web.accounts_forms.LogIn",
    "change_password": "fotfeste.web.accounts_forms.ChangePassword",
    "reset_password": "fotfeste.web.accounts_forms.AskForLink",
    "reset_password_from_key": "fotfeste.web.accounts_forms.NewPassword",
    "user_token": "fotfeste.web.accounts_forms.WhoseLink",
    "reauthenticate": "fotfeste.web.accounts_forms.Again",
}

MFA_ADAPTER = "fotfeste.web.second_factor.Adapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Fotfeste"
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "fotfeste.web.accounts_forms.Code",
    "reauthenticate": "fotfeste.web.accounts_forms.CodeAgain",
    "activate_totp": "fotfeste.web.accounts_forms.FirstCode",
    "add_webauthn": "fotfeste.web.accounts_forms.NewPasskey",
    "edit_webauthn": "fotfeste.web.accounts_forms.RenamePasskey",
}

# --- Mail leaves through the outbox; the worker hands it to this backend. ---

DEFAULT_FROM_EMAIL = os.environ.get("FOTFESTE_MAIL_FROM", "ikke-svar@example.no")
EMAIL_FILE_PATH = VAR / "mail"
EMAIL_TIMEOUT = 20


def mail_server() -> dict[str, Any]:
    """Files under var/mail, unless FOTFESTE_MAIL_HOST names a server (STARTTLS, port 587)."""
    host = os.environ.get("FOTFESTE_MAIL_HOST", "")
    if not host:
        return {"EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend"}
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": host,
        "EMAIL_PORT": int(os.environ.get("FOTFESTE_MAIL_PORT", "587")),
        "EMAIL_HOST_USER": os.environ.get("FOTFESTE_MAIL_USER", ""),
        "EMAIL_HOST_PASSWORD": os.environ.get("FOTFESTE_MAIL_PASSWORD", ""),
        "EMAIL_USE_TLS": True,
    }


globals().update(mail_server())
