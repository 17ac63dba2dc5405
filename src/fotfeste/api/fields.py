"""The kinds of values that are sent to us: strict, each with its limits, each described in the schema."""

import re
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import BeforeValidator, Field, StrictBool, StrictInt, WithJsonSchema
from pydantic_core import PydanticCustomError

EARLIEST, LATEST = date(1900, 1, 1), date(2200, 12, 31)
MOST_IN_A_PAGE = 100
PAGE = 50
MOST_VERSION = 999_999_999

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_PLACE = re.compile(r"[1-9][0-9]{0,14}")
_COUNT = re.compile(r"[0-9]{1,6}")


def _day(given: Any) -> date:
    if not isinstance(given, str) or not _DAY.fullmatch(given):
        raise PydanticCustomError("day", "not a day")
    try:
        day = date.fromisoformat(given)
    except ValueError:
        raise PydanticCustomError("day", "not a day") from None
    if not EARLIEST <= day <= LATEST:
        raise PydanticCustomError("day_out_of_range", "out of range")
    return day


def is_day(given: object) -> bool:
    """Whether this is a day as it is sent: 2026-11-22, one that exists and can be meant."""
    try:
        _day(given)
    except PydanticCustomError:
        return False
    return True


def _text(given: Any) -> str:
    if not isinstance(given, str):
        raise PydanticCustomError("string_type", "not a text")
    if _UNSTORABLE.search(given):
        raise PydanticCustomError("unstorable", "cannot be kept")
    return given


def _id(given: Any) -> UUID:
    if not isinstance(given, str) or not _ID.fullmatch(given):
        raise PydanticCustomError("id", "not an id")
    return UUID(given)


def _count(given: Any) -> int:
    if not isinstance(given, str) or not _COUNT.fullmatch(given):
        raise PydanticCustomError("int_type", "not a number")
    return int(given)


def _place(given: Any) -> int:
    if not isinstance(given, str) or not _PLACE.fullmatch(given):
        raise PydanticCustomError("int_type", "not a number")
    return int(given)


def _switch(given: Any) -> bool:
    if given not in ("true", "false"):
        raise PydanticCustomError("bool_type", "neither true nor false")
    return bool(given == "true")


Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A calendar day in Oslo, as 2026-11-22, from 1900 to 2200."""

Text = Annotated[str, BeforeValidator(_text)]
"""A text that can be kept. Its longest is said where it is used: `Field(max_length=...)`."""

Id = Annotated[UUID, BeforeValidator(_id), WithJsonSchema({"type": "string", "format": "uuid"})]
"""The id of something: a random UUID in lower case."""

Flag = StrictBool
"""`true` or `false`, in a body."""

PageSize = Annotated[
    int,
    BeforeValidator(_count),
    Field(ge=1, le=MOST_IN_A_PAGE),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": MOST_IN_A_PAGE, "default": PAGE}),
]
"""How many rows at most, in a query."""

RowNumber = Annotated[
    int, BeforeValidator(_count), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 999_999})
]
"""The number of a row in a list, in a query."""

Place = Annotated[
    int, BeforeValidator(_place), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 10**15})
]
"""A place in the log, in a query."""

Count = Annotated[
    StrictInt,
    Field(ge=0, le=999_999_999),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 999_999_999}),
]
"""A version, in a body."""

Switch = Annotated[bool, BeforeValidator(_switch), WithJsonSchema({"type": "boolean"})]
"""`true` or `false`, in a query."""
