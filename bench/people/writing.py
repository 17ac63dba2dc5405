"""Saving very many new rows: ids given here, values handed to the database as they are.

Only for made-up people in an empty database that nobody else writes to: nothing is checked on the way but
what the database checks itself.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from functools import cache
from itertools import count
from typing import Any, TypeVar
from uuid import UUID

from django.core.management.color import no_style
from django.db import connection, models

Kind = TypeVar("Kind", bound=models.Model)

_AS_TEXT: dict[type, Callable[[Any], Any]] = {dict: json.dumps, list: json.dumps}
_FOR_SQLITE: dict[type, Callable[[Any], Any]] = {
    **_AS_TEXT,
    UUID: lambda value: value.hex,
    date: lambda value: value.isoformat(),
    datetime: lambda value: value.astimezone(UTC).replace(tzinfo=None).isoformat(" "),
}
_PLAIN = frozenset({int, str, bool, bytes, type(None), UUID, date, datetime})


def unsaved(model: type[Kind], **values: Any) -> Kind:
    """A row as `model(**values)` would make it, at a fifth of the cost: nothing is looked up or checked."""
    row = model.__new__(model)
    kept = row.__dict__
    for name, default in _defaults(model):
        kept[name] = default() if callable(default) else default
    for name, value in values.items():
        if isinstance(value, models.Model):
            kept[f"{name}_id"] = value.pk
        else:
            kept[name] = value
    return row


@cache
def _defaults(model: type[models.Model]) -> tuple[tuple[str, Any], ...]:
    fields = model._meta.concrete_fields
    return tuple((field.attname, field.default if field.has_default() else _empty(field)) for field in fields)


def _empty(field: Any) -> str | None:
    return None if field.null or not field.empty_strings_allowed else ""


@cache
def _ids(model: type[models.Model]) -> "count[int]":
    return count(1)


def numbered(row: models.Model) -> models.Model:
    """The row with the next id of its table, so that others can point at it before it is saved."""
    row.pk = next(_ids(type(row)))
    return row


def save(rows: Iterable[models.Model]) -> None:
    """Save rows of any kinds, each kind in one go. Those without an id get one."""
    piles: dict[type[models.Model], list[models.Model]] = defaultdict(list)
    for row in rows:
        piles[type(row)].append(row if row.pk else numbered(row))
    for model, pile in piles.items():
        _insert(model, pile)


def go_on_from_here(kinds: Iterable[type[models.Model]]) -> None:
    """Let the database give the next ids itself."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(kinds)):
            cursor.execute(statement)


def _insert(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    fields = model._meta.concrete_fields
    names = [field.attname for field in fields]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    into = f'"{model._meta.db_table}" ({columns})'
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(_values(row, names, _AS_TEXT))
        else:
            places = ", ".join(["%s"] * len(names))
            values = [_values(row, names, _FOR_SQLITE) for row in rows]
            cursor.executemany(f"INSERT INTO {into} VALUES ({places})", values)  # noqa: S608  # our own tables


def _values(row: models.Model, names: Sequence[str], how: dict[type, Callable[[Any], Any]]) -> list[Any]:
    kept = row.__dict__
    return [_value(kept[name], how) for name in names]


def _value(value: Any, how: dict[type, Callable[[Any], Any]]) -> Any:
    kind = type(value)
    convert = how.get(kind)
    if convert is not None:
        return convert(value)
    return value if kind in _PLAIN else str(value)  # what is left are words of a list: StrEnum, TextChoices
