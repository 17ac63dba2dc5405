"""The description of the API as a page for people: the same facts as openapi.json, nothing more to keep."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fotfeste.api.openapi import PREFIX, document
from fotfeste.api.problems import language
from fotfeste.parameters.texts import WHY, all_texts, parts
from fotfeste.web.policy import public

_NAMED_PLACE = re.compile(r"\{\w+\}")
METHODS = ("get", "post", "put", "delete")


@dataclass(frozen=True, slots=True)
class FieldShown:
    """One field of the query or of what is sent."""

    name: str
    place: str
    kind: str
    is_needed: bool
    about: str


@dataclass(frozen=True, slots=True)
class OperationShown:
    """One operation."""

    name: str
    method: str
    path: tuple[str, ...]
    summary: str
    about: tuple[str, ...]
    fields: tuple[FieldShown, ...]
    headers: tuple[str, ...]
    answers: tuple[str, ...]
    is_public: bool


@public
@require_safe
def api_page(request: HttpRequest) -> HttpResponse:
    """Every operation by group, and every problem it can answer with."""
    page = {
        "about": [_in_parts(line) for line in document()["info"]["description"].splitlines()[2:]],
        "groups": groups(),
        "problems": [(code, _said(code)) for code in sorted(all_texts()) if code.startswith("api.")],
    }
    return render(request, "api/api.html", page)


def _in_parts(line: str) -> list[tuple[str, bool]]:
    """A line of the description, and which parts of it are to be typed as they stand."""
    parts = line.removeprefix("- ").split("`")
    return [(part, bool(place % 2)) for place, part in enumerate(parts)]


def _said(code: str) -> str:
    """The text of a problem, with dots for what each case fills in."""
    return _NAMED_PLACE.sub("…", parts(code, language())[WHY])


@lru_cache(maxsize=1)
def groups() -> tuple[tuple[str, tuple[OperationShown, ...]], ...]:
    """The operations by tag, in the order of the description."""
    found: dict[str, list[OperationShown]] = {}
    for path, methods in document()["paths"].items():
        for method in METHODS:
            if method in methods:
                found.setdefault(methods[method]["tags"][0], []).append(
                    _operation(path, method, methods[method])
                )
    return tuple((tag, tuple(operations)) for tag, operations in found.items())


def _operation(path: str, method: str, described: dict[str, Any]) -> OperationShown:
    return OperationShown(
        name=described["operationId"],
        method=method.upper(),
        path=tuple(path.removeprefix(PREFIX).split("/")),
        summary=described["summary"],
        about=tuple(described["description"].split("\n\n")),
        fields=(*_query(described), *_body(described)),
        headers=tuple(each["name"] for each in _parameters(described, "header") if each["required"]),
        answers=tuple(described["responses"]),
        is_public=not described["security"],
    )


def _parameters(described: dict[str, Any], place: str) -> Iterator[dict[str, Any]]:
    for parameter in described.get("parameters", ()):
        found = _resolved(parameter)
        if found["in"] == place:
            yield found


def _query(described: dict[str, Any]) -> Iterator[FieldShown]:
    for found in _parameters(described, "query"):
        about = found.get("description", "")
        yield FieldShown(found["name"], "query", _kind(found["schema"]), found["required"], about)


def _body(described: dict[str, Any]) -> Iterator[FieldShown]:
    for content in described.get("requestBody", {}).get("content", {}).values():
        schema = _resolved(content["schema"])
        for name, field in schema.get("properties", {}).items():
            is_needed = name in schema.get("required", ())
            yield FieldShown(name, "body", _kind(field), is_needed, field.get("description", ""))


def _kind(schema: dict[str, Any]) -> str:
    schema = _resolved(schema)
    if "anyOf" in schema:
        return ", ".join(kind for each in schema["anyOf"] if (kind := _kind(each)) != "null")
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"{_kind(schema['items'])} …"
    return str(schema.get("format") or schema.get("type", ""))


def _resolved(found: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in found:
        return found
    node: Any = document()
    for part in found["$ref"].removeprefix("#/").split("/"):
        node = node[part]
    resolved: dict[str, Any] = node
    return resolved
