"""No operation without a declared policy: the check says so, and at run time it does not exist."""

from typing import Any

from django.core.checks import Error, run_checks
from django.http import HttpRequest
from django.test import Client, override_settings
from django.urls import URLPattern, include, path
from ninja import NinjaAPI, Router

from fotfeste.api.checks import operations, undeclared
from fotfeste.api.guard import guarded
from fotfeste.api.handlers import handle_failures
from fotfeste.api.policy import PUBLIC, api_policy, api_policy_of
from fotfeste.api.v1 import api
from fotfeste.web.checks import addresses
from fotfeste.web.policy import BY_TOKEN, policy, policy_of
from tests.api.conftest import problem


def with_one_forgotten() -> NinjaAPI:
    router = Router()

    @router.get("/declared")
    @api_policy(PUBLIC)
    def declared(request: HttpRequest) -> dict[str, str]:
        return {"said": "hello"}

    @router.get("/forgotten")
    def forgotten(request: HttpRequest) -> dict[str, str]:
        return {"said": "secret"}

    made = NinjaAPI(openapi_url=None, docs_url=None, urls_namespace="forgotten")
    made.add_decorator(guarded, mode="view")
    made.add_router("", router)
    handle_failures(made)
    return made


class Addresses:
    """As a module of addresses, with a policy of the house on each view."""

    def __init__(self, made: NinjaAPI) -> None:
        found, app, _ = made.urls
        operations = [each for each in found if isinstance(each, URLPattern) and each.name != "api-root"]
        for each in operations:
            policy(BY_TOKEN)(each.callback)
        self.urlpatterns = [path("try/", include((operations, app)))]
        self.handler404 = "fotfeste.web.errors.not_found"


def test_every_operation_declares_a_policy() -> None:
    assert list(operations(api))
    assert undeclared(api) == []
    assert [found for found in run_checks() if found.id == "fotfeste.E002"] == []


def test_an_operation_that_declares_none_is_found() -> None:
    found = undeclared(with_one_forgotten())

    assert [error.id for error in found] == ["fotfeste.E002"]
    assert isinstance(found[0], Error)
    assert "/forgotten" in found[0].msg


def test_an_operation_that_declares_none_does_not_exist(db: None) -> None:
    with override_settings(ROOT_URLCONF=Addresses(with_one_forgotten())):
        declared = Client().get("/try/declared")
        forgotten = Client().get("/try/forgotten")

    assert declared.json() == {"said": "hello"}
    assert forgotten.status_code == 404
    assert problem(forgotten)["code"] == "api.not-found"
    assert "secret" not in forgotten.content.decode()


def test_every_address_of_the_api_is_looked_after_by_the_guard_alone() -> None:
    views = [pattern.callback for route, pattern in addresses() if route.startswith("api/v1/")]

    assert views
    assert {policy_of(view, None) for view in views} == {BY_TOKEN}


def test_what_anybody_may_call_is_written_out() -> None:
    public = {
        f"{method} {route}"
        for route, operation in operations(api)
        for method in operation.methods
        if (declared := api_policy_of(operation.view_func)) and declared.knock.is_public
    }

    assert public == {
        "GET /agreements/about",
        "GET /guideline",
        "GET /measures/follow-up",
        "GET /rules",
        "GET /rules/{rule}",
        "POST /rules/{rule}",
        "POST /seals/check",
    }


TOLD_ONCE = "InvitationMade.code"
"""In the first answer alone: what is kept of it is without (see test_agreement_text.py)."""


def test_an_answer_that_is_remembered_holds_no_text_that_somebody_wrote() -> None:
    """What an act answers is kept for two days in clear: ids, numbers and codes only."""
    allowed = {"integer", "boolean", "null"}
    for _, operation in operations(api):
        declared = api_policy_of(operation.view_func)
        assert declared is not None
        if "GET" in operation.methods or declared.knock.is_public or declared.only_looks:
            continue
        for model in operation.response_models.values():
            for name, field in _fields(model):
                if name.startswith("ReasonShown."):
                    continue  # a rule's own words, as they stand in the parameters
                if name == TOLD_ONCE:
                    continue
                is_plain = field.get("type") in allowed or field.get("format") in {
                    "uuid",
                    "date",
                    "date-time",
                }
                is_list = "$ref" in field.get("items", {})  # what stands in it is looked at by itself
                assert is_plain or is_list or {"enum", "const", "$ref"} & field.keys(), (
                    f"{operation.view_func.__name__}: {name}"
                )


def _fields(model: Any) -> list[tuple[str, dict[str, Any]]]:
    schema = model.model_json_schema(mode="serialization")
    return [
        (f"{title}.{name}", field)
        for title, each in schema.get("$defs", {}).items()
        for name, field in each.get("properties", {}).items()
    ]
