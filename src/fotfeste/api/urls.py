"""The addresses of the API. Whatever is asked for below /api/v1, a program can read the answer."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import URLPattern, include, path
from django.views.decorators.csrf import csrf_exempt

from fotfeste.api.openapi import document_json
from fotfeste.api.pages import api_page
from fotfeste.api.problems import problem
from fotfeste.api.v1 import api
from fotfeste.web.policy import BY_TOKEN, policy

View = Callable[..., HttpResponse]

looked_after_by_the_guard = policy(BY_TOKEN)
"""The policy of the house for every view here: the guard looks at each operation's own."""


@looked_after_by_the_guard
@csrf_exempt
def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """An address that no operation has."""
    return problem(request, 404, "api.not-found")


@looked_after_by_the_guard
@csrf_exempt
def openapi(request: HttpRequest) -> HttpResponse:
    """The description of the API, for programs."""
    if request.method not in {"GET", "HEAD"}:
        return _not_allowed(request, "GET, HEAD")
    return HttpResponse(document_json(), content_type="application/json")


def _operations() -> list[URLPattern]:
    return [
        URLPattern(found.pattern, _plain(found.callback), found.default_args, found.name)
        for found in api.urls[0]
        if isinstance(found, URLPattern) and found.name != "api-root"
    ]


def _plain(view: View) -> View:
    """The same view, saying in our way which methods it knows."""

    @looked_after_by_the_guard
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if isinstance(response, HttpResponseNotAllowed):
            return _not_allowed(request, response["Allow"])
        return response

    return answered


def _not_allowed(request: HttpRequest, allowed: str) -> HttpResponse:
    return problem(request, 405, "api.method-not-allowed", headers={"Allow": allowed})


_v1 = [
    path("openapi.json", openapi, name="openapi"),
    *_operations(),
    path("", nothing_here),
    path("<path:rest>", nothing_here),
]
urlpatterns = [
    path("api", api_page, name="api_page"),
    path("api/v1/", include((_v1, "api"))),
]
