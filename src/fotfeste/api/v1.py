"""The API itself: its routers, what guards every call, and how failures are answered."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI

from fotfeste.api.guard import guarded
from fotfeste.api.handlers import fault, handle_failures
from fotfeste.api.once import done_once
from fotfeste.api.operations import ROUTERS
from fotfeste.api.reading import PlainRenderer, StrictParser

VERSION = "1.0.0"

DESCRIPTION = """What a person can do in a page of Fotfeste, a program with the same rights can do here.

- Every look and every act goes through the same door and into the same log as from a page.
- Log in with `Authorization: Bearer <token>`.
- What changes something takes an `Idempotency-Key`, a UUID of your own: sent twice, done once.
- What edits something takes `If-Match` with the version you have seen.
- With more than one role, `Fotfeste-Acting-As` says which one acts, by an id from `GET /me`.
- A stand-in, a supervisor and somebody in an emergency say in `Fotfeste-Purpose` why they look.
- What you may not know of is not found.
- Every failure is a `Problem` with all its reasons, in your language.
"""


class FotfesteApi(NinjaAPI):
    """Ninja's API, with operations named as their functions are."""

    def get_openapi_operation_id(self, operation: object) -> str:
        """The name a program generates its own function from."""
        return str(operation.view_func.__name__)  # type: ignore[attr-defined]  # ninja's Operation

    def on_exception(self, request: HttpRequest, exc: Any) -> HttpResponse:
        """Every failure becomes a Problem, also one that happens while a failure is told."""
        try:
            return super().on_exception(request, exc)
        except Exception as another:  # noqa: BLE001  # the last place where it can still become an answer
            return fault(request, another)


def build() -> FotfesteApi:
    """A new API with everything on it."""
    api = FotfesteApi(
        title="Fotfeste",
        version=VERSION,
        description=DESCRIPTION,
        openapi_url=None,
        docs_url=None,
        urls_namespace="api-v1",
        parser=StrictParser(),
        renderer=PlainRenderer(),
    )
    api.add_decorator(guarded, mode="view")
    api.add_decorator(done_once, mode="operation")
    for prefix, router in ROUTERS:
        api.add_router(prefix, router)
    handle_failures(api)
    return api


api = build()
