"""What the schema has against a body or a query: every fault at once, each with its field."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fotfeste.api.problems import ReasonShown, about, shown

MOST_TOLD = 50

_CODES = {
    "missing": "api.missing-field",
    "extra_forbidden": "api.unknown-field",
    "string_too_long": "api.too-long",
    "string_too_short": "api.too-short",
    "too_long": "api.too-many",
    "too_short": "api.too-few",
    "greater_than_equal": "api.out-of-range",
    "less_than_equal": "api.out-of-range",
    "day": "api.not-a-day",
    "day_out_of_range": "api.out-of-range",
    "unstorable": "api.cannot-be-kept",
    "id": "api.not-an-id",
    "enum": "api.not-a-choice",
    "literal_error": "api.not-a-choice",
    "union_tag_invalid": "api.not-a-choice",
}
_LONGEST_NAME = 80


def reasons_of(errors: Sequence[Mapping[str, Any]]) -> Iterator[ReasonShown]:
    """A reason for each fault that was found, in the order it was found."""
    for error in errors[:MOST_TOLD]:
        where = place(error["loc"])
        code = _CODES.get(str(error["type"]), "api.wrong-kind")
        yield shown(about(code, field=where), where)


def place(location: tuple[str | int, ...]) -> str:
    """Where in the call it stands, as `body.cells.name`, shortened and made printable."""
    # After the kind of source ("body", "query") comes the name of our own argument, which nobody sent.
    sent = [*location[:1], *location[2:]] if location[:1] == ("body",) else list(location)
    return ".".join(_name(part) for part in sent)


def _name(part: str | int) -> str:
    return str(part)[:_LONGEST_NAME].encode("ascii", "backslashreplace").decode()
