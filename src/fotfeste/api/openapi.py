"""The description of the API: ninja's, completed with what holds for every operation of this door.

`document()` is the description as data. docs/openapi.json is a copy of it, and a test holds the two equal.
"""

import json
from functools import lru_cache
from typing import Any

from ninja.operation import Operation

from fotfeste.api import calls, once
from fotfeste.api.act_forms import schema_of
from fotfeste.api.actors import ROLE_HEADER
from fotfeste.api.checks import operations
from fotfeste.api.policy import ApiPolicy, api_policy_of
from fotfeste.api.problems import MEDIA_TYPE, Problem
from fotfeste.api.v1 import api
from fotfeste.domain.purposes import Purpose
from fotfeste.web.acts_page import ActForm

PREFIX = "/api/v1/"
READING = frozenset({"GET"})

_SCHEMA = "#/components/schemas/{model}"
_MEANINGS = {
    400: "The call cannot be read.",
    401: "Not logged in: no token or session, or one that does not hold.",
    403: "You know of it, and may not do this. The reason says what would change it.",
    404: "Not here, or not for you to know of.",
    405: "The address does not take this method.",
    409: "The rules refuse it as things are now. Every reason is given.",
    412: "Somebody else was first. Both values are given, nothing was saved.",
    411: "It is not said how large what was sent is.",
    413: "What was sent is too large.",
    415: "The address does not take this kind of content.",
    422: "What was sent is not as this description says. Every fault is given.",
    428: "If-Match is missing.",
    429: "Too many calls. Retry-After says how long to wait.",
    503: "The database is busy. Retry-After says when to send the same again.",
}
_SECURITY_SCHEMES = {
    "token": {
        "type": "http",
        "scheme": "bearer",
        "description": "A token of a machine account, or your own.",
    },
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "__Host-session",
        "description": "Logged in with a browser. What changes something then takes X-CSRFToken too.",
    },
}


@lru_cache(maxsize=1)
def document() -> dict[str, Any]:
    """The whole description. Made once; do not change it."""
    found: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix=PREFIX)))
    by_name = {api.get_openapi_operation_id(operation): operation for _, operation in operations(api)}
    for methods in found["paths"].values():
        for described in methods.values():
            _complete(described, by_name[described["operationId"]])
    components = found["components"]
    components["schemas"] |= _problem_schemas()
    components["schemas"] = dict(sorted(components["schemas"].items()))
    components["responses"] = _answers()
    components["parameters"] = {each["name"]: each for each in _ALL_HEADERS}
    components["securitySchemes"] = _SECURITY_SCHEMES
    found["servers"] = [{"url": "/", "description": "This installation."}]
    return found


@lru_cache(maxsize=1)
def document_json() -> bytes:
    """The description as it is sent and kept in docs/openapi.json."""
    return (json.dumps(document(), indent=1, ensure_ascii=False) + "\n").encode()


def _complete(described: dict[str, Any], operation: Operation) -> None:
    policy = api_policy_of(operation.view_func)
    if policy is None:
        return
    described["parameters"] = described.get("parameters", []) + _headers(operation, policy)
    if not described["parameters"]:
        del described["parameters"]
    if form := getattr(operation.view_func, "sent_form", None):
        described["requestBody"]["content"]["application/json"]["schema"] = _form_schema(form)
    answers = {str(status): _named_answer(status) for status in _statuses(operation, policy)}
    described["responses"] |= {**answers, "default": {"$ref": "#/components/responses/Default"}}
    described["responses"] = dict(sorted(described["responses"].items()))
    described["security"] = [] if policy.knock.is_public else [{"token": []}, {"session": []}]


def _statuses(operation: Operation, policy: ApiPolicy) -> set[int]:
    found = {400, 404, 405, 422, 429, 503}
    if not policy.knock.is_public:
        found |= {401, 403}
    if _changes(operation, policy):
        found |= {409}
    if _has_body(operation):
        found |= {411, 413, 415}
    if policy.edits:
        found |= {412, 428}
    return found


def _changes(operation: Operation, policy: ApiPolicy) -> bool:
    is_reading = READING.issuperset(operation.methods) or policy.only_looks or policy.knock.is_public
    return not is_reading


def _has_body(operation: Operation) -> bool:
    return any(model.__ninja_param_source__ in {"body", "file", "form"} for model in operation.models)


def _form_schema(form: type[ActForm]) -> dict[str, Any]:
    may_vary = form.shape is not ActForm.shape
    return {"description": form.__doc__, **schema_of(form.base_fields, may_vary=may_vary)}


def _named_answer(status: int) -> dict[str, str]:
    return {"$ref": f"#/components/responses/Problem{status}"}


def _answers() -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    content = {MEDIA_TYPE: {"schema": schema}}
    found = {
        f"Problem{status}": {"description": text, "content": content} for status, text in _MEANINGS.items()
    }
    return {**found, "Default": {"description": "Anything else, told in the same shape.", "content": content}}


def _headers(operation: Operation, policy: ApiPolicy) -> list[dict[str, Any]]:
    if policy.knock.is_public:
        return []
    found = [ROLE_HEADER, calls.PURPOSE_HEADER]
    if _changes(operation, policy):
        found.append(calls.KEY_HEADER)
    if policy.edits:
        found.append(calls.VERSION_HEADER)
    return [{"$ref": f"#/components/parameters/{name}"} for name in found]


def _header(name: str, text: str, schema: dict[str, Any], *, is_required: bool = False) -> dict[str, Any]:
    return {"in": "header", "name": name, "description": text, "required": is_required, "schema": schema}


_UUID = {"type": "string", "format": "uuid"}
_ALL_HEADERS = (
    _header(ROLE_HEADER, "Which of your roles you act in (an id from GET /me); else the first.", _UUID),
    _header(
        calls.PURPOSE_HEADER,
        "What the look is for. Asked of a stand-in, a supervisor and in an emergency.",
        {"type": "string", "enum": [purpose.value for purpose in Purpose]},
    ),
    _header(
        calls.KEY_HEADER,
        f"A UUID you make for this act. Sent again, the first answer comes again ({once.REPLAYED}).",
        _UUID,
        is_required=True,
    ),
    _header(
        calls.VERSION_HEADER,
        "The version you have seen, as ETag gave it.",
        {"type": "string", "pattern": '^"([0-9]{1,9}|[0-9a-f]{16})"$'},
        is_required=True,
    ),
)


def _problem_schemas() -> dict[str, Any]:
    schema = Problem.model_json_schema(mode="serialization", ref_template=_SCHEMA)
    return {**schema.pop("$defs", {}), "Problem": schema}
