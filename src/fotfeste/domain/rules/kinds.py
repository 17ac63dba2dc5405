"""The kinds of facts a rule can need, and the limits of each. Reading and describing both rest on them."""

from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

EARLIEST, LATEST = date(1900, 1, 1), date(2200, 12, 31)
MOST_NUMBER = 1_000_000
LONGEST_TEXT = 200
MOST_ITEMS = 500


def without_none(kind: Any) -> tuple[Any, bool]:
    """The kind itself, and whether nothing (null) may stand there too."""
    if get_origin(kind) not in (Union, UnionType):
        return kind, False
    rest = [each for each in get_args(kind) if each is not NoneType]
    if len(rest) != 1:
        raise TypeError(f"{kind} can be several things; a fact is one.")
    return rest[0], True


def item_kind(kind: Any) -> Any | None:
    """What a tuple of any length holds; None where the kind is no tuple."""
    return get_args(kind)[0] if get_origin(kind) is tuple else None


def is_choice(kind: Any) -> bool:
    """Whether the kind is one of a closed list of words."""
    return isinstance(kind, type) and issubclass(kind, StrEnum)


def is_group(kind: Any) -> bool:
    """Whether the kind holds further facts by name."""
    return isinstance(kind, type) and is_dataclass(kind)


def fields_of(kind: Any) -> dict[str, tuple[Any, bool]]:
    """The facts of a group by name: kind, and whether it must be given."""
    hints = get_type_hints(kind)
    return {field.name: (hints[field.name], _is_needed(field)) for field in fields(kind)}


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING
