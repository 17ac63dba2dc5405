"""The facts a rule needs as JSON Schema, made from the dataclass itself so that the two cannot part."""

from datetime import date
from typing import Any

from fotfeste.domain.rules import kinds

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DAY = r"^\d{4}-\d{2}-\d{2}$"
_PLAIN: dict[Any, dict[str, Any]] = {
    date: {"type": "string", "format": "date", "pattern": _DAY},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0, "maximum": kinds.MOST_NUMBER},
    str: {"type": "string", "maxLength": kinds.LONGEST_TEXT},
}


def schema_of(facts: type) -> dict[str, Any]:
    """The JSON Schema of the facts in a dataclass. What the class says of itself is the description."""
    return {"$schema": DIALECT, **_schema(facts)}


def _schema(kind: Any) -> dict[str, Any]:
    kind, may_be_none = kinds.without_none(kind)
    found = _one(kind)
    return {"anyOf": [found, {"type": "null"}]} if may_be_none else found


def _one(kind: Any) -> dict[str, Any]:
    item = kinds.item_kind(kind)
    if item is not None:
        return {"type": "array", "items": _schema(item), "maxItems": kinds.MOST_ITEMS}
    if kinds.is_group(kind):
        return _group(kind)
    if kinds.is_choice(kind):
        return {"type": "string", "enum": [choice.value for choice in kind]}
    return _PLAIN[kind]


def _group(kind: Any) -> dict[str, Any]:
    found = kinds.fields_of(kind)
    return {
        "title": kind.__name__,
        "description": " ".join((kind.__doc__ or "").split()),
        "type": "object",
        "properties": {name: _schema(each) for name, (each, _) in found.items()},
        "required": [name for name, (_, is_needed) in found.items() if is_needed],
        "additionalProperties": False,
    }
