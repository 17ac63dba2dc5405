"""What every answer carries, also a refusal, a fault and a file: the outermost layer puts it on."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from fotfeste.web.robots import STAYS_OUT, TAG

Next = Callable[[HttpRequest], HttpResponse]

ON_EVERY_ANSWER = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
"""Content-Security-Policy comes from django-csp, Strict-Transport-Security from Django, both just inside."""

FORGET = '"cache", "storage"'
"""What a browser shall forget at log-out (Clear-Site-Data). The cookies are ended one by one."""

_ECHOES = frozenset({"TRACE", "TRACK", "CONNECT"})


class Headers:
    """Puts the headers on, keeps pages out of every cache, and answers no method that echoes."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = HttpResponseNotAllowed([]) if request.method in _ECHOES else self.get_response(request)
        for name, value in ON_EVERY_ANSWER.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault(TAG, STAYS_OUT)
        if not request.path.startswith(settings.STATIC_URL):
            response.headers["Cache-Control"] = "no-store, private"
        return response
