"""Settings for three modes: demo (the default), test and production. See docs/running/settings.md."""

import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

from csp import constants as csp

from fotfeste.project import database
from fotfeste.safe_sqlite import use_safe_sqlite

use_safe_sqlite()

PACKAGE = Path(__file__).resolve().parents[1]
ROOT = PACKAGE.parents[1]
VAR = Path(os.environ.get("FOTFESTE_VAR", ROOT / "var"))

MODE = os.environ.get("FOTFESTE_MODE", "test" if "pytest" in sys.modules else "demo")
IS_PRODUCTION = MODE == "production"
DEBUG = False

_fixed = os.environ.get("FOTFESTE_TODAY", "2026-11-22")
FIXED_DAY: date | None = None if IS_PRODUCTION or _fixed == "real" else date.fromisoformat(_fixed)

KEY_FILE = VAR / "keys" / "keys.json"
LOG_HEADS = Path(os.environ.get("FOTFESTE_LOG_HEADS", VAR / "log-heads" / "heads.jsonl"))

SECRET_KEY = database.secret_key(VAR, is_test=MODE == "test")
ALLOWED_HOSTS = os.environ.get("FOTFESTE_HOSTS", "127.0.0.1,localhost,[::1],testserver").split(",")

INSTALLED_APPS = [
    "fotfeste.apps.audit",
    "fotfeste.apps.vault",
    "fotfeste.apps.agenda",
    "fotfeste.apps.outbox",
    "fotfeste.apps.people",
    "fotfeste.apps.consents",
    "fotfeste.apps.employers",
    "fotfeste.apps.episodes",
    "fotfeste.apps.plans",
    "fotfeste.apps.employment",
    "fotfeste.apps.economy",
    "fotfeste.apps.imports",
    "fotfeste.web",
    "fotfeste.api",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "fotfeste.web.middleware.House",
]

ROOT_URLCONF = "fotfeste.project.urls"
WSGI_APPLICATION = "fotfeste.project.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "fotfeste.web.navigation.navigation",
                "fotfeste.web.look.look",
            ],
        },
    }
]

DATABASES = {"default": database.from_environment(VAR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
CSRF_FAILURE_VIEW = "fotfeste.web.kept_text.csrf_failure"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Oslo"

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [PACKAGE / "web" / "static"]
# Names carry the sum of their content, so that browsers may keep them; tests read the files where they lie.
_plain, _named = "django.contrib.staticfiles.storage", "whitenoise.storage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": f"{_plain}.StaticFilesStorage"
        if MODE == "test"
        else f"{_named}.CompressedManifestStaticFilesStorage"
    },
}

FORM_RENDERER = "fotfeste.web.forms_look.AkselRenderer"

# Nothing from anywhere else, nothing inline: what a page may load is what lies in web/static.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [csp.NONE],
        "script-src": [csp.SELF],
        "style-src": [csp.SELF],
        "img-src": [csp.SELF],
        "font-src": [csp.SELF],
        "connect-src": [csp.SELF],
        "manifest-src": [csp.SELF],
        "form-action": [csp.SELF],
        "base-uri": [csp.NONE],
        "frame-ancestors": [csp.NONE],
    }
}

SILENCED_SYSTEM_CHECKS: list[str] = []
