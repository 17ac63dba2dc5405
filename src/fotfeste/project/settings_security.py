"""What protects every page: the policy of what it may load, its cookies, and a start refused when weak."""

from collections.abc import Iterator

from csp import constants as csp

from fotfeste.project.surroundings import ADDRESS, HOSTS, IS_PRODUCTION, MODE, MODES, PROXIES

SHORTEST_SECRET = 50
ONE_YEAR = 365 * 24 * 60 * 60

DEBUG = False
ALLOWED_HOSTS = list(HOSTS)

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
        "object-src": [csp.NONE],
        "base-uri": [csp.NONE],
        "frame-ancestors": [csp.NONE],
    }
}

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

SECURE_SSL_REDIRECT = IS_PRODUCTION
SECURE_HSTS_SECONDS = 2 * ONE_YEAR if IS_PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None

SILENCED_SYSTEM_CHECKS = [
    "security.W021",  # whether the whole domain is put on the browsers' preload list is for its owner to say
]

_PREFIX = "__Host-" if IS_PRODUCTION else ""
"""A cookie with this name is taken only over TLS, from this very host, for the whole of it."""

SESSION_COOKIE_NAME = f"{_PREFIX}session"
SESSION_COOKIE_SECURE = IS_PRODUCTION
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = f"{_PREFIX}csrf"
CSRF_COOKIE_SECURE = IS_PRODUCTION
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "fotfeste.web.kept_text.csrf_failure"
LANGUAGE_COOKIE_NAME = f"{_PREFIX}language"
LANGUAGE_COOKIE_SECURE = IS_PRODUCTION
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = ONE_YEAR
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"


def weaknesses(*, mode: str, hosts: tuple[str, ...], address: str, secret: str, debug: bool) -> Iterator[str]:
    """Everything that must be put right before this may serve people. Nothing outside production."""
    if mode not in MODES:
        yield f"FOTFESTE_MODE is {mode!r}; it is one of {', '.join(MODES)}."
    if mode != "production":
        return
    if debug:
        yield "DEBUG is on."
    if any("*" in host or host in {"", "testserver"} for host in hosts):
        yield "FOTFESTE_HOSTS must name the hosts people use, and nothing else."
    if not address.startswith("https://"):
        yield "FOTFESTE_ADDRESS must begin with https://."
    if len(secret) < SHORTEST_SECRET or secret.startswith(("test-only-", "django-insecure-")):
        yield f"The secret key must be random and at least {SHORTEST_SECRET} characters."


def problems_with(secret: str) -> list[str]:
    """What is weak in these very settings."""
    return list(weaknesses(mode=MODE, hosts=HOSTS, address=ADDRESS, secret=secret, debug=DEBUG))
