"""Reading JSON strictly (nothing stands twice, only numbers that JSON knows), and writing it as it is."""

import json
from typing import Any, NoReturn, cast

from django.http import HttpRequest
from ninja.parser import Parser
from ninja.renderers import JSONRenderer


class StrictParser(Parser):
    """As ninja's own, but it refuses what two readers could understand differently."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        found = json.loads(request.body, object_pairs_hook=_nothing_twice, parse_constant=_no_number)
        return cast(dict[str, Any], found)


class PlainRenderer(JSONRenderer):
    """Letters as letters, and no blanks that nobody reads."""

    json_dumps_params = {"ensure_ascii": False, "separators": (",", ":")}


def _nothing_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("A name stands twice.")
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON.")
