"""Values made from JSON Schema for Hypothesis: mostly what the schema allows, now and then something else."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

Schema = dict[str, Any]

HOSTILE: tuple[Any, ...] = (
    *("", " ", "\x00", "\ud800", "\udfff", "٣", "０", "NaN", "null", "true", "=cmd|' /C calc'!A0", "'; --"),
    *(
        "<script>alert(1)</script>",
        "{{7*7}}",
        "%00",
        "../../etc/passwd",
        "\r\nBcc: x",
        "\u202egnp.exe",
        "a" * 30_000,
    ),
    *("31.02.2026", "2026-02-30", "0001-01-01", "9999-12-31", "2026-W53", "14839421142", "́" * 2_000),
    *(None, True, False, 0, -1, 2**31, 2**53, 2**63, -(2**63) - 1, 10**40, 1e308, 0.1),
    *([], {}, [[]], [None], {"a": {"b": []}}),
)
DEEPEST = 3


def value(schema: Schema, whole: Schema, *, depth: int = 0) -> st.SearchStrategy[Any]:
    """What the schema allows, or in one of ten cases something hostile."""
    good = allowed(schema, whole, depth=depth)
    return st.integers(0, 9).flatmap(lambda n: st.sampled_from(HOSTILE) if n == 0 else good)


def allowed(schema: Schema, whole: Schema, *, depth: int = 0) -> st.SearchStrategy[Any]:
    """What the schema allows."""
    schema = resolved(schema, whole)
    if "anyOf" in schema:
        return st.one_of(*(allowed(each, whole, depth=depth) for each in schema["anyOf"]))
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    kind = schema.get("type")
    if isinstance(kind, list):
        return st.one_of(*(allowed({**schema, "type": each}, whole, depth=depth) for each in kind))
    if kind == "object":
        return _object(schema, whole, depth)
    if kind == "array":
        items = value(schema.get("items", {"type": "string"}), whole, depth=depth + 1)
        return st.lists(items, max_size=2 if depth < DEEPEST else 0)
    return _plain(schema)


def resolved(schema: Schema, whole: Schema) -> Schema:
    """The schema that a reference leads to."""
    while "$ref" in schema:
        found: Any = whole
        for part in schema["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        schema = found
    return schema


def _object(schema: Schema, whole: Schema, depth: int) -> st.SearchStrategy[Any]:
    fields = {
        name: value(each, whole, depth=depth + 1) for name, each in schema.get("properties", {}).items()
    }
    needed = set(schema.get("required", ()))
    known = st.fixed_dictionaries(
        {name: made for name, made in fields.items() if name in needed},
        optional={name: made for name, made in fields.items() if name not in needed},
    )
    more = schema.get("additionalProperties")
    if isinstance(more, dict) and depth < DEEPEST:
        others = st.dictionaries(st.text(max_size=8), value(more, whole, depth=depth + 1), max_size=2)
        return st.tuples(known, others).map(lambda both: {**both[1], **both[0]})
    return known


def _plain(schema: Schema) -> st.SearchStrategy[Any]:
    kind, form = schema.get("type"), schema.get("format")
    if kind == "integer":
        return st.integers(schema.get("minimum", -5), min(schema.get("maximum", 10**6), 10**6))
    if kind == "boolean":
        return st.booleans()
    if kind == "null":
        return st.none()
    if form == "uuid":
        return st.uuids().map(str)
    if form == "date":
        near, far = (date(2026, 1, 1), date(2027, 12, 31)), (date(1900, 1, 1), date(2200, 12, 31))
        return st.one_of(st.dates(*near), st.dates(*near), st.dates(*far)).map(date.isoformat)
    return st.text(max_size=min(schema.get("maxLength", 20), 20))
