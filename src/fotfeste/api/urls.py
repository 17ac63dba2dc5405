"""The addresses of the API. Whatever is asked for below /api/v1, a program can read the answer."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import URLPattern, path

from fotfeste.api.openapi import document_json
from fotfeste.api.problems import problem
from fotfeste.api.v1 import api

View = Callable[..., HttpResponse]


def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """An address that no operation has."""
    return problem(request, 404, "api.not-found")


def openapi(request: HttpRequest) -> HttpResponse:
    """The description of the API, for programs."""
    if request.method not in {"GET", "HEAD"}:
        return _not_allowed(request, "GET, HEAD")
    return HttpResponse(document_json(), content_type="application/json")


nothing_here.csrf_exempt = True  # type: ignore[attr-defined]  # it changes nothing, and answers programs
openapi.csrf_exempt = True  # type: ignore[attr-defined]  # as above


def addresses(under: Callable[[View], View]) -> list[URLPattern]:
    """All addresses of the API; `under` declares the policy of the house on each view."""
    operations = [
        URLPattern(found.pattern, under(_plain(found.callback)), found.default_args, found.name)
        for found in api.urls[0]
        if isinstance(found, URLPattern) and found.name != "api-root"
    ]
    return [
        path("openapi.json", under(openapi), name="openapi"),
        *operations,
        path("", under(nothing_here)),
        path("<path:rest>", under(nothing_here)),
    ]


def _plain(view: View) -> View:
    """The same view, saying in our way which methods it knows."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if isinstance(response, HttpResponseNotAllowed):
            return _not_allowed(request, response["Allow"])
        return response

    return answered


def _not_allowed(request: HttpRequest, allowed: str) -> HttpResponse:
    return problem(request, 405, "api.method-not-allowed", headers={"Allow": allowed})
