"""Settings for three modes: demo (the default), test and production. See docs/running/settings.md."""

import os
from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from fotfeste.project import database, surroundings
from fotfeste.project.settings_accounts import *  # noqa: F403  # how people log in, in a file of its own
from fotfeste.project.settings_security import *  # noqa: F403  # what protects every page, likewise
from fotfeste.project.settings_security import problems_with
from fotfeste.safe_sqlite import use_safe_sqlite

use_safe_sqlite()

PACKAGE, ROOT, VAR = surroundings.PACKAGE, surroundings.ROOT, surroundings.VAR
MODE, IS_PRODUCTION = surroundings.MODE, surroundings.IS_PRODUCTION
ADDRESS, SECOND_FACTOR_REQUIRED = surroundings.ADDRESS, surroundings.SECOND_FACTOR_REQUIRED
STAFF_SHOWN_AS = surroundings.STAFF_SHOWN_AS
SIGNING_URL, SIGNING_TOKEN = surroundings.SIGNING_URL, surroundings.SIGNING_TOKEN
SIGNING_SECONDS = surroundings.SIGNING_SECONDS

_fixed = os.environ.get("FOTFESTE_TODAY", "2026-11-22")
FIXED_DAY: date | None = None if IS_PRODUCTION or _fixed == "real" else date.fromisoformat(_fixed)

KEY_FILE = VAR / "keys" / "keys.json"
LOG_HEADS = Path(os.environ.get("FOTFESTE_LOG_HEADS", VAR / "log-heads" / "heads.jsonl"))

SECRET_KEY = database.secret_key(VAR, is_test=MODE == "test")
if problems := problems_with(SECRET_KEY):
    raise ImproperlyConfigured(" ".join(problems))

INSTALLED_APPS = [
    "fotfeste.apps.audit",
    "fotfeste.apps.vault",
    "fotfeste.apps.agenda",
    "fotfeste.apps.outbox",
    "fotfeste.apps.people",
    "fotfeste.apps.consents",
    "fotfeste.apps.employers",
    "fotfeste.apps.disclosure",
    "fotfeste.apps.remarks",
    "fotfeste.apps.discharge",
    "fotfeste.apps.episodes",
    "fotfeste.apps.plans",
    "fotfeste.apps.employment",
    "fotfeste.apps.economy",
    "fotfeste.apps.job_search",
    "fotfeste.apps.attachments",
    "fotfeste.apps.unit_meetings",
    "fotfeste.apps.supervision",
    "fotfeste.apps.profiles",
    "fotfeste.apps.measures",
    "fotfeste.apps.agreements",
    "fotfeste.apps.imports",
    "django.contrib.auth",  # before fotfeste.web, which takes over what it does at each log-in
    "fotfeste.web",
    "fotfeste.api",
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
    "fotfeste.web.headers.Headers",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "fotfeste.web.reading_language.ReadingLanguage",
    "django.middleware.common.CommonMiddleware",
    "fotfeste.web.sizes.Sizes",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "fotfeste.web.middleware.House",
    "fotfeste.web.signing_lock.SigningLock",
    "fotfeste.web.lifetime.Lifetime",
    "fotfeste.web.second_factor.Gate",
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
# What is sent is never written to the disk in clear: it stays in memory, or is counted and let go.
DATA_UPLOAD_MAX_NUMBER_FILES = 2  # no form takes more than one
FILE_UPLOAD_HANDLERS = ["fotfeste.web.uploads.InMemory"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": f"{_plain}.StaticFilesStorage"
        if MODE == "test"
        else f"{_named}.CompressedManifestStaticFilesStorage"
    },
}

FORM_RENDERER = "fotfeste.web.forms_look.AkselRenderer"
